import type { CalendarYear } from '../api'
import type { Schema } from '../api/types'

export interface HolidayRow { name: string; from: string; to: string; statutoryFrom?: string; statutoryTo?: string }
export interface CalendarForm { year?: number; source?: string; holidays?: HolidayRow[]; work?: { date: string; name: string }[] }
export const holidayNames = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']

/** One year's notice as the State Council's general office states it. */
export function calendarSchema(): Schema {
  const date = (title: string): Schema => ({ type: 'string', format: 'date', title })
  return {
    type: 'object', required: ['year', 'source', 'holidays'],
    properties: {
      year: { type: 'integer', title: '年份', minimum: 2000, maximum: 2199 },
      source: { type: 'string', title: '通知文号', maxLength: 200, 'x-help': '国务院办公厅关于部分节假日安排的通知' },
      holidays: {
        type: 'array', title: '节日', minItems: 1,
        items: { type: 'object', required: ['name', 'from', 'to', 'statutoryFrom', 'statutoryTo'], properties: { name: { type: 'string', title: '节日' }, from: date('放假自'), to: date('放假至'), statutoryFrom: date('法定节日自'), statutoryTo: date('法定节日至') } },
      },
      work: { type: 'array', title: '调休上班', items: { type: 'object', required: ['date', 'name'], properties: { date: date('上班日期'), name: { type: 'string', title: '因何节日', enum: holidayNames } } } },
    },
  }
}

/** Every day from the first to the last as MM-DD; at most 31, so that a slip of the pen stays visible. */
export function span(from: string, to: string): string[] {
  const out: string[] = []
  for (let t = Date.parse(from); t <= Date.parse(to) && out.length < 31; t += 86_400_000) out.push(new Date(t).toISOString().slice(5, 10))
  return out
}

export function announcement(form: CalendarForm): CalendarYear {
  const holidays: CalendarYear['holidays'] = {}
  for (const h of form.holidays ?? []) {
    const work = (form.work ?? []).filter((w) => w.name === h.name).map((w) => w.date.slice(5))
    holidays[h.name] = { statutory: span(h.statutoryFrom ?? '', h.statutoryTo ?? ''), off: span(h.from, h.to), ...(work.length ? { work } : {}) }
  }
  return { year: form.year ?? 0, source: form.source ?? '', holidays }
}

/** 02-16..19 → 2月16日至19日; runs of single days (01-01, 01-02, 01-03) are joined. */
export function daysText(days: string[] | undefined): string {
  const spans = (days ?? []).map((d) => d.split('..') as [string, string?]).map(([a, b]) => [a, !b ? a : b.includes('-') ? b : `${a.slice(0, 3)}${b}`] as [string, string])
  const joined: [string, string][] = []
  for (const [a, b] of spans) {
    const last = joined.at(-1)
    if (last && next(last[1]) === a) last[1] = b
    else joined.push([a, b])
  }
  return joined.map(([a, b]) => (a === b ? said(a) : `${said(a)}至${a.slice(0, 2) === b.slice(0, 2) ? `${Number(b.slice(3))}日` : said(b)}`)).join('、') || '—'
}
const said = (d: string) => `${Number(d.slice(0, 2))}月${Number(d.slice(3))}日`
const next = (d: string) => new Date(Date.parse(`2000-${d}`) + 86_400_000).toISOString().slice(5, 10)
