import { call, get, post } from './client'
import type { Evaluated } from './evaluations'
import type { Page } from './types'

export type ColumnType = 'text' | 'long' | 'date' | 'yesno' | 'integer' | 'money' | 'choice' | 'choices' | 'citation' | 'conditions' | 'items'
export interface ListColumn { name: string; title: string; type: ColumnType; required: boolean; key: boolean; choices: string[]; max: number; note: string; example: string }
export interface ListKind {
  code: string
  title: string
  cite: string
  about: string
  disclosed: boolean
  reviewMonths: number
  owners: Record<string, { drafts: string[]; reviews: string[]; publishes: string[] }>
  columns: ListColumn[]
  read: string[]
}
export type VersionState = 'draft' | 'submitted' | 'reviewed' | 'published' | 'withdrawn' | 'discarded'
export interface ListHead {
  id: string
  kind: string
  kindTitle: string
  title: string
  owner: string
  ownerKind: 'agency' | 'region'
  current: { number: number; from: string | null; to: string | null; rows: number; reviewDue: string | null } | null
  underWay: { number: number; state: VersionState } | null
  changes: boolean
  /** Day of the last evaluation; null: 从未评估. */
  evaluated: string | null
  /** Id of one under way. */
  evaluating: string | null
}
export interface VersionRow { number: number; state: VersionState; base: number | null; from: string | null; to: string | null; publishedOn: string | null; document: string; reason: string; rows: number; updatedAt: string }
export type ListStep = 'submit' | 'review' | 'return' | 'publish' | 'withdraw' | 'discard'
export interface ListVersion extends Omit<VersionRow, 'updatedAt'> {
  list: string
  kind: string
  title: string
  owner: string
  seq: number
  opinion: string
  endedFor: string
  editable: boolean
  steps: { step: ListStep; why: string | null }[]
  history: { seq: number; at: string; by: number; name: string; what: string; note: string }[]
}
export type Cells = Record<string, string>
export interface CiteState { ref: string; state: 'held' | 'gone' | 'no-article' | 'unheld' | 'unread'; note: string }
/** evaluateBy: the day by which the row is to be evaluated; null where it was. */
export interface ListRow { key: string; cells: Cells; cites: CiteState[]; evaluateBy: string | null; evaluated: Evaluated | null }
export interface RowPage { rows: ListRow[]; total: number; page: number; size: number }
export interface DifferentRow { key: string; what: 'added' | 'removed' | 'changed'; cells: { column: string; title: string; was: string | null; is: string | null }[] }
export interface Differences { added: number | null; removed: number | null; changed: number | null; same: number | null; rows: DifferentRow[]; next: string | null }
export interface ImportReport {
  rows: number
  read: number
  refused: number
  faults: { row: number; column: string; value: string; what: string; mend: string }[]
  allFaults: number
  imported: number
  mapping: { header: string; column: string | null }[]
  missing: string[]
}
export interface StepBody { note?: string; opinion?: string; from?: string; publishedOn?: string; document?: string; last?: string }

const root = '/api/lists'
const of = (id: string) => `${root}/${encodeURIComponent(id)}`
const at = (id: string, number: number) => `${of(id)}/versions/${number}`

export const lists = {
  kinds: () => get<ListKind[]>(`${root}/kinds`),
  all: (query: { kind?: string; agency?: string }, cursor?: string) => get<Page<ListHead>>(root, { ...query, cursor }),
  begin: (body: { kind: string; owner: string; title: string; reason: string }) => post<ListVersion>(root, body),
  read: (id: string) => get<ListHead>(of(id)),
  versions: (id: string) => get<VersionRow[]>(`${of(id)}/versions`),
  change: (id: string, reason: string) => post<ListVersion>(`${of(id)}/versions`, { reason }),
  version: (id: string, number: number) => get<ListVersion>(at(id, number)),
  rows: (id: string, number: number, q: string, page: number, size: number) => get<RowPage>(`${at(id, number)}/rows`, { q, page, size }),
  row: (id: string, number: number, key: string) => get<ListRow>(`${at(id, number)}/row`, { key }),
  putRow: (id: string, number: number, body: { seq: number; was?: string; cells: Cells }) => call<ListVersion>('PUT', `${at(id, number)}/row`, { body }),
  removeRow: (id: string, number: number, seq: number, key: string) => call<ListVersion>('DELETE', `${at(id, number)}/row`, { query: { seq, key } }),
  differences: (id: string, number: number, other?: number, cursor?: string) => get<Differences>(`${at(id, number)}/differences`, { with: other, cursor }),
  step: (id: string, number: number, seq: number, step: ListStep, body: StepBody) => post<ListVersion>(`${at(id, number)}/${step}`, { seq, ...body }),
  bring: (id: string, number: number, seq: number, file: File, dryRun: boolean, replaces: boolean, mapping: Record<string, string>) => {
    const form = new FormData()
    form.append('file', file, file.name)
    return call<ImportReport>('POST', `${at(id, number)}/imports`, { form, query: { dryRun: String(dryRun), replaces: String(replaces), seq, mapping: Object.keys(mapping).length ? JSON.stringify(mapping) : undefined } })
  },
  template: (kind: string) => `${root}/kinds/${encodeURIComponent(kind)}/template`,
  export: (id: string, number: number) => `${at(id, number)}/export`,
}
