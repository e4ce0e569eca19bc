import { get, post } from './client'
import type { Page } from './types'

export type EvaluationSubject = 'list' | 'benchmark'
export type Outcome = 'keep' | 'change' | 'suspend' | 'cancel'
export type ItemState = 'open' | 'kept' | 'proposed' | 'opined' | 'agreed' | 'refused'
/** What the last evaluation said; null where there was none (从未评估). */
export interface Evaluated { key: string; on: string; outcome: Outcome; agreed: boolean }
/** Something in force that is to be evaluated. */
export interface DueSubject {
  subject: EvaluationSubject; id: string; title: string; owner: string; due: string | null; cite: string; last: string | null; running: string | null; opens: boolean
}
export interface Evaluation {
  id: string | number; subject: EvaluationSubject; subjectId: string | number; version: number; title: string; owner: string; due: string; cite: string
  openedOn: string; openedBy: string; closedOn: string | null; closedBy: string | null; summary: string
  total: number; open: number; waiting: number; kept: number; agreed: number; refused: number
}
export interface WholeEvaluation { evaluation: Evaluation; outcomes: Partial<Record<Outcome, string>>; may: ('propose' | 'close' | 'draft')[] }
export interface EvaluationItem {
  ordinal: number; key: string; title: string; state: ItemState; outcome: Outcome | null; reason: string; concludedOn: string | null; agrees: boolean | null; opinion: string
  decidedOn: string | null; document: string; documentOn: string | null; note: string; seq: number
}
export interface ItemView { item: EvaluationItem; last: Evaluated | null; effect: { version: number; from: string } | null }
export interface ItemPage {
  view: ItemView; may: ('propose' | 'opine' | 'decide')[]
  said: { seq: number; what: 'concluded' | 'opinion' | 'decision'; outcome: string; note: string; onDay: string; name: string }[]
}

const root = '/api/evaluations'
const of = (id: string) => `${root}/${encodeURIComponent(id)}`
export const evaluations = {
  due: (subject: EvaluationSubject, until: string, cursor?: string) => get<Page<DueSubject>>(`${root}/due`, { subject, until, cursor, limit: 50 }),
  all: (closed: boolean, cursor?: string) => get<Page<Evaluation>>(root, { closed, cursor, limit: 50 }),
  open: (subject: EvaluationSubject, id: string) => post<WholeEvaluation>(root, { subject, id: Number(id) }),
  read: (id: string) => get<WholeEvaluation>(of(id)),
  items: (id: string, state: string, cursor?: string) => get<Page<ItemView>>(`${of(id)}/items`, { state, cursor, limit: 50 }),
  item: (id: string, key: string) => get<ItemPage>(`${of(id)}/item`, { key }),
  conclude: (id: string, body: { keys: string[]; outcome: string; reason?: string }) => post<WholeEvaluation>(`${of(id)}/conclusions`, body),
  opine: (id: string, body: object) => post<ItemPage>(`${of(id)}/opinion`, body),
  decide: (id: string, body: object) => post<ItemPage>(`${of(id)}/decision`, body),
  close: (id: string, body: object) => post<WholeEvaluation>(`${of(id)}/closing`, body),
  draft: (id: string) => post<{ number: number }>(`${of(id)}/draft`, {}),
}
