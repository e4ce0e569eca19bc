import type { GuidanceState } from '../api/guidance'

export const states: Record<GuidanceState, { text: string; tone: 'grey' | 'amber' | 'pine' }> = {
  draft: { text: '起草', tone: 'amber' }, submitted: { text: '待审核', tone: 'amber' }, reviewed: { text: '审核通过', tone: 'amber' },
  published: { text: '已发布', tone: 'pine' }, withdrawn: { text: '已撤回', tone: 'grey' },
}
export const done: Record<string, string> = { proposed: '提出', changed: '修改', submitted: '送审', returned: '退回', reviewed: '审核通过', published: '发布', withdrawn: '撤回' }

export interface Step { what: string; title: string; needs: string; note: string; from: GuidanceState[]; risk?: boolean }
/** What can be done, by state and permission; `note` is what has to be written, empty: nothing. */
export const steps: Step[] = [
  { what: 'submit', title: '送审', needs: 'guidance.propose', note: '', from: ['draft'] },
  { what: 'review', title: '审核通过', needs: 'guidance.review', note: '审核意见', from: ['submitted'] },
  { what: 'publish', title: '发布', needs: 'guidance.publish', note: '发布的文号或者批准情况', from: ['reviewed'] },
  { what: 'return', title: '退回', needs: 'guidance.review', note: '退回的理由', from: ['submitted', 'reviewed'], risk: true },
  { what: 'withdraw', title: '撤回', needs: 'guidance.publish', note: '撤回的理由', from: ['published'], risk: true },
]
