import type { CaseLink } from '../api/types'

const named = { source: '来源案件', parent: '所属案件', outcome: '后续案件', related: '有关案件' }
const naming = { source: '由本案引出', parent: '附属本案', outcome: '来源案件', related: '有关案件' }

/** What the other case is to this one: an entry here says what it is, an entry there says what this one is to it. */
export const partOf = (l: Pick<CaseLink, 'as' | 'direction'>) => (l.direction === 'to' ? named : naming)[l.as]

/** How it is called: by its number, or by what keeps the number away. */
export function callOf(l: CaseLink): string {
  if (l.number) return l.number
  return l.held === 'hidden' ? '不在您的权限范围之内' : '尚未编号'
}
