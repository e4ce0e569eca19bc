/** Today's date here, as ISO text. */
export function today(now = new Date()): string {
  const p = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${p(now.getMonth() + 1)}-${p(now.getDate())}`
}

/** "2026-03-01T15:00:00Z" or "2026-03-01" → "2026-03-01 15:00" in local time. */
export function moment(text: string | null | undefined): string {
  if (!text) return ''
  if (!text.includes('T')) return text
  if (!/(Z|[+-]\d\d:?\d\d)$/.test(text)) return text.slice(0, 16).replace('T', ' ')
  const d = new Date(text)
  if (Number.isNaN(d.getTime())) return text
  return `${today(d)} ${String(d.getHours()).padStart(2, '0')}:${String(d.getMinutes()).padStart(2, '0')}`
}

export const day = (text: string | null | undefined) => moment(text).slice(0, 10)
export const size = (n: number) =>
  n < 1024 ? `${n} B` : n < 1024 * 1024 ? `${Math.round(n / 1024)} KB` : `${(n / 1024 / 1024).toFixed(1)} MB`
export const counted = (c: { value: number; more: boolean } | undefined) => (c ? `${c.value.toLocaleString('zh-CN')}${c.more ? '+' : ''}` : '')
export const nameOf = (x: string | { name: string } | null | undefined) => (typeof x === 'string' ? x : (x?.name ?? ''))

/** "930", "9:30", "9：30" → "09:30"; null when it is no time of day. */
export function clock(text: string): string | null {
  const found = /^(\d{1,2})[:：]?(\d{2})$/.exec(text.trim())
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null
  return `${found[1]!.padStart(2, '0')}:${found[2]}`
}
