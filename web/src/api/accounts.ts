import { call, get, post, url } from './client'

/** One's own account, those of others (安全管理), and the audit (审计). Times are ISO instants. */
export interface Running { id: string; current?: boolean; address: string; agent: string; since: string; seen: string }
export interface OwnAccount { login: string; oneTimeUntil: string | null; secondFactor: boolean; obligatory: boolean; codesLeft: number; sessions: Running[] }
export interface Proposed { secret: string; uri: string; qr: string }
export interface AccountRow { person: string; name: string; agency: string; roles: string; login: string | null; locked: boolean; disabled: boolean; oneTime: boolean; secondFactor: boolean; sessions: number; lastSeen: string | null }
export interface OneTime { login: string; password: string; until: string }
export interface AuditRow { id: string; at: string; actor: { id: string; name: string }; agency: string; title: string; act: string; kind: string; object: string; about: { id: string; name: string } | null; address: string; done: boolean }

type Query = Record<string, string | number | boolean | undefined>
const id = encodeURIComponent

export const own = {
  read: () => get<OwnAccount>('/api/account'),
  password: (password: string, next: string) => call<void>('PUT', '/api/account/password', { body: { password, next } }),
  propose: (password: string) => post<Proposed>('/api/account/second-factor', { password }),
  prove: (code: string) => call<string[]>('PUT', '/api/account/second-factor', { body: { code } }),
  removeFactor: (password: string) => post<void>('/api/account/second-factor/removal', { password }),
  end: (session: string) => call<void>('DELETE', `/api/account/sessions/${id(session)}`),
}
export const accounts = {
  list: (query: Query) => get<{ items: AccountRow[]; next: string | null }>('/api/accounts', query),
  /** `own`: the administrator's own password. */
  password: (person: string, own: string, login?: string) => post<OneTime>(`/api/accounts/${id(person)}/password`, { login, password: own }),
  endAll: (person: string) => call<void>('DELETE', `/api/accounts/${id(person)}/sessions`),
  removeFactor: (person: string, own: string) => post<void>(`/api/accounts/${id(person)}/second-factor/removal`, { password: own }),
  close: (person: string) => call<void>('DELETE', `/api/accounts/${id(person)}`),
}
export const audit = {
  list: (query: Query) => get<{ items: AuditRow[]; next: string | null }>('/api/audit', query),
  acts: () => get<Record<string, string>>('/api/audit/acts'),
  exportLink: (query: Query) => url('/api/audit/export', query),
}
