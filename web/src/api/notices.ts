import { call, get, post } from './client'
import type { CaseRow, DutyState, Page } from './types'

/** Notices (提醒): duties on my desk whose period runs out. step: the shares of the period, or its last day. */
export interface Notice { id: string; step: 'first' | 'second' | 'end'; at: string; read: boolean; duty: DutyState; case: CaseRow; instead: { id: string; name: string } | null }

export const notices = {
  page: (cursor?: string) => get<Page<Notice>>('/api/notices', { cursor, limit: 30 }),
  read: (id: string) => post<void>(`/api/notices/${encodeURIComponent(id)}/read`),
  readUntil: (until: string) => post<void>('/api/notices/read', { until }),
}

/** What I am sent outside of the workbench. quietFrom, quietTo: hours of the day. */
export interface Messages {
  ways: { carrier: string; title: string; on: boolean; reaches: boolean }[]
  quietFrom: number; quietTo: number
  sent: { id: string; title: string; text: string; at: string; state: 'waiting' | 'sent' | 'failed' | 'stale'; fault: string | null }[]
}
export const messages = {
  view: () => get<Messages>('/api/messages'),
  want: (carrier: string, on: boolean) => call<Messages>('PUT', `/api/messages/${encodeURIComponent(carrier)}`, { body: { on } }),
}
