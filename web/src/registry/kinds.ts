import type { Row } from '../api'
import type { Schema } from '../api/types'

export interface Kind {
  title: string
  one: string
  /** The property that names a row in the address. */
  key: string
  /** What no version may change and the server wants all the same. */
  fixed?: string[]
  columns: { name: string; title: string; under?: string }[]
  /** Whole for a new row; of a known one only what a new version may change. */
  form: (fresh: boolean) => Schema
}

const text = (title: string, more: Schema = {}): Schema => ({ type: 'string', title, ...more })
const date = (title: string, more: Schema = {}): Schema => ({ type: 'string', format: 'date', title, ...more })
const from = date('自何日起', { 'x-help': '变更自这一天起生效，以前的内容不变' })
const field = text('执法领域', { maxLength: 20 })
const form = (required: string[], properties: Record<string, Schema>): Schema => ({ type: 'object', required, properties })

export const kinds: Record<string, Kind> = {
  items: {
    title: '执法事项', one: '执法事项', key: 'code',
    columns: [{ name: 'title', title: '事项名称', under: 'code' }, { name: 'field', title: '执法领域' }, { name: 'basis', title: '设定依据' }, { name: 'publishedOn', title: '公布日期' }, { name: 'validFrom', title: '生效日期' }, { name: 'validTo', title: '失效日期' }],
    form: (fresh) => form([...(fresh ? ['code'] : []), 'title', 'field', 'basis', 'from'], {
      ...(fresh ? { code: text('事项编码', { pattern: '^[0-9A-Za-z-]{2,30}$', 'x-help': '2 至 30 位字母、数字或短横' }) } : {}),
      title: text('事项名称', { 'x-widget': 'textarea', maxLength: 200 }), field,
      basis: text('设定依据', { 'x-help': '写明法律和条文，如：食品安全法 第一百二十二条' }), publishedOn: date('公布日期', { 'x-help': '尚未公布的留空' }), from, to: date('至何日止'),
    }),
  },
}

const words: Record<string, string> = { true: '是', false: '否' }
export const cell = (row: Row, name: string): string => {
  const v = row[name]
  return v === undefined || v === null || v === '' ? '—' : (words[String(v)] ?? String(v))
}
export const keyOf = (kind: Kind, row: Row) => String(row[kind.key])

/** A row as its form wants it: ids as text where the form chooses by text. */
export function valuesOf(row: Row, schema: Schema): Row {
  return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([n, s]) => {
    const v = row[n] ?? (n === 'to' ? row.validTo : undefined)
    return [n, typeof v === 'number' && s.type === 'string' ? String(v) : (v ?? undefined)]
  }))
}
