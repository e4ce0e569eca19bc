import type { Draft, DraftDecision } from '../api/drafts'

interface Words { title: string; note: string; must?: boolean; risk?: boolean; done: string; effect: (d: Draft) => string }

/** What a decision on a draft means, said before it is taken. */
export const decisions: Record<DraftDecision, Words> = {
  submit: { title: '提交批准', note: '给批准人的说明', done: '已提交批准', effect: () => '提交以后由另一人批准并公布。退回修改以前，草案不能再改。' },
  return: { title: '退回修改', note: '退回的原因', must: true, done: '已退回修改', effect: (d) => `草案退回${d.author.name}修改，修改以后应当重新检查和提交。` },
  publish: { title: '批准并公布', note: '批准意见', done: '已批准并公布', effect: (d) => `公布以后，${d.from} 起立案的案件适用修改后的《${d.procedureTitle}》；此前立案的案件仍然适用原来的规定。公布不能撤销，要再修改的，另行起草。` },
  withdraw: { title: '撤回草案', note: '撤回的原因', must: true, risk: true, done: '已撤回', effect: () => '撤回以后草案不再办理，内容留存备查。' },
}

/** Which decisions a person may see on a draft; whether one may be taken now is said by the draft itself. */
export function offered(d: Draft, mayI: (permission: string) => boolean): { what: DraftDecision; open: boolean }[] {
  const drafting = mayI('law.draft')
  const approving = mayI('law.publish')
  if (d.state === 'draft') return drafting ? [{ what: 'submit', open: d.submittable }, { what: 'withdraw', open: true }] : []
  if (d.state !== 'submitted') return []
  return [
    ...(approving ? [{ what: 'publish' as const, open: d.publishable }, { what: 'return' as const, open: true }] : []),
    ...(drafting ? [{ what: 'withdraw' as const, open: true }] : []),
  ]
}
