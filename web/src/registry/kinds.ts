import type { Row } from '../api'
import type { Page, Schema } from '../api/types'

export interface Kind { title: string; one: string; columns: { name: string; title: string; under?: string }[]; form: Schema }
const text = (title: string, more: Schema = {}): Schema => ({ type: 'string', title, ...more })
const date = (title: string): Schema => ({ type: 'string', format: 'date', title })
const from = { ...date('自何日起'), 'x-help': '登记按日期生效，不改动以前的内容' }
const fields = ['市场监管', '生态环境', '文化市场', '交通运输', '农业农村', '应急管理', '城市管理']
const field = text('执法领域', { enum: fields })

/** Columns and forms of the small registers; a later issue fills the registers from elsewhere. */
export const kinds: Record<string, Kind> = {
  agencies: {
    title: '执法主体', one: '执法主体',
    columns: [{ name: 'name', title: '名称', under: 'uscc' }, { name: 'kind', title: '性质' }, { name: 'field', title: '执法领域' }, { name: 'regionName', title: '行政区划' }, { name: 'standing', title: '主体资格' }, { name: 'from', title: '生效日期' }],
    form: {
      type: 'object', required: ['name', 'uscc', 'kind', 'field', 'standing', 'from'],
      properties: {
        name: text('名称', { maxLength: 100 }), uscc: text('统一社会信用代码', { pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$', 'x-help': '18 位' }),
        kind: text('性质', { enum: ['statutory', 'authorised', 'entrusted'], 'x-titles': ['法定', '授权', '委托'] }), field,
        numberPrefix: text('机关代字', { 'x-help': '用于案号和文书文号', maxLength: 12 }), standing: { type: 'boolean', title: '具有主体资格' }, from,
      },
    },
  },
  officers: {
    title: '执法人员', one: '人员',
    columns: [{ name: 'name', title: '姓名', under: 'unitName' }, { name: 'agencyName', title: '所在机关' }, { name: 'officer', title: '执法人员' }, { name: 'qualified', title: '法律职业资格' }, { name: 'from', title: '生效日期' }],
    form: {
      type: 'object', required: ['name', 'agencyId', 'officer', 'from'],
      properties: {
        name: text('姓名', { maxLength: 40 }), agencyId: text('所在机关编号'), unitName: text('内设机构', { maxLength: 60 }),
        officer: { type: 'boolean', title: '是执法人员', 'x-help': '执法辅助人员选“否”' }, reviewer: { type: 'boolean', title: '是法制审核人员' },
        qualified: { type: 'boolean', title: '有法律职业资格' }, hearingHost: { type: 'boolean', title: '可以主持听证' }, from,
      },
    },
  },
  certificates: {
    title: '执法证件', one: '执法证件',
    columns: [{ name: 'number', title: '证号', under: 'personName' }, { name: 'field', title: '执法领域' }, { name: 'regionName', title: '执法区域' }, { name: 'validFrom', title: '有效期起' }, { name: 'validTo', title: '有效期止' }, { name: 'state', title: '状态' }],
    form: {
      type: 'object', required: ['number', 'personId', 'field', 'validFrom', 'validTo', 'from'],
      properties: {
        number: text('证号', { maxLength: 30 }), personId: text('持证人', { 'x-widget': 'person' }), field, validFrom: date('有效期起'), validTo: date('有效期止'),
        state: text('状态', { enum: ['valid', 'suspended', 'revoked'], 'x-titles': ['有效', '暂扣', '注销'] }), from,
      },
    },
  },
  items: {
    title: '执法事项', one: '执法事项',
    columns: [{ name: 'title', title: '事项名称', under: 'code' }, { name: 'field', title: '执法领域' }, { name: 'basis', title: '设定依据' }, { name: 'published', title: '已公布' }, { name: 'from', title: '生效日期' }],
    form: {
      type: 'object', required: ['code', 'title', 'field', 'basis', 'published', 'from'],
      properties: {
        code: text('事项编码', { maxLength: 40 }), title: text('事项名称', { 'x-widget': 'textarea', maxLength: 200 }), field,
        basis: text('设定依据', { 'x-widget': 'textarea' }), published: { type: 'boolean', title: '已向社会公布' }, from, to: date('至何日止'),
      },
    },
  },
}

const words: Record<string, string> = { statutory: '法定', authorised: '授权', entrusted: '委托', valid: '有效', suspended: '暂扣', revoked: '注销', true: '是', false: '否' }
export const cell = (row: Row, name: string): string => {
  const v = row[name] ?? (name.endsWith('Name') ? row[name.slice(0, -4)] : undefined)
  if (v === undefined || v === null || v === '') return '—'
  if (typeof v === 'object') return String((v as { name?: string }).name ?? '—')
  return words[String(v)] ?? String(v)
}
export const rowsOf = (answer: Page<Row> | Row[]): Row[] => (Array.isArray(answer) ? answer : answer.items)
