import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { formDrafts, type KeptDraft } from '../api/formDrafts'
import { Problem } from '../api/client'

const SOON = 1500
const AGAIN = 15_000
const THERE = 45_000

/** What this window calls itself: it ends with the tab. */
function windowId(): string {
  const id = sessionStorage.getItem('window') ?? crypto.randomUUID()
  sessionStorage.setItem('window', id)
  return id
}

interface Options<T> {
  /** Where the form is; alike in another window and for a colleague. */
  place: string
  draft: T
  /** The version on the server that this window has last seen. */
  base: Ref<number>
  /** Whether this window has something typed that the server may not have. */
  typed: boolean
  apply: (value: T) => void
}

/**
 * Keeps a draft on the server while it is typed. Where another window of the same person has saved since, nothing is written over:
 * `conflict` holds what it saved, and the person chooses. `others` are colleagues who have the same form open.
 */
export function useKept<T extends object>({ place, draft, base, typed, apply }: Options<T>) {
  const others = shallowRef<KeptDraft['others']>([])
  const conflict = shallowRef<KeptDraft | null>(null)
  /** True while what is typed is in this window alone. */
  const unsaved = ref(false)
  let saved = typed ? '' : JSON.stringify(draft)
  let timer = 0
  let sending: Promise<void> | null = null
  let over = false

  async function begin(): Promise<void> {
    try {
      const now = await formDrafts.read(place)
      others.value = now.others
      if (!now.value) base.value = now.version
      else if (!typed || JSON.stringify(now.value) === JSON.stringify(draft)) {
        saved = JSON.stringify(now.value)
        base.value = now.version
        apply(now.value as T)
      } else if (now.version !== base.value) conflict.value = now
      if (typed && !conflict.value) later(0)
      else void there()
    } catch (cause) {
      failed(cause)
    }
  }

  async function save(): Promise<void> {
    const text = JSON.stringify(draft)
    if (over || sending || conflict.value || text === saved) return
    try {
      await (sending = send(text))
    } finally {
      sending = null
    }
    if (!over && !unsaved.value && JSON.stringify(draft) !== saved) later(SOON)
  }
  async function send(text: string): Promise<void> {
    try {
      const now = await formDrafts.save({ place, window: windowId(), version: base.value, value: JSON.parse(text) })
      saved = text
      base.value = now.version
      others.value = now.others
      unsaved.value = false
    } catch (cause) {
      if (cause instanceof Problem && cause.status === 409 && cause.body.draft) conflict.value = cause.body.draft as KeptDraft
      else failed(cause)
    }
  }
  function failed(cause: unknown): void {
    if (!(cause instanceof Problem)) throw cause
    if (cause.status === 403) return end()
    unsaved.value = true
    if (cause.status === 0 || cause.status >= 500) later(AGAIN)
  }
  function later(ms: number): void {
    window.clearTimeout(timer)
    if (!over) timer = window.setTimeout(save, ms)
  }
  async function there(): Promise<void> {
    if (over || document.hidden) return
    try {
      others.value = (await formDrafts.save({ place, window: windowId() })).others
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause
    }
  }
  watch(draft, () => later(SOON), { deep: true })
  const beat = window.setInterval(there, THERE)
  function end(): void {
    over = true
    window.clearTimeout(timer)
    window.clearInterval(beat)
  }
  onScopeDispose(() => {
    void save()
    end()
  })

  /** It is handed in, or thrown away: after what is still on its way, which would bring it back. */
  async function drop(): Promise<void> {
    window.clearTimeout(timer)
    await sending
    saved = ''
    base.value = 0
    conflict.value = null
    try {
      await formDrafts.drop(place)
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause
    }
  }
  function finish(): void {
    end()
    void drop()
  }
  function keepMine(): void {
    base.value = conflict.value?.version ?? 0
    conflict.value = null
    saved = ''
    later(0)
  }
  function takeTheirs(): void {
    const theirs = conflict.value
    conflict.value = null
    if (!theirs) return
    base.value = theirs.version
    saved = JSON.stringify(theirs.value)
    apply(theirs.value as T)
  }
  void begin()
  return { others, conflict, unsaved, finish, drop, keepMine, takeTheirs }
}
