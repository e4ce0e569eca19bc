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

export function byStage(acts: ActState[]): { stage: string; groups: ActGroup[] }[] {
  const stages = new Map<string, ActState[]>()
  for (const a of acts) stages.set(a.stage, [...(stages.get(a.stage) ?? []), a])
  return [...stages].map(([stage, list]) => ({ stage, groups: grouped(list) }))
}

/** Earliest due first; without a date last. */
export const byDue = (a: ActState, b: ActState) => (a.due?.date ?? '9999').localeCompare(b.due?.date ?? '9999')
