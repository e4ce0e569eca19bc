import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import { idempotencyKey, Problem } from '../api/client'
import type { ActInput, Examination, FileRow, Mode, On, Schema } from '../api/types'
import { baseOf, dropDraft, placeOf, readDraft, saveDraft } from '../form/draft'
import { useKept } from '../form/kept'
import { effective, personal, type Value } from '../form/schema'
import { today } from '../shared/dates'

export interface ActDraft {
  date: string
  time: string
  officers: string[]
  form: Value
  files: FileRow[]
  mode: Mode
  reason: string
  approver: string
  /** Why it is not the same conduct as in another case (一事不二罚). */
  notSame: string
}

const fresh = (): ActDraft => ({ date: today(), time: '', officers: [], form: {}, files: [], mode: 'NOW', reason: '', approver: '', notSame: '' })

/** What is being typed for one act, kept as a draft until it is accepted or thrown away. */
export function useActDraft(key: string, schema: () => Schema | null, start: Partial<ActDraft> = {}) {
  const kept = readDraft<ActDraft>(key)
  const draft = reactive<ActDraft>({ ...fresh(), ...start, ...kept })
  const restored = ref(kept !== null)
  const base = ref(baseOf(key))
  let done = false
  const stop = watch([draft, base], () => {
    const s = schema()
    if (!done && (JSON.stringify(draft) !== untouched || base.value)) saveDraft(key, { value: draft, personal: s ? personal(s) : [], base: base.value })
  }, { deep: true })
  const untouched = JSON.stringify({ ...fresh(), ...start })
  const server = useKept<ActDraft>({
    place: placeOf(key), draft, base, typed: kept !== null,
    apply: (value) => { Object.assign(draft, fresh(), start, value); restored.value = true },
  })

  function finish(): void {
    done = true
    stop()
    dropDraft(key)
    server.finish()
  }
  function reset(): void {
    Object.assign(draft, fresh(), start)
    restored.value = false
    void server.drop()
    queueMicrotask(() => dropDraft(key))
  }
  return { draft, restored, finish, reset, server }
}

/** A correction and an irregular entry name who approved them; a late one only says why it is late. */
export const needsApprover = (draft: Pick<ActDraft, 'mode'>, corrects?: number) => draft.mode === 'IRREGULAR' || !!corrects

export function actInput(code: string, on: On, draft: ActDraft, schema: Schema | null, expectedSeq: number, corrects?: number): ActInput {
  const reasons = [draft.mode === 'NOW' && !corrects ? '' : draft.reason.trim(), draft.notSame.trim()].filter(Boolean)
  const extra = {
    ...(draft.mode === 'NOW' && !corrects && !reasons.length ? {} : { reason: reasons.join('；') }),
    ...(needsApprover(draft, corrects) ? { approver: draft.approver || undefined } : {}),
  }
  return {
    code,
    at: draft.time ? `${draft.date}T${draft.time}` : draft.date,
    on,
    officers: draft.officers,
    form: schema ? effective(schema, draft.form).value : {},
    files: draft.files.map((f) => f.id),
    ...(draft.mode === 'NOW' ? {} : { mode: draft.mode }),
    ...extra,
    ...(corrects ? { corrects } : {}),
    expectedSeq,
  }
}

/** The dry run: asks the server half a second after the last change, and drops answers that are out of date. */
export function useExamine<I = ActInput, R = Examination>(input: () => I | null, ask: (act: I, signal: AbortSignal) => Promise<R>) {
  const result = shallowRef<R | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  const text = computed(() => JSON.stringify(input()))
  let timer = 0
  let running: AbortController | null = null

  async function run(): Promise<void> {
    running?.abort()
    const act = input()
    if (!act) return
    const mine = (running = new AbortController())
    busy.value = true
    try {
      const answer = await ask(act, mine.signal)
      if (mine !== running) return
      result.value = answer
      problem.value = null
    } catch (cause) {
      if (mine !== running || (cause instanceof DOMException && cause.name === 'AbortError')) return
      if (!(cause instanceof Problem)) throw cause
      problem.value = cause
    } finally {
      if (mine === running) busy.value = false
    }
  }
  watch(text, () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(run, 500)
  }, { immediate: true })
  onScopeDispose(() => { window.clearTimeout(timer); running?.abort() })
  return { result, problem, busy }
}

/** One key for one content: a repeat after a lost answer is the same entry, a changed act is another one. */
export function useKey() {
  let content = ''
  let key = ''
  return (act: unknown): string => {
    const now = JSON.stringify(act)
    if (now !== content) [content, key] = [now, idempotencyKey()]
    return key
  }
}
