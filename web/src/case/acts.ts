import type { ActState } from '../api/types'

export interface ActGroup { code: string; title: string; states: ActState[] }

/** One row per act, with its objects; the order of the API is kept. */
export function grouped(acts: ActState[]): ActGroup[] {
  const groups = new Map<string, ActGroup>()
  for (const a of acts) {
    const group = groups.get(a.code) ?? { code: a.code, title: a.title, states: [] }
    group.states.push(a)
    groups.set(a.code, group)
  }
  return [...groups.values()]
}

/** Grouped by stage, in the order of the procedure. */
export function byStage(acts: ActState[], order: string[]): { stage: string; groups: ActGroup[] }[] {
  const stages = new Map<string, ActState[]>()
  for (const a of acts) stages.set(a.stage, [...(stages.get(a.stage) ?? []), a])
  return [...stages].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([stage, list]) => ({ stage, groups: grouped(list) }))
}

/** False where another than the agency owes the act: the party pays, a court rules. */
export const byAgency = (a: ActState) => (a.due?.owedBy ?? 'agency') === 'agency'

/** Earliest due first; without a date last. */
export const byDue = (a: ActState, b: ActState) => (a.due?.due ?? '9999').localeCompare(b.due?.due ?? '9999')

const only = (a: ActState, ...kinds: string[]) => a.findings.some((f) => kinds.includes(f.kind ?? ''))

/** Why acts are not open, told apart for reading: what is missing, what does not arise now, what others do. */
export function bars(acts: ActState[]): { title: string; hint: string; mends?: boolean; acts: ActState[] }[] {
  const others = acts.filter((a) => only(a, 'ROLE'))
  const rest = acts.filter((a) => !others.includes(a))
  const idle = rest.filter((a) => only(a, 'NOT_AVAILABLE', 'TIMES', 'OUT_OF_TIME'))
  return [
    { title: '条件尚不具备', mends: true, hint: '展开可见尚缺的条件、法律依据和补正的办法。纸面上已经办过的，可以填写后按不规范记录登记。', acts: rest.filter((a) => !idle.includes(a)) },
    { title: '目前不适用', hint: '没有发生需要办理的情形，或者已经办过、期限已过。', acts: idle },
    { title: '由其他岗位办理', hint: '不属于您的职权；可以起草后送有权的人审批。', acts: others },
  ].filter((g) => g.acts.length)
}
