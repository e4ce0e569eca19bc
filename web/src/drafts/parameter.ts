import type { DraftParameter, ParameterChange, ParameterValue } from '../api/drafts'
import { fenToYuan, yuanToFen } from '../form/money'
import { amount, chinese } from './numerals'

const units: Record<string, string> = { h: '小时', nd: '日', wd: '个工作日', m: '个月', y: '年' }
export const periodUnits = Object.entries(units).map(([value, label]) => ({ value, label: label.replace('个', '') }))

export type ValueKind = 'period' | 'money' | 'day' | 'bool' | 'int' | 'ratio' | 'text'
/** What a parameter holds, read from how the pack writes it and how the server words it. */
export function valueKind(p: Pick<DraftParameter, 'value' | 'words'>): ValueKind {
  if (typeof p.value === 'boolean') return 'bool'
  if (typeof p.value === 'number') return /元$/.test(p.words) ? 'money' : 'int'
  if (/^\d+ (h|nd|wd|m|y)$/i.test(p.value)) return 'period'
  if (/%$/.test(p.words)) return 'ratio'
  return /^\d\d-\d\d$/.test(p.value) ? 'day' : 'text'
}

/** As the server words the old value: 三十个工作日, 5万元, 1月20日. */
export function valueWords(kind: ValueKind, value: ParameterValue): string {
  if (kind === 'bool') return value ? '是' : '否'
  if (kind === 'money') return amount(Number(value))
  const text = String(value)
  if (kind === 'ratio') return `${Number((Number(text) * 100).toFixed(6))}%`
  const period = kind === 'period' && /^(\d+) (\w+)$/.exec(text)
  if (period) return chinese(Number(period[1])) + (units[period[2]!.toLowerCase()] ?? period[2])
  const day = kind === 'day' && /^(\d\d)-(\d\d)$/.exec(text)
  return day ? `${Number(day[1])}月${Number(day[2])}日` : text
}

/** A change as it is typed: the value as text, a period's unit beside it. */
export interface Typed { text: string; unit: string; cite: string; verified: boolean; note: string }

/** What the drawer begins with. That a new value was checked against the original text is never preset. */
export function begin(p: DraftParameter): Typed {
  const from: ParameterChange = p.change ?? { ...p, verified: false }
  const kind = valueKind(p)
  const [text, unit] = kind === 'period' ? String(from.value).split(' ') : [kind === 'money' ? fenToYuan(Number(from.value)) : String(from.value)]
  return { text: text ?? '', unit: (unit ?? 'nd').toLowerCase(), cite: from.cite, verified: from.verified, note: from.note ?? '' }
}

/** @returns the value as a pack writes it, or null when what is typed is none. */
export function typedValue(kind: ValueKind, typed: Typed): ParameterValue | null {
  const text = typed.text.trim()
  if (kind === 'bool') return text === 'true'
  if (kind === 'money') return text ? yuanToFen(text) : null
  if (kind === 'int') return /^-?\d{1,15}$/.test(text) ? Number(text) : null
  if (kind === 'period') return /^\d{1,5}$/.test(text) ? `${Number(text)} ${typed.unit}` : null
  if (kind === 'ratio') return /^\d(\.\d{1,8})?$/.test(text) ? text : null
  if (kind === 'day') return dayOfYear(text)
  return text || null
}
/** "1-20", "01-20", "1月20日" → "01-20"; a day that a leap year has will do. */
function dayOfYear(text: string): string | null {
  const found = /^(\d{1,2})(?:-|月)(\d{1,2})日?$/.exec(text)
  if (!found) return null
  const [month, day] = [Number(found[1]), Number(found[2])]
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(2024, month, 0)).getUTCDate()) return null
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export const wrongValue: Record<ValueKind, string> = {
  period: '请填写期限的数目', money: '请填写金额（元），最多两位小数', day: '请填写月和日，如 1-20', bool: '请选择', int: '请填写整数', ratio: '请填写小数，如 0.03', text: '请填写值',
}

/** Which of the four things about a parameter are new. */
export function changedParts(old: ParameterChange, now: ParameterChange): string[] {
  const parts: [keyof ParameterChange, string][] = [['value', '值'], ['cite', '法律依据'], ['verified', '核对原文'], ['note', '说明']]
  return parts.filter(([key]) => (old[key] ?? '') !== (now[key] ?? '')).map(([, title]) => title)
}
