import type { CiteState, ListColumn, ListRow, ListStep, ListVersion, VersionState } from '../api/lists'
import type { Tone } from '../shared/due'

export const states: Record<VersionState, { text: string; tone: Tone }> = {
  draft: { text: '起草中', tone: 'grey' },
  submitted: { text: '待审核', tone: 'violet' },
  reviewed: { text: '待公布', tone: 'amber' },
  published: { text: '已公布', tone: 'pine' },
  withdrawn: { text: '已撤回', tone: 'grey' },
  discarded: { text: '已作废', tone: 'grey' },
}

export const events: Record<string, string> = { created: '起草', changed: '修改', imported: '导入', submitted: '送审', reviewed: '审核通过', returned: '退回', published: '公布', withdrawn: '撤回', discarded: '作废' }

interface Step { title: string; note: string; must: boolean; risk?: boolean; done: string; effect: string }
/** What a step means, said before it is taken. */
export const steps: Record<ListStep, Step> = {
  submit: { title: '送法制审核', note: '给审核人的说明', must: false, done: '已送审', effect: '送审以后由法制审核人员审核，退回以前不能再改。' },
  review: { title: '审核通过', note: '审核意见', must: true, done: '审核通过', effect: '审核意见随这一版保存，之后由起草人以外的人公布。' },
  return: { title: '退回修改', note: '退回的原因', must: true, done: '已退回', effect: '退回起草人修改，修改以后应当重新送审。' },
  publish: { title: '公布', note: '公布文号', must: false, done: '已公布', effect: '公布以后内容不能再改；施行日起，前一版不再施行，办案按新的一版判断。' },
  withdraw: { title: '撤回', note: '撤回的原因', must: true, risk: true, done: '已撤回', effect: '自末日的次日起，这一版不再施行，没有新的一版以前不再约束办案；内容和日期留存备查。' },
  discard: { title: '作废', note: '作废的原因', must: true, risk: true, done: '已作废', effect: '这一版不再办理，内容留存备查。' },
}

const citeWords: Record<CiteState['state'], string> = { held: '', gone: '依据已不再施行', 'no-article': '现行文本没有这一条', unheld: '法规库未收录', unread: '没有写明到条' }

/** What is to be said of a row's citations: the gravest first; null where all of them hold. */
export function citeNote(row: ListRow): { text: string; tone: Tone } | null {
  for (const state of ['gone', 'no-article', 'unread', 'unheld'] as const) {
    if (row.cites.some((c) => c.state === state)) return { text: citeWords[state], tone: state === 'gone' || state === 'no-article' ? 'red' : 'amber' }
  }
  return null
}

/** The columns of the table: the key, what must be filled in, no long texts; the others stand on the page of the row. */
export function tableColumns(columns: ListColumn[]): ListColumn[] {
  const short = columns.filter((c) => !['long', 'conditions', 'citation'].includes(c.type))
  const chosen = [...short.filter((c) => c.required), ...short.filter((c) => !c.required && ['items', 'choices', 'money'].includes(c.type))]
  return columns.filter((c) => chosen.slice(0, 6).includes(c))
}

export const period = (v: Pick<ListVersion, 'from' | 'to'>) => (v.from ? (v.to ? `${v.from} 至 ${v.to}` : `${v.from} 起`) : '尚未施行')
