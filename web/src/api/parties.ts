import { call, get, post, url } from './client'
import type { ActInput, CaseRow } from './types'

/** Parties over cases (当事人), what an agency takes as one or apart, 一事不二罚. Fines are whole 分; dates are ISO text. */
export interface PartyFine { fine: number; on: string }
export interface PartyCase { case: CaseRow; as: string; fines: PartyFine[] }
export type KnownBy = 'code' | 'id' | 'case'
/** A way in which the party is written; party is who this spelling alone would be. */
export interface Spelling { id: string; party: string; name: string; code: string | null; knownBy: KnownBy }
export interface Join {
  id: string; kind: 'merge' | 'split'; agency: string; first: string; second: string; reason: string; by: string; at: string
  undoneBy: string | null; undoneAt: string | null; undoneReason: string | null; mine: boolean
}
export interface Party {
  id: string; name: string; code: string | null; knownBy: KnownBy; spellings: Spelling[]; cases: PartyCase[]; next: string | null; joins: Join[]; mayJoin: boolean
}
export interface PartyProposal { id: string; name: string; code: string | null; why: string[]; latest: CaseRow }
export interface RepeatHit { case: CaseRow; as: string; why: string[]; sure: boolean; fines: PartyFine[] }
export interface RepeatElsewhere { agency: string; filedOn: string; decided: boolean; number: string | null; why: string[] }
export interface Repeats { asks: boolean; title: string; cite: string; cases: RepeatHit[]; elsewhere: RepeatElsewhere[] }
export interface SavedFilter { id: string; name: string; query: Record<string, string> }
export interface OwnList { columns: string[]; choices: { code: string; title: string }[]; filters: SavedFilter[]; mayExport: boolean }

const of = (id: string) => `/api/parties/${encodeURIComponent(id)}`

export const parties = {
  read: (id: string, cursor?: string) => get<Party>(of(id), { cursor, limit: 20 }),
  ofCase: (id: string) => get<{ object: string; id: string; name: string }[]>(`/api/cases/${encodeURIComponent(id)}/parties`),
  proposals: (id: string) => get<PartyProposal[]>(`${of(id)}/proposals`),
  merge: (id: string, other: string, reason: string) => post<Party>(`${of(id)}/merges`, { with: other, reason }),
  split: (id: string, spelling: string, reason: string) => post<Party>(`${of(id)}/splits`, { with: spelling, reason }),
  undo: (id: string, join: string, reason: string) => post<Party>(`${of(id)}/joins/${encodeURIComponent(join)}/undo`, { reason }),
  repeats: (id: string, signal?: AbortSignal) => get<Repeats>(`/api/cases/${encodeURIComponent(id)}/repeats`, {}, signal),
  repeatsBefore: (body: { procedure: string; item?: string; act: Pick<ActInput, 'code' | 'at' | 'form'> }, signal?: AbortSignal) => call<Repeats>('POST', '/api/parties/repeats', { body, signal }),
}

export const ownList = {
  read: () => get<OwnList>('/api/case-list'),
  columns: (columns: string[]) => call<OwnList>('PUT', '/api/case-list/columns', { body: { columns } }),
  save: (name: string, query: Record<string, string>) => post<OwnList>('/api/case-list/filters', { name, query }),
  drop: (id: string) => call<OwnList>('DELETE', `/api/case-list/filters/${encodeURIComponent(id)}`),
  exportLink: (filters: Record<string, string | undefined>) => url('/api/case-list/export', filters),
}
