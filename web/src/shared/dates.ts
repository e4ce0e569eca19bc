/** Legal time is China Standard Time, UTC+8 without summer time, wherever the browser stands. */
const chinese = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString()

/** Today's legal date, as ISO text. */
export const today = (now = new Date()) => chinese(now).slice(0, 10)

/** An instant ("2026-03-01T07:00:00Z") or a legal date or date-time ("2026-03-01T15:00") → "2026-03-01 15:00". */
export function moment(text: string | null | undefined): string {
  if (!text) return ''
  if (!text.includes('T')) return text
  if (!/(Z|[+-]\d\d:?\d\d)$/.test(text)) return text.slice(0, 16).replace('T', ' ')
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? text : chinese(instant).slice(0, 16).replace('T', ' ')
}

/** A legal date-time as an instant, for knownAt. */
export const instantOf = (local: string) => new Date(`${local}+08:00`).toISOString()

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
