import { call, get, post } from './client'
import type { Evaluated } from './evaluations'
import type { Page } from './types'

/** 裁量权基准: tables in force on a day, and what the calculator answers. Sums are whole 分. */
export interface BenchmarkHead {
  code: string; title: string; field: string; region: string; level: string; benchmark: string; item: string; cite: string
  from: string; to: string | null; incomplete: string[]
}
export interface BenchmarkLine { id: string; grade: string; condition: string; sanctions: string[]; note: string }
export interface Benchmark {
  head: BenchmarkHead; violated: string; family: string; upper: string
  questions: { name: string; options: string[]; otherwise: string }[]
  quantities: { name: string; unit: string }[]
  statute: BenchmarkLine[]; rows: BenchmarkLine[]
  start: string | null; formula: string | null
  factors: { name: string; options: { text: string; weight: string; follows: boolean }[] }[]
  notes: string[]
  /** What is in force in its place on the day of the decision. */
  later: BenchmarkHead | null
  evaluated: Evaluated | null
}
export interface Ground { code: string; title: string; effect: '不予处罚' | '从轻或者减轻' | '从重'; must: boolean; cite: string }
export interface Grounds { grounds: Ground[]; families: { code: string; title: string; cite: string }[] }
export interface Span { min: number | null; max: number | null; minOpen: boolean; maxOpen: boolean; text: string }
export interface AssessedParty {
  party: string; statutory: Span | null; benchmark: Span | null; result: Span | null
  proposed: number | null; decided: number | null; clamped: boolean; rule: string; measures: string[]
}
export interface Assessment {
  table: string; violation: string; benchmark: string; cite: string; grade: string; row: string; condition: string
  weights: { start: string; answers: { factor: string; option: string; weight: string }[]; total: string; base: string; fine: number } | null
  grounds: Ground[]; choice: string; family: string; spared: boolean; parties: AssessedParty[]; flags: string[]; departs: boolean; explanation: string
  /** Where the law has changed between the act and the decision. */
  /** What a case keeps of it; absent where it cannot be kept. */
  kept?: Kept
  change?: { lighter: boolean; undecided: boolean; old: string; later: string; explanation: string }
}
/** What a case keeps of an assessment; the server computes it again before it takes it in. */
export interface Kept {
  situation: Partial<Situation>; table: string; violation: string; benchmark: string; grade: string; row: string; choice: string
  tables: { code: string; from: string; digest: string }[]
  ranges: { party: string; min?: number; max?: number; text?: string; proposed?: number; decided?: number }[]
  spared: boolean; departs: boolean; explanation: string
}
/** 算法复核: a kept assessment put to the tables of today. */
export interface Again {
  field: string; title: string
  answer: { same: boolean; differs: string[]; tables: { code: string; from: string; state: 'same' | 'changed' | 'gone'; title: string }[]; now: Kept | null; why: string }
}
/** How fines spread; null where there are too few to tell. */
export interface Spread {
  cases: number; fined: number; departing: number | null; lowest: number | null; lowerQuarter: number | null; median: number | null
  upperQuarter: number | null; highest: number | null; below: number | null; same: number | null; since: string | null
}
export interface Alike {
  table: string; conduct: string; grade: string; fine: number | null; near: Spread; all: Spread; older: number; fewest: number; most: number
  newest: { id: string; number: string | null; agency: string; violation: string; fine: number; departs: boolean; on: string }[]
}
export interface WatchRow {
  agency: string; name: string; table: string | null; conduct: string; assessed: number; outside: number; departing: number; unexplained: number; unassessed: number
  position: number | null; regionPosition: number | null
}
export interface Situation {
  table: string; on: string; quantities: Record<string, string>; choices: Record<string, string>; grounds: string[]
  decided?: string; row?: string; choice?: string; family?: string; fine?: string; reason?: string; deliberated?: boolean
}
export interface BenchmarkCounts {
  tables: number; rows: number; read: number
  reported: { row: number; id: string; reason: string }[]
  findings: { warning: boolean; message: string }[]
}
export interface BenchmarkSet {
  id: string; title: string; file: string; state: 'draft' | 'published' | 'withdrawn'; counts: BenchmarkCounts
  importedBy: string; importedAt: string; decidedBy: string | null; decidedAt: string | null; note: string; firstDay: string | null; lastDay: string | null
}

const sets = '/api/discretion/sets'
export const discretion = {
  tables: (query: { q?: string; field?: string; on?: string; cursor?: string }) => get<Page<BenchmarkHead>>('/api/discretion/tables', { ...query, limit: 50 }),
  fields: (on?: string) => get<string[]>('/api/discretion/fields', { on }),
  table: (code: string, on?: string, decided?: string) => get<Benchmark>(`/api/discretion/tables/${encodeURIComponent(code)}`, { on, decided }),
  grounds: () => get<Grounds>('/api/discretion/grounds'),
  assess: (situation: Situation) => post<Assessment>('/api/discretion/assessments', situation),
  again: (id: string, seq: number) => get<Again[]>(`/api/cases/${id}/entries/${seq}/assessments`),
  alike: (query: { table: string; grade: string; conduct: string; fine?: number }) => get<Alike>('/api/discretion/alike', query),
  alikeOf: (id: string) => get<Alike[]>(`/api/cases/${id}/alike`),
  watch: (query: { from?: string; to?: string; table?: string; cursor?: string }) => get<Page<WatchRow> & { fewest: number }>('/api/discretion/watch', { ...query, limit: 50 }),
  sets: () => get<BenchmarkSet[]>(sets),
  bring: (form: FormData) => call<{ counts: BenchmarkCounts; imported: string | null }>('POST', `${sets}/imports`, { form }),
  publish: (id: string, note: string, firstDay?: string) => post<BenchmarkSet>(`${sets}/${id}/publication`, { note, firstDay }),
  withdraw: (id: string, note: string, lastDay?: string) => post<BenchmarkSet>(`${sets}/${id}/withdrawal`, { note, lastDay }),
}
