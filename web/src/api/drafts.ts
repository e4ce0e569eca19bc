import { call, get, post } from './client'
import type { Finding, Page, Person } from './types'

/** 修改草案: a change of one procedure from a day on. `seq` goes with every write; 409 when somebody else wrote. */
export type DraftState = 'draft' | 'submitted' | 'published' | 'withdrawn'
/** As a pack writes it: "90 nd", "01-20", 50000 (分), true. */
export type ParameterValue = string | number | boolean
export interface ParameterChange { value: ParameterValue; cite: string; verified: boolean; note: string }
export interface DraftParameter extends ParameterChange {
  name: string
  title: string
  words: string
  layer: string
  file: string
  line: number
  change: ParameterChange | null
}
export type RuleChange = { text: string; removed?: undefined } | { removed: true; text?: undefined }
/** A rule over contents, or what an act says of another: 先办、等待、义务、有期限的权利. */
export type RuleKind = 'rules' | 'needs' | 'waits-for' | 'obliges' | 'opens'
export interface DraftRule {
  act: string
  actTitle: string
  id: string
  kind?: RuleKind
  title: string
  severity: string
  /** The rule's YAML as it stands in the file. */
  text: string
  file: string
  line: number
  layer: string
  change: RuleChange | null
}
export interface AddedRule { act: string; actTitle: string; id: string; kind?: RuleKind; title: string; text: string; file: string }
export interface DraftFile { path: string; title: string; level: string }
export interface FailedExample { title: string; file: string; line: number | null; message: string }
export interface DraftCheck {
  at: string
  passed: boolean
  problems: { file: string; line: number | null; message: string }[]
  /** changed: the packs' own that hold under today's law and no longer under the draft. */
  examples: { run: number; failed: FailedExample[]; changed?: FailedExample[] }
}
export type ReplayKind = 'BARRED' | 'ADDED' | 'REMOVED'
export interface ReplayRow {
  case: string
  number: string | null
  title: string
  agency: string
  act: string
  actTitle: string
  on: string
  kind: ReplayKind
  finding: Finding
}
export interface DraftReplay {
  at: string
  /** Cases replayed, of how many there are. */
  cases: number
  of: number
  from: string
  to: string
  barred: number
  added: number
  removed: number
  rows: ReplayRow[]
  more: boolean
}
export type DraftStep = 'created' | 'changed' | 'checked' | 'replayed' | 'submitted' | 'returned' | 'published' | 'withdrawn'
export interface DraftEvent { at: string; by: Pick<Person, 'id' | 'name'>; what: DraftStep; note: string | null }

export interface DraftRow {
  id: string
  title: string
  procedure: string
  procedureTitle: string
  /** The day in force. */
  from: string
  state: DraftState
  author: Pick<Person, 'id' | 'name'>
  updatedAt: string
  changes: number
}
export interface Draft extends Omit<DraftRow, 'changes'> {
  seq: number
  reason: string
  /** Titles of the layers that take part where it was written. */
  layers?: string[]
  /** Titles of the other procedures that share a file which it changes: it is of them too. */
  also: string[]
  editable: boolean
  submittable: boolean
  publishable: boolean
  /** What stands in the way of the next step. */
  why: string | null
  transition: DraftTransition
  parameters: DraftParameter[]
  rules: DraftRule[]
  added: AddedRule[]
  files: DraftFile[]
  examples: string | null
  check: DraftCheck | null
  replay: DraftReplay | null
  history: DraftEvent[]
}

/** 在办案件: keep their version, or go over to the new one from its first day on, by an article. */
export type Pending = 'keep' | 'switch'
export interface DraftTransition { pending: Pending; cite: string | null; /** Open cases of the procedure that the draft reaches; null: not counted. */ cases: number | null; more: boolean }
export interface DraftHead { title: string; reason: string; from: string; pending?: Pending; cite?: string }
export type DraftDecision = 'submit' | 'return' | 'publish' | 'withdraw'

const root = '/api/law/drafts'
const of = (id: string, ...parts: string[]) => [root, id, ...parts].map((p, i) => (i ? encodeURIComponent(p) : p)).join('/')
const put = (path: string, body: unknown) => call<Draft>('PUT', path, { body })
const takeBack = (path: string, seq: number) => call<Draft>('DELETE', path, { query: { seq } })

export const drafts = {
  list: (state: string, cursor?: string) => get<Page<DraftRow>>(root, { state, cursor }),
  create: (body: DraftHead & { procedure: string }) => post<Draft>(root, body),
  read: (id: string) => get<Draft>(of(id)),
  rename: (id: string, seq: number, head: DraftHead) => put(of(id), { seq, ...head }),
  setParameter: (id: string, seq: number, name: string, change: ParameterChange) => put(of(id, 'parameters', name), { seq, ...change }),
  keepParameter: (id: string, seq: number, name: string) => takeBack(of(id, 'parameters', name), seq),
  setRule: (id: string, seq: number, rule: { act: string; id: string }, change: RuleChange) => put(of(id, 'rules', rule.act, rule.id), { seq, ...change }),
  keepRule: (id: string, seq: number, rule: { act: string; id: string }) => takeBack(of(id, 'rules', rule.act, rule.id), seq),
  addRule: (id: string, seq: number, rule: { act: string; file: string; kind: RuleKind; text: string }) => post<Draft>(of(id, 'rules'), { seq, ...rule }),
  /** Takes the relations in which a DCR graph differs; `left`: what a pack cannot take. */
  takeDcr: (id: string, seq: number, xml: string) => post<{ draft: Draft; taken: string[]; left: string[] }>(of(id, 'dcr'), { seq, xml }),
  setExamples: (id: string, seq: number, text: string) => put(of(id, 'examples'), { seq, text }),
  check: (id: string, seq: number) => post<Draft>(of(id, 'check'), { seq }),
  replay: (id: string, seq: number) => post<Draft>(of(id, 'replay'), { seq }),
  decide: (id: string, seq: number, what: DraftDecision, note: string) => post<Draft>(of(id, what), { seq, note }),
}
