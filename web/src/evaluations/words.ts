import type { Evaluated, EvaluationItem, ItemState, ItemView, Outcome } from '../api/evaluations'
import type { Tone } from '../shared/due'

export const outcomeWords: Record<Outcome, string> = { keep: '保留', change: '变更', suspend: '暂停', cancel: '取消' }
export type Words = Partial<Record<Outcome, string>>
export const states: Record<ItemState, { text: string; tone: Tone }> = {
  open: { text: '未评', tone: 'grey' },
  kept: { text: '已评', tone: 'pine' },
  proposed: { text: '待法制审核', tone: 'violet' },
  opined: { text: '待决定', tone: 'amber' },
  agreed: { text: '决定同意', tone: 'pine' },
  refused: { text: '决定不同意', tone: 'grey' },
}
const word = (outcome: Outcome | null, words: Words) => (outcome ? words[outcome] ?? outcomeWords[outcome] : '')

/** An item's conclusion in one line. */
export function concluded(i: EvaluationItem, words: Words): string {
  if (i.state === 'open') return '未评'
  return i.state === 'kept' ? word('keep', words) : `建议${word(i.outcome, words)}`
}
/** What the evaluation before said. */
export const before = (last: Evaluated | null, words: Words = {}) => (last ? `${last.on} ${word(last.outcome, words)}${last.agreed ? '' : '（未同意）'}` : '从未评估')
/** Whether the decision has been carried out. */
export function carried(v: ItemView): { text: string; tone: Tone } | null {
  if (v.item.state !== 'agreed') return null
  if (!v.effect) return { text: '尚未落实', tone: 'amber' }
  return { text: v.effect.version ? `第 ${v.effect.version} 版，${v.effect.from} 起` : `已撤回，${v.effect.from} 起`, tone: 'pine' }
}
