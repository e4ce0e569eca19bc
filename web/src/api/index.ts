import { call, get, post } from './client'
import type * as T from './types'

export { accounts, audit, own } from './accounts'
export { discretion } from './discretion'
export { drafts } from './drafts'
export { calculations } from './calculations'
export { letters } from './letters'
export { lists } from './lists'
export { exams } from './exams'
export { ownList, parties } from './parties'
export { posts } from './posts'
export { figures } from './figures'
export { messages, notices } from './notices'
export { olden } from './olden'
export { paper } from './paper'
export { registers } from './registers'
export { roles } from './roles'
export { submissions } from './submissions'
export { work } from './work'

const of = (id: string) => `/api/cases/${encodeURIComponent(id)}`
type Filters = Record<string, string | number | boolean | undefined>

export const session = {
  current: () => call<T.Session>('GET', '/api/session', { anonymous: true }),
  signIn: (account: string, password: string, code?: string) =>
    call<T.Session>('POST', '/api/session', { body: { account, password, code }, anonymous: true }),
  /** 选择岗位、换岗 */
  choose: (agency: string) => call<T.Session>('PUT', '/api/session/post', { body: { agency }, anonymous: true }),
  signOut: () => call<void>('DELETE', '/api/session', { anonymous: true }),
  ways: () => call<T.Ways>('GET', '/api/session/ways', { anonymous: true }),
}

export const overview = () => get<T.Overview>('/api/overview')
export const todoSteps = (cursor?: string) => get<T.Page<T.InboxStep>>('/api/todo/steps', { cursor, limit: 20 })
/** ofRoles: only what waits for a role of mine (审批、审核). */
export const todo = (ofRoles: boolean, cursor?: string) => get<T.Page<T.Todo>>('/api/todo', { ofRoles, cursor, limit: 50 })
export const procedures = () => get<T.ProcedureRow[]>('/api/procedures')
export const people = (query: { agency?: string; q?: string; role?: string }) => get<T.PersonRow[]>('/api/people', query)
export const citation = (ref: string, on?: string) => get<T.Citation>('/api/law/citation', { ref, on })

export const library = {
  laws: (cursor?: string) => get<T.Page<T.Law>>('/api/law/statutes', { cursor, limit: 50 }),
  version: (id: string) => get<T.VersionDetail>(`/api/law/versions/${encodeURIComponent(id)}`),
  articles: (id: string, from: number) => get<{ items: T.StatuteArticle[]; next: number | null }>(`/api/law/versions/${encodeURIComponent(id)}/articles`, { from, limit: 50 }),
  search: (q: string, on?: string, cursor?: string) => get<T.Page<T.ArticleHit>>('/api/law/articles', { q, on, cursor }),
  report: (id: string) => get<T.Touched>(`/api/law/versions/${encodeURIComponent(id)}/report`),
  bring: (form: FormData) => call<{ id: string; files: T.ImportedFile[] }>('POST', '/api/law/imports', { form }),
}

export const cases = {
  list: (filters: Filters, signal?: AbortSignal) => get<Required<T.Page<T.CaseRow>>>('/api/cases', filters, signal),
  open: (body: { procedure: string; item?: string; act: T.ActInput }, key: string) => post<T.CaseDetail>('/api/cases', body, key),
  read: (id: string, as: { knownAt?: string; validAt?: string } = {}) => get<T.CaseDetail>(of(id), as),
  entries: (id: string, before?: string) => get<T.Page<T.EntryRow>>(`${of(id)}/entries`, { before, limit: 50 }),
  form: (id: string, act: string) => get<T.Schema>(`${of(id)}/forms/${encodeURIComponent(act)}`),
  examine: (id: string, act: T.ActInput, signal?: AbortSignal) =>
    call<T.Examination>('POST', `${of(id)}/examine`, { body: act, signal }),
  act: (id: string, act: T.ActInput, key: string) =>
    post<T.ActDone>(`${of(id)}/acts`, act, key),
  openings: (id: string) => get<T.CaseOpening[]>(`${of(id)}/openings`),
  documents: (id: string) => get<T.DocumentRow[]>(`${of(id)}/documents`),
  preview: (id: string, template: string, act: T.ActInput) =>
    call<Blob>('POST', `${of(id)}/documents/preview`, { body: { template, act }, as: 'blob' }),
  chart: (id: string) => get<T.ChartOutline>(`${of(id)}/chart`),
  pictureLink: (id: string) => `${of(id)}/chart.svg`,
  picture: (id: string) => call<Blob>('GET', `${of(id)}/chart.svg`, { as: 'blob' }),
  document: (id: string, doc: string, format: 'pdf' | 'docx') =>
    `${of(id)}/documents/${encodeURIComponent(doc)}?format=${format}`,
}

export const files = {
  link: (id: string) => `/api/files/${encodeURIComponent(id)}`,
  preview: (id: string) => `/api/files/${encodeURIComponent(id)}/preview`,
}

export const publications = {
  list: (state: string, cursor?: string) => get<T.Page<T.PublicationRow>>('/api/publications', { state, cursor }),
  read: (id: string) => get<T.PublicationDetail>(`/api/publications/${encodeURIComponent(id)}`),
  /** What may be masked by hand. */
  findings: (cursor?: string) => get<T.Page<T.FoundPublication>>('/api/publications/findings', { cursor }),
  rules: () => get<T.HandRule[]>('/api/publications/rules'),
  submit: (id: string, masks: { from: number; to: number; rule: string }[]) =>
    post<T.PublicationDetail>(`/api/publications/${encodeURIComponent(id)}/submit`, { masks }),
  release: (id: string) => post<T.PublicationDetail>(`/api/publications/${encodeURIComponent(id)}/release`),
  giveBack: (id: string, reason: string) =>
    post<T.PublicationDetail>(`/api/publications/${encodeURIComponent(id)}/return`, { reason }),
  withdraw: (id: string, reason: string) =>
    post<T.PublicationDetail>(`/api/publications/${encodeURIComponent(id)}/withdraw`, { reason }),
}

export type Row = Record<string, unknown>
/** `since`, `reason`: when this state was entered, and why what stood before was taken back. */
export interface CalendarYear { year: number; source: string; bundled?: boolean; since?: string | null; reason?: string | null; holidays: Record<string, { statutory?: string[]; off?: string[]; work?: string[] }> }
export const registry = {
  list: (kind: string, query: Filters) => get<T.Page<Row>>(`/api/registry/${kind}`, query),
  add: (kind: string, body: Record<string, unknown>) => post<unknown>(`/api/registry/${kind}`, body),
  version: (kind: string, id: string, body: Record<string, unknown>) =>
    call<unknown>('PUT', `/api/registry/${kind}/${encodeURIComponent(id)}`, { body }),
}

export const numbers = {
  books: (holders: string[] = []) => get<T.NumberBook[]>('/api/numbers/books', { holders: holders.join(',') }),
  kinds: () => get<T.PrintedKind[]>('/api/numbers/kinds'),
  handOut: (book: { kind: string; year: number; count: number; holder: number }) =>
    post<{ first: string; last: string; count: number }>('/api/numbers/books', book),
}

export const calendar = {
  years: () => get<CalendarYear[]>('/api/calendar'),
  announce: (year: CalendarYear) => post<unknown>('/api/calendar', year),
  takeBack: (year: number, reason: string) => post<unknown>(`/api/calendar/${year}/undo`, { reason }),
  /** What an announcement would move among the next running cases; without holidays, what taking the last one back would. */
  preview: (asked: { year: number; holidays?: CalendarYear['holidays']; after?: string }) => post<MovesFound>('/api/calendar/preview', asked),
}
export interface MovedRow { agency: string; act: string; owedBy: string; count: number; earliest: number; latest: number; settled: number }
export interface MovesFound { examined: number; unread: number; cases: number; moved: MovedRow[]; next: string | null }

const pack = (code: string) => `/api/procedures/${encodeURIComponent(code)}`
export const packs = {
  list: (on?: string) => get<T.PackRow[]>('/api/law/packs', { on }),
  text: (code: string, on?: string) => get<T.PackText>(`${pack(code)}/text`, { on }),
  form: (code: string, act: string, on?: string) => get<T.Schema>(`${pack(code)}/forms/${encodeURIComponent(act)}`, { on }),
  chartLink: (code: string, on?: string) => `${pack(code)}/chart.svg${on ? `?on=${on}` : ''}`,
  tryOut: (code: string, body: { on?: string; acts: T.TrialAct[] }) => call<T.TrialOutcome>('POST', `${pack(code)}/what-if`, { body }),
}
