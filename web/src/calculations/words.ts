import { money } from '../form/money'
import { moment } from '../shared/dates'

/** A figure or parameter in words, by its type in the packs. */
export function said(value: unknown, type: string): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (type === 'money' && typeof value === 'number') return money(value)
  if (type === 'ratio') return `${Number((Number(value) * 100).toFixed(6))}%`
  if (Array.isArray(value)) return value.map((v) => said(v, type)).join('、')
  return /^\d{4}-\d\d-\d\dT/.test(String(value)) ? moment(String(value)) : String(value)
}
