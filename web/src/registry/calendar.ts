import type { Schema } from '../api/types'

export interface CalendarYear {
  year: number
  announced: boolean
  source: string | null
  holidays: { name: string; from: string; to: string }[]
  workdays: string[]
}

/** One year's announcement, as the State Council's notice states it. */
export function calendarForm(): Schema {
  const date = (title: string): Schema => ({ type: 'string', format: 'date', title })
  return {
    type: 'object', required: ['source', 'holidays'],
    properties: {
      source: { type: 'string', title: '通知文号', 'x-help': '国务院办公厅关于部分节假日安排的通知' },
      holidays: { type: 'array', title: '放假', minItems: 1, items: { type: 'object', required: ['name', 'from', 'to'], properties: { name: { type: 'string', title: '节日' }, from: date('自'), to: date('至') } } },
      workdays: { type: 'array', title: '调休上班', items: { type: 'object', required: ['date'], properties: { date: date('日期') } } },
    },
  }
}
