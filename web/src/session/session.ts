import { computed, ref, shallowRef } from 'vue'
import * as api from '../api'
import { onMoved, onUnauthenticated, Problem, showFor } from '../api/client'
import type { Session } from '../api/types'
import { learnPlace } from './place'
import { clearDrafts, draftKey, keepDraftsOnlyOf, scrubPersonal } from '../form/draft'

export const session = shallowRef<Session | null>(null)
export const mayI = (permission: string) => session.value?.permissions?.includes(permission) ?? false
export const may = (permission: string) => computed(() => mayI(permission))
/** Administrators see no case: their first page is the registers; whoever is here to sit an exam sees that alone. */
export const home = () => (!session.value || session.value.pending === 'post' || mayI('case.read') ? '/app/todo' : mayI('registry.read') ? '/app/registry/bodies' : '/app/exams')

/** Drafts belong to the person in their post: in another one they are not seen, and back in this one they are there. */
export const ownDraft = (...parts: string[]) => draftKey(session.value?.person.id ?? '', session.value?.agency.id ?? '', ...parts)

/** Set when the session works for another body than this window: changed in another one, or the post has ended. */
export const moved = ref(false)
onMoved(() => { moved.value = true })
/** Set while work is interrupted by an ended session; the page stays as it is beneath. */
export const waiting = ref(false)
/** Why the session could not be asked for; the sign-in page shows it. */
export const unreachable = shallowRef<Problem | null>(null)
let resume: { resolve: () => void; reject: (p: Problem) => void }[] = []

onUnauthenticated(() => {
  if (!session.value) return Promise.reject(new Problem(401, '未登录', ''))
  waiting.value = true
  return new Promise<void>((resolve, reject) => resume.push({ resolve, reject }))
})

export async function loadSession(): Promise<boolean> {
  try {
    await learnPlace()
    adopt(await api.session.current())
    unreachable.value = null
    return true
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    if (cause.status === 401) scrubPersonal()
    unreachable.value = cause.status === 401 ? null : cause
    return false
  }
}

function adopt(next: Session): void {
  keepDraftsOnlyOf(next.person.id)
  showFor(next.pending ? null : next.agency.id)
  session.value = next
}

const TRIES = 40
/** In a storm of sign-ins the server asks to come again; the person only waits. */
async function inTurn(send: () => Promise<Session>, queueing: () => void): Promise<Session> {
  for (let tries = 1; ; tries++) {
    try {
      return await send()
    } catch (cause) {
      if (!(cause instanceof Problem) || cause.retryAfter === undefined || tries === TRIES) throw cause
      queueing()
      await new Promise((resolve) => setTimeout(resolve, (cause.retryAfter! + Math.random() * 2) * 1000))
    }
  }
}

/** @returns true when the same person came back to the same post, false when someone else signed in or works for another body. */
export async function signIn(account: string, password: string, code?: string, queueing: () => void = () => {}): Promise<boolean> {
  return resumeAs(await asBefore(await inTurn(async () => {
    await learnPlace()
    return api.session.signIn(account, password, code)
  }, queueing)))
}

/** Whoever comes back to a page goes on in the post for which it was opened. */
async function asBefore(next: Session): Promise<Session> {
  const before = session.value
  const again = next.pending === 'post' && before?.person.id === next.person.id && next.posts.some((p) => p.agency.id === before.agency.id)
  return again ? await api.session.choose(before.agency.id) : next
}

/** Chooses a post; the page begins anew in it, so that nothing of another body stays on it. */
export async function choosePost(agency: string, to: string): Promise<void> {
  await api.session.choose(agency)
  window.location.assign(to)
}

/** Looks whether another window has signed in meanwhile; null while none has. */
export async function returned(): Promise<boolean | null> {
  try {
    return resumeAs(await asBefore(await api.session.current()))
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    return null
  }
}

function resumeAs(next: Session): boolean {
  const before = session.value
  adopt(next)
  unreachable.value = null
  waiting.value = false
  const same = !before || (before.person.id === next.person.id && before.agency.id === next.agency.id && next.pending !== 'post')
  const queue = resume
  resume = []
  for (const one of queue) same ? one.resolve() : one.reject(new Problem(401, '登录的不是原来的人或者岗位', ''))
  return same
}

export async function signOut(): Promise<void> {
  clearDrafts()
  try {
    await api.session.signOut()
  } catch (cause) {
    // An ended session is what was wanted; anything else the sign-in page shows.
    if (cause instanceof Problem && cause.status !== 401) unreachable.value = cause
  }
  session.value = null
  waiting.value = false
  for (const one of resume) one.reject(new Problem(401, '已退出', ''))
  resume = []
}
