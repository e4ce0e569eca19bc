import type { SubmissionRow, SubmissionState } from '../api/submissions'
import type { ActState } from '../api/types'
import { today } from '../shared/dates'
import type { Tone } from '../shared/due'

const states: Record<SubmissionState, { text: string; tone: Tone }> = {
  sent: { text: '等待审批', tone: 'indigo' },
  returned: { text: '已退回', tone: 'red' },
  withdrawn: { text: '已撤回', tone: 'amber' },
  lapsed: { text: '已失效', tone: 'grey' },
  dropped: { text: '不再送审', tone: 'grey' },
  done: { text: '已办理', tone: 'pine' },
}
export const stateOf = (r: Pick<SubmissionRow, 'state'>) => states[r.state]
export const receiverOf = (r: Pick<SubmissionRow, 'toTitle' | 'toPerson'>) => (r.toPerson ? `${r.toTitle} ${r.toPerson.name}` : r.toTitle)
export const eventWords: Record<string, string> = { sent: '送审', opened: '打开', returned: '退回', withdrawn: '撤回', lapsed: '失效', dropped: '不再送审', done: '办理', moved: '随案件交接' }

/** Whole days since an instant. */
export const waited = (instant: string, now = today()) => Math.max(0, Math.round((Date.parse(now) - Date.parse(today(new Date(instant)))) / 86_400_000))

/** Nothing stands in the way but that another role does it: it may be drafted and sent. */
export const preparable = (a: Pick<ActState, 'open' | 'kind' | 'findings'>) => {
  const bars = a.findings.filter((f) => f.severity === 'BAR')
  return !a.open && a.kind === 'ACT' && bars.length > 0 && bars.every((f) => f.kind === 'ROLE')
}
