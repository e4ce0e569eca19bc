import { call, get, post } from './client'
import type { ActInput, CaseRow, DutyState, FileRow, Finding, On, Page } from './types'

/** Submissions (送审稿): a drafted act, sent to whoever does it. Times are instants as ISO text. */
export interface Who { id: string; name: string }
export type SubmissionState = 'sent' | 'returned' | 'withdrawn' | 'lapsed' | 'dropped' | 'done'
export interface SubmissionRow {
  id: string; case: CaseRow; act: string; title: string; on: On; state: SubmissionState; version: number; returns: number
  sender: Who; toRole: string; toTitle: string; toPerson: Who | null; sentAt: string; openedBy: Who | null; openedAt: string | null; entry: number | null
  /** Why I, who have read it, may decide it in one go with others. */
  together?: { title: string; cite: string } | null
}
/** A place that hurts; pointer into the act, e.g. /form/facts. */
export interface Mark { pointer: string; title: string; word: string }
export interface Change { pointer: string; title: string; before: string | null; after: string | null }
/** act is null where personal data in it was destroyed. */
export interface Version {
  version: number; at: string; by: Who; word: string; act: ActInput | null; files: FileRow[]; changes: Change[]
  returned: { by: Who; at: string; reason: string; places: Mark[] } | null
}
/** withheld: I decide on it and have not opened it. */
export interface Submission {
  row: SubmissionRow; onLabel: string; withheld: boolean; decides: boolean; goesOn: boolean; titles: Record<string, string>
  since: { seq: number; title: string; at: string }[]; versions: Version[]; events: { what: string; at: string; by: Who; version: number }[]
}
/** What became of one decided in one go; without an entry it waits as before. */
export interface Outcome { id: string; entry: number | null; why: string | null; findings: Finding[] }
export interface Receiver { role: string; title: string; holders: Who[] }
/** Whom it goes to and with what words; without a person to any holder of the role. */
export interface Address { toRole: string; toPerson?: string; word: string }

const of = (id: string) => `/api/submissions/${encodeURIComponent(id)}`
const inCase = (id: string) => `/api/cases/${encodeURIComponent(id)}`

export const submissions = {
  sent: (cursor?: string) => get<Page<SubmissionRow>>('/api/submissions/sent', { cursor, limit: 20 }),
  waiting: (cursor?: string) => get<Page<SubmissionRow>>('/api/submissions/waiting', { cursor, limit: 20 }),
  ofCase: (id: string, cursor?: string) => get<Page<SubmissionRow>>(`${inCase(id)}/submissions`, { cursor, limit: 20 }),
  receivers: (id: string, act: string) => get<Receiver[]>(`${inCase(id)}/receivers`, { act }),
  examine: (body: Record<string, unknown>, signal?: AbortSignal) => call<{ open: boolean; findings: Finding[]; creates: DutyState[] }>('POST', '/api/submissions/examine', { body, signal }),
  send: (id: string, act: ActInput, to: Address, key: string) => post<Submission>('/api/submissions', { case: id, act, ...to }, key),
  again: (id: string, version: number, act: ActInput, to: Address, key: string) => post<Submission>(`${of(id)}/versions`, { version, act, ...to }, key),
  read: (id: string) => get<Submission>(of(id)),
  open: (id: string) => post<Submission>(`${of(id)}/open`),
  giveBack: (id: string, body: { version: number; reason: string; places: { pointer: string; word: string }[] }, key: string) => post<Submission>(`${of(id)}/return`, body, key),
  decide: (list: { id: string; version: number }[], key: string) => post<Outcome[]>('/api/submissions/decide', { submissions: list }, key),
  withdraw: (id: string, version: number) => post<Submission>(`${of(id)}/withdraw`, { version }),
  drop: (id: string) => post<Submission>(`${of(id)}/drop`),
}
