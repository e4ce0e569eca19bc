import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import * as api from '../api'
import { Problem } from '../api/client'
import type { Paper } from '../api/exams'
import { announcement } from './words'

/** What was chosen and has not reached the server, kept in this browser until it has. */
export const pendingKey = (person: string, exam: string) => `draft:${person}:exam:${exam}`

export function readPending(key: string): Record<number, string> {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { value?: Record<number, string> }
    return kept.value ?? {}
  } catch {
    return {}
  }
}

/** Letters with one more or one less of several, in order. */
export const toggled = (answer: string, letter: string, on: boolean) =>
  [...new Set([...answer].filter((l) => l !== letter).concat(on ? [letter] : []))].sort().join('')

/**
 * The caller's paper: every choice is sent at once; without a network it is kept here and sent when there is one. The
 * server's clock decides, the one here only shows what the server said was left.
 */
export function usePaper(exam: string, person: string) {
  const key = pendingKey(person, exam)
  const paper = shallowRef<Paper | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const answers = ref<Record<number, string>>({})
  const pending = ref<Record<number, string>>(readPending(key))
  const sending = ref(false)
  const seconds = ref<number | null>(null)
  const told = ref('')
  let endsAt = 0

  const keep = () => (Object.keys(pending.value).length ? sessionStorage.setItem(key, JSON.stringify({ value: pending.value, personal: [] })) : sessionStorage.removeItem(key))
  const unsent = computed(() => Object.keys(pending.value).length)
  const done = computed(() => Object.values(answers.value).filter(Boolean).length)

  function take(p: Paper): void {
    paper.value = p
    problem.value = null
    answers.value = { ...Object.fromEntries(p.questions.map((q) => [q.position, q.answer])), ...(p.state === 'running' ? pending.value : {}) }
    endsAt = p.secondsLeft === null ? 0 : performance.now() + p.secondsLeft * 1000
    tick()
    if (p.state !== 'running') {
      pending.value = {}
      keep()
    }
  }
  async function ask(work: () => Promise<Paper>): Promise<void> {
    try {
      take(await work())
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause
      problem.value = cause
    }
  }
  const load = () => ask(() => api.exams.paper(exam))
  const begin = () => ask(() => api.exams.begin(exam))
  async function handIn(): Promise<void> {
    await flush()
    if (!unsent.value) await ask(() => api.exams.handIn(exam))
  }

  function choose(position: number, answer: string): void {
    answers.value = { ...answers.value, [position]: answer }
    pending.value = { ...pending.value, [position]: answer }
    keep()
    void flush()
  }
  function drop(position: number): void {
    const { [position]: _, ...rest } = pending.value
    pending.value = rest
    keep()
  }
  /** Sends what has not been sent, one after another; stops at the first that does not get through. */
  async function flush(): Promise<void> {
    if (sending.value) return
    sending.value = true
    let position = 0
    try {
      for (let next = Object.keys(pending.value)[0]; next !== undefined; next = Object.keys(pending.value)[0]) {
        position = Number(next)
        const answer = pending.value[position]!
        await api.exams.answer(exam, position, answer)
        if (pending.value[position] === answer) drop(position)
      }
      problem.value = null
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause
      // The server will never take it (no such question on this paper): kept, it would stand before all others.
      if (cause.status === 404 || cause.status === 422) drop(position)
      if ([404, 409, 422].includes(cause.status)) await load()
      problem.value = cause
    } finally {
      sending.value = false
    }
  }

  function tick(): void {
    if (!endsAt) {
      seconds.value = null
      return
    }
    const before = seconds.value ?? Infinity
    const now = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000))
    seconds.value = now
    const words = before === Infinity ? null : announcement(before, now)
    if (words) told.value = words
    if (now === 0) {
      endsAt = 0
      told.value = '答卷时间已到，已按保存的答案交卷'
      window.setTimeout(() => void load(), 1500)
    }
  }
  const timer = window.setInterval(tick, 1000)
  const again = window.setInterval(() => { if (unsent.value && paper.value?.state === 'running') void flush() }, 5000)
  /** Another window may have answered meanwhile. */
  const seen = () => { if (!document.hidden && paper.value?.state === 'running' && !unsent.value) void load() }
  document.addEventListener('visibilitychange', seen)
  window.addEventListener('online', flush)
  onScopeDispose(() => {
    window.clearInterval(timer)
    window.clearInterval(again)
    document.removeEventListener('visibilitychange', seen)
    window.removeEventListener('online', flush)
  })
  return { paper, problem, answers, seconds, told, unsent, done, load, begin, choose, flush, handIn }
}
