/** Shapes of the REST contract. Dates are ISO text, money is whole 分, ids are text. */

export interface Person { id: string; name: string; roles: string[]; roleTitles: string[] }
/** How one can sign in beside account and password: what the identity provider is called, if there is one. */
export interface Ways { oidc: string | null; practice: boolean }
export interface Agency { id: string; name: string; field: string; region: string | number; regionName: string }
/** A body in which one holds roles today; `last`: chosen last. */
export interface OwnPost { agency: Agency; roleTitles: string[]; last: boolean }
export interface Session {
  person: Person
  /** The one worked for. */
  agency: Agency
  unit: { id: string; name: string } | null
  /** As the endpoints name them: case.act, registry.write … */
  permissions: string[]
  /** What must be set before anything else: a password of one's own, a second factor; or which post to work in. */
  pending?: 'password' | 'second-factor' | 'post' | null
  posts: OwnPost[]
}

/** A count that stops at a bound: 100+ is {value: 100, more: true}. */
export interface Count { value: number; more: boolean }
export interface Overview {
  duties: { overdue: Count; soon: Count; open: Count }
  cases: { open: Count }
  notices: { unread: Count }
  releases?: { pending: Count }
}

export type Severity = 'BAR' | 'WARN' | 'SCORE'
export interface Finding {
  rule: string
  title: string
  severity: Severity
  kind?: string
  cite: string
  message: string
  mend: string
  entries: number[]
  on: Record<string, string>
}

export interface Due {
  act: string
  title: string
  date: string | null
  provisional: boolean
  stopped: boolean
  overdue: boolean
  /** Negative when overdue. */
  daysLeft: number | null
  /** 0..1 of the period used. */
  share: number
}

export interface CaseRow {
  id: string
  /** A lead has none before it is filed. */
  number: string | null
  procedure: { code: string; title: string }
  party: string
  violation: string
  stage: string
  agency: string | { id: string; name: string }
  lead: { id: string; name: string } | null
  officers: (string | { id: string; name: string })[]
  filedOn: string | null
  due: Due | null
  ended: boolean
  updatedAt: string
}

export type On = Record<string, string>

export interface ActState {
  code: string
  title: string
  stage: string
  kind: 'ACT' | 'FACT'
  on: On
  onLabel: string
  open: boolean
  findings: Finding[]
  final: boolean
  obligatory: boolean
  due: DutyState | null
  officers: boolean
  document: string | null
  formRef: string
}

export interface DutyState {
  id: string
  act: string
  title: string
  on: On
  onLabel: string
  owedBy: string
  from: string
  due: string | null
  provisional: boolean
  stopped: boolean
  status: 'OPEN' | 'FULFILLED' | 'DROPPED'
  fulfilledBy?: number | null
  overdue: boolean
  daysLeft: number | null
  cite: string
  explain: string[]
  /** Why it is owed, in a sentence; the title when the server gives none. */
  reason?: string
  share?: number
}

/** What happened because time ran out, without an entry. */
export interface ByLaw { act: string; title: string; on: On; at: string | { date: string; time: string | null } }

export interface ObjectState {
  kind: string
  kindTitle: string
  id: string
  label: string
  fields: TitledField[]
  alive: boolean
}

export interface TitledField { name: string; title: string; schema: Schema; value: unknown }

export interface StageState { name: string; state: 'done' | 'current' | 'todo' | 'skipped' | 'returned'; date: string | null }
export interface Figure { name: string; title: string; value: unknown; type: string; onLabel?: string }
/** signedBy: who signs the paper (null: nobody); copySeq: the entry of its signed copy; replacedBy: the document that a correction issued in its place. */
export interface DocumentRow { id: string; template: string; title: string; number: string | null; seq: number; createdAt: string; signedBy?: string | null; signedCite?: string | null; copySeq?: number | null; replacedBy?: string | null }

/** A book of pre-printed numbers (本册); `next` is its first free one. */
export interface NumberBook { kind: string; year: number; first: string; last: string; holder: { id: string; name: string }; next: string | null; used: number; count: number }
export interface PrintedKind { kind: string; title: string }
/** A rule that a person applies by hand. */
export interface HandRule { rule: string; title: string; with: string; cite: string }

export interface CaseDetail extends CaseRow {
  seq: number
  lastHash: string
  /** The day it was filed and numbered (立案); null for a lead. */
  numberedOn: string | null
  field: string
  region: string | number
  stages: StageState[]
  objects: ObjectState[]
  acts: ActState[]
  duties: DutyState[]
  windows: DutyState[]
  byLaw?: ByLaw[]
  figures: Figure[]
  findings: Finding[]
  people: { id: string; name: string; part: string }[]
  packs: { code: string; title?: string; version: string; digest: string }[]
  links: CaseLink[]
  steps: NextStep[]
  /** A later version that this pending case goes over to: with its next act, or on a day to come. */
  transition?: { state: 'announced' | 'waiting'; title: string; version: string; from: string; cite: string } | null
  readOnly: boolean
}

/** A linked case (关联案件): what the named case is to the one whose entry names it, seen from this one. */
export interface CaseLink {
  /** Null where it is no case of this platform, or not to be seen. */
  case: string | null
  number: string | null
  title: string | null
  party: string | null
  procedure: string | null
  procedureTitle: string | null
  stage: string | null
  ended: boolean | null
  held: 'here' | 'outside' | 'hidden'
  as: 'source' | 'parent' | 'outcome' | 'related'
  /** `to`: an entry of this case names it. */
  direction: 'to' | 'from'
  seq: number
  on: string
}
/** What may be done here because of an act in a linked case; `form` is what its form may be filled with. */
export interface NextStep { act: string; on: On; title: string; case: string; number: string | null; procedureTitle: string; after: string; at: string; form: Record<string, unknown> }
/** The same in the inbox: `from` is the linked case. */
/** A duty on one's desk; instead: of whom one stands in for (代理). */
export type Todo = DutyState & { case: CaseRow; instead?: { id: string; name: string } | null }
export interface InboxStep { act: string; on: On; title: string; from: string; number: string | null; procedureTitle: string; after: string; at: string; case: CaseRow }
/** A case that may be opened from what is done in this one. */
export interface CaseOpening { title: string; procedure: ProcedureRow; after: { act: string; title: string; at: string; seq: number }; form: Record<string, unknown> }

export interface FileRow { id: string; name: string; type: string; size: number; sha256: string; sm3: string }
export type Mode = 'NOW' | 'LATE' | 'IRREGULAR'
export interface EntryRow {
  seq: number
  act: string
  title: string
  stage: string
  at: string
  recordedAt: string
  actor: { id: string; name: string } | null
  officers: { id: string; name: string }[]
  on: On
  onLabel: string
  form: Record<string, unknown>
  formTitles: Record<string, string>
  /** Whom the actor stood in for (代理). */
  instead?: { id: string; name: string } | null
  /** Who drafted it and sent it to the actor (送审). */
  drafter?: { id: string; name: string } | null
  recorder?: { id: string; name: string } | null
  mode: Mode
  reason: string | null
  approver?: { id: string; name: string } | null
  corrects: number | null
  correctedBy: number | null
  files: FileRow[]
  findings: Finding[]
  hash: { sm3: string; sha256: string }
  /** True when the act sends the case back for correction (退回补正). */
  returned?: boolean
}

export interface ActInput {
  code: string
  at: string
  on: On
  officers: string[]
  form: Record<string, unknown>
  files: string[]
  mode?: 'LATE' | 'IRREGULAR'
  reason?: string
  approver?: string
  corrects?: number
  expectedSeq: number
  /** The submission (送审稿) that it does, in the version seen. */
  submission?: { id: string; version: number }
}

/** Findings of a later entry that came or went because an earlier one was entered late or corrected. */
export interface Changed { seq: number; came: Finding[]; went: Finding[] }
export interface ActDone { entry: EntryRow; case: CaseDetail; changed: Changed[]; repeated: boolean }
/** An entry as a 409 tells it. */
export interface NewEntry { seq: number; act: string; title: string; at: string; actor: string }

export interface Examination { open: boolean; findings: Finding[]; creates: DutyState[] }
export interface Page<T> { items: T[]; next: string | null; count?: Count }
export interface FieldError { pointer: string; message: string }

export interface PersonRow {
  id: string
  name: string
  unit: string | { id: string; name: string } | null
  roles: string[]
  certificate: { number: string; validTo: string; valid: boolean } | null
}

export interface Citation {
  ref: string
  held: boolean
  law: string | null
  article: string | null
  text: string | null
  versionDate: string | null
  inForceFrom: string | null
  /** The first day this text is no longer in force. */
  until?: string | null
  /** What its source says of its standing, where it is not plainly in force. */
  note?: string
  summary: string | null
  version?: string | null
  repealed?: { from: string; by: string | null; version: string | null } | null
  /** The text in force today, where it is another one; presumed: found by likeness, not by its number. */
  today?: { law: string; article: string; text: string; inForceFrom: string | null; version: string | null; presumed: boolean; same: boolean; pieces: Piece[] } | null
}

/** A piece of two texts laid side by side. */
export interface Piece { kind: 'SAME' | 'DELETED' | 'INSERTED'; text: string }

export interface StatuteVersion {
  id: string
  name: string
  title: string
  issuer: string
  level: string
  field: string
  adoptedOn: string | null
  inForceFrom: string
  inForceBy: 'given' | 'text' | 'adopted'
  until: string | null
  note: string
  source: string
  articles: number
}
export interface Law { name: string; versions: StatuteVersion[] }
export interface StatuteArticle { n: number; no: string; heading: string; text: string }
export interface VersionDetail { version: StatuteVersion; versions: StatuteVersion[]; repeals: { name: string; onDay: string }[]; contents: StatuteArticle[] }
export interface ArticleHit { version: string; law: string; inForceFrom: string; n: number; no: string; heading: string; text: string }
export interface ImportedFile {
  file: string
  outcome: 'NEW' | 'SAME' | 'REFUSED'
  version: string | null
  title: string
  problems: { what: string; where: string; mend: string }[]
  remarks: string[]
}
export type ChangeKind = 'CHANGED' | 'MOVED' | 'GONE' | 'REPEALED'
export interface ArticleChange { law: string; article: string; kind: ChangeKind; to: string | null; presumed: boolean }
export interface TouchedCase { id: string; number: string | null; party: string; stage: string; item: string | null }
export interface SomeCases { cases: TouchedCase[]; count: number; more: boolean }
/** What a version touches. */
export interface Touched {
  version: StatuteVersion
  former: StatuteVersion | null
  articles: Partial<Record<ChangeKind, number>>
  repeals: { name: string; from: string; held: boolean }[]
  rules: { title: string; cite: string; file: string; line: number; change: ArticleChange }[]
  moreRules: number
  items: { code: string; title: string; basis: string; change: ArticleChange }[]
  moreItems: number
  cases: { pinned: { procedure: string; version: string; changes: ArticleChange[]; cases: SomeCases }[]; onItems: SomeCases | null } | null
}

export interface ProcedureRow {
  code: string
  title: string
  version: string
  stages?: string[]
  opening: { code: string; title: string; form: Schema; officers: boolean; document?: string | null }
}

export type PublicationState = 'draft' | 'review' | 'published' | 'withdrawn' | 'dropped'
export interface PublicationRow {
  id: string
  state: PublicationState
  caseId: string
  number: string
  party: string
  cause: string
  outcome: string
  decidedOn: string
  dueOn: string | null
  overdue: boolean
  submittedBy: string | null
  submittedAt: string | null
  returnedReason: string | null
  releasedAt: string | null
  withdrawnAt: string | null
  withdrawReason: string | null
}
/** A place of the original that the public does not see: characters from..to, shown as `with`. */
export interface Mask { from: number; to: number; with: string; rule: string; title: string; cite: string }
export interface PublicationDetail extends PublicationRow { original: string; masked: string; maskings: Mask[]; findings: PublicationFinding[] }
/** What the checks found of a decision on its way to the public. */
export interface PublicationFinding { rule: string; severity: 'high' | 'medium' | 'review'; title: string; cite: string; message: string }
export interface FoundPublication extends PublicationFinding { publication: string; foundOn: string; number: string; cause: string; agency: string; state: PublicationState }

/** The subset of JSON Schema 2020-12 that packs use, with hints. */
export interface Proposal { list: string; title: string; version: number; row: string; head: string; any: boolean; conditions: string[]; cells: Record<string, string> }

export interface Schema {
  $ref?: string
  $defs?: Record<string, Schema>
  objects?: Record<string, Schema>
  type?: string | string[]
  title?: string
  description?: string
  format?: string
  enum?: (string | number)[]
  const?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  pattern?: string
  required?: string[]
  properties?: Record<string, Schema>
  items?: Schema
  'x-titles'?: string[]
  'x-widget'?: string
  'x-when'?: string | { field: string; in?: unknown[]; equals?: unknown }
  'x-object'?: string
  'x-personal'?: boolean
  'x-help'?: string
  'x-hidden'?: boolean
  'x-number'?: string
  'x-number-pool'?: boolean
  /** The calculator fills this text, and the fields named here. */
  'x-discretion'?: { fine?: string; degree?: string; departs?: string; reason?: string; keep?: string }
  /** The field keeps what the calculator answered; its parts are in api/discretion. */
  'x-assessment'?: boolean
  /** The field answers rows of a kind of list; x-rows are those that concern the case. */
  'x-list'?: string
  'x-rows'?: Proposal[]
  /** The field names another case. */
  'x-case'?: object
}

/** A flow chart as an ordered list. */
export interface ChartOutline { code: string; title: string; version: string; cite: string; from: string; stages: { title: string; steps: ChartStep[] }[] }
export interface ChartStep {
  code: string
  title: string
  way: 'WAY' | 'BRANCH' | 'SIDE'
  fact: boolean
  opening: boolean
  ends: boolean
  by: string
  after: string[]
  times: { text: string; cite: string }[]
  cite: string
  /** Null outside a case. */
  standing: { code: 'DONE' | 'DUE' | 'OVERDUE' | 'OPEN' | 'BARRED' | 'OVER'; title: string; detail: string } | null
}

/** A law pack in a list. */
export interface PackRow { code: string; title: string; version: string; from: string; to: string | null; cite: string; layers: PackLayer[]; acts: number; unverified: number }
/** pending: what the version says of cases that were pending when it came into force; null: they keep theirs */
export interface PackLayer { title: string; version: string; pending: { text: string; cite: string } | null }
/** A law pack as a document. */
export interface PackText {
  code: string
  title: string
  version: string
  from: string
  to: string | null
  cite: string
  layers: PackLayer[]
  parameters: { name: string; title: string; value: string; cite: string; layer: string; verified: boolean; note: string }[]
  stages: { title: string; acts: PackAct[] }[]
}
export interface PackAct { code: string; title: string; fact: boolean; cite: string; sentences: PackSentence[] }
export interface PackSentence {
  kind: 'WHO' | 'BEFORE' | 'WAITS' | 'DUTY' | 'OPENS' | 'CLOSES' | 'TIME' | 'RULE' | 'DOCUMENT'
  text: string
  cite: string
  title: string
  severity: '' | '拦截' | '预警' | '扣分'
  mend: string
  /** A rule's condition in words. */
  explained?: string
  /** The pack's own condition, as written. */
  condition?: string
}

/** What came of a trial (试算). */
export interface TrialAct { code: string; at: string; form?: Record<string, unknown> }
export interface TrialDue {
  act: string
  title: string
  rule: string
  onLabel: string
  owedBy: string
  from: string | null
  due: string | null
  provisional: boolean
  stopped: boolean
  status: 'OPEN' | 'FULFILLED' | 'DROPPED' | 'EXPIRED'
  overdue: boolean
  cite: string
  explain: string[]
}
export interface TrialOutcome {
  title: string
  version: string
  on: string
  assumptions: string[]
  acts: { index: number; code: string; title: string; at: string; onLabel: string; filled: boolean; open: boolean; findings: Finding[]; undecided: { title: string; cite: string }[] }[]
  stage: string
  ended: boolean
  duties: TrialDue[]
  windows: TrialDue[]
  overdue: Finding[]
  figures: { title: string; type: string; value: unknown; onLabel: string }[]
  byLaw: { act: string; title: string; at: unknown }[]
}
