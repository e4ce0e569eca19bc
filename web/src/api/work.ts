import { call, get, post } from './client'
import type { CaseRow, Count, Finding, Page } from './types'

/** Who carries what (工作量), hand-over (交接), substitution (代理), notes between colleagues (批注). Dates are ISO text. */
export interface Named { id: string; name: string }
export interface Load {
  person: Named; cases: Count; leads: Count; duties: { overdue: Count; soon: Count; later: Count }; oldest: string | null
  handOver: 'left' | 'certificate' | null; substitute: { id: string; name: string; until: string } | null
}
export interface Going { case: CaseRow; leads: boolean; duties: number; obstacles: Finding[]; alone: boolean }
export interface HandOverView { from: Named; to: Named | null; cases: Going[]; barred: number; more: boolean }
export interface HandOver { id: string; at: string; fromId: string; fromName: string; toId: string; toName: string; byName: string; reason: string; cases: number }
export interface Substitution { id: string; absentId: string; absentName: string; substituteId: string; substituteName: string; fromDay: string; toDay: string; reason: string; byName: string; ended: boolean }
/** A note on an entry; text is empty where it was taken back. */
export interface Note { id: string; seq: number; authorId: string; authorName: string; askedId: string | null; askedName: string | null; answers: string | null; text: string; at: string; answered: boolean; takenAt: string | null }
export interface Question { id: string; seq: number; by: string; text: string; at: string; case: CaseRow }
export interface HandOverAsked { from: string; to?: string; cases?: string[]; reason?: string }

const notesOf = (id: string) => `/api/cases/${encodeURIComponent(id)}/notes`

export const work = {
  loads: (handOver: boolean, cursor?: string) => get<Page<Load>>('/api/workload', { handOver, cursor, limit: 50 }),
  look: (asked: HandOverAsked) => post<HandOverView>('/api/hand-overs?dryRun=true', asked),
  handOver: (asked: HandOverAsked, key: string) => post<{ id: string; cases: number }>('/api/hand-overs', asked, key),
  handOvers: (cursor?: string) => get<Page<HandOver>>('/api/hand-overs', { cursor, limit: 50 }),
  substitutions: (cursor?: string) => get<Page<Substitution>>('/api/substitutions', { cursor, limit: 50 }),
  substitute: (body: Record<string, unknown>) => post<Substitution>('/api/substitutions', body),
  notes: (id: string, cursor?: string) => get<Page<Note>>(`${notesOf(id)}`, { cursor, limit: 100 }),
  note: (id: string, body: { seq: number; text: string; ask?: string; answers?: string }, key: string) => post<Note>(notesOf(id), body, key),
  takeNote: (id: string, note: string) => call<Note>('DELETE', `${notesOf(id)}/${encodeURIComponent(note)}`),
  questions: (cursor?: string) => get<Page<Question>>('/api/todo/questions', { cursor, limit: 20 }),
  end: (id: string) => post<Substitution>(`/api/substitutions/${encodeURIComponent(id)}/end`),
}
