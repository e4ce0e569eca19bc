import { reactive, ref, shallowRef, watch } from 'vue'
import { discretion, type Assessment, type Benchmark, type Situation } from '../api/discretion'
import { Problem } from '../api/client'

/** What the officer has answered so far; texts as typed. */
export interface Answers {
  quantities: Record<string, string>; choices: Record<string, string>; grounds: string[]
  row: string; choice: string; family: string; fine: string; reason: string; deliberated: boolean
}
export const noAnswers = (): Answers => ({ quantities: {}, choices: {}, grounds: [], row: '', choice: '', family: '', fine: '', reason: '', deliberated: false })

const filled = (values: Record<string, string>) => Object.fromEntries(Object.entries(values).filter(([, v]) => v.trim()))

export function situationOf(table: string, on: string, a: Answers, decided?: string): Situation {
  const optional = filled({ row: a.row, choice: a.choice, family: a.family, fine: a.fine, reason: a.reason })
  return { table, on, quantities: filled(a.quantities), choices: filled(a.choices), grounds: a.grounds, ...(decided ? { decided } : {}), ...optional, ...(a.deliberated ? { deliberated: true } : {}) }
}

const WAIT = 300

/** Asks again after each answer; while something is missing the last result goes, and what is missing is said. */
export function useAssessment(table: () => Benchmark | null, on: () => string, decided: () => string | undefined = () => undefined) {
  const answers = reactive(noAnswers())
  const result = shallowRef<Assessment | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(): Promise<void> {
    const t = table()
    const mine = ++turn
    if (!t || t.head.incomplete.length) return
    busy.value = true
    try {
      const answer = await discretion.assess(situationOf(t.head.code, on(), answers, decided()))
      if (mine === turn) [result.value, problem.value] = [answer, null]
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause
      if (mine === turn) [result.value, problem.value] = [null, cause]
    } finally {
      if (mine === turn) busy.value = false
    }
  }
  watch(() => table()?.head.code, () => { Object.assign(answers, noAnswers()); result.value = null; problem.value = null })
  watch([table, on, decided, () => JSON.stringify(answers)], () => { clearTimeout(timer); timer = setTimeout(() => void ask(), WAIT) }, { immediate: true })
  return { answers, result, problem, busy }
}
