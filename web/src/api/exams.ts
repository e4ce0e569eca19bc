import { call, get, post } from './client'
import type { Page } from './types'

/** Shapes of the exam before the certificate (题库、考试、申请领证). Moments are local legal time without a zone. */
export interface Question { kind: string; category: string; field: string; stem: string; options: string[]; answer: string; basis: string }
export interface Banked { id: number; number: number; version: number; question: Question; withdrawn: boolean; reason: string; papers: number }
export interface ExamPart { ordinal: number; kind: string; category: string; questions: number; points: number }
export interface Exam {
  id: number; region: number; title: string; field: string; opensAt: string; closesAt: string; minutes: number; passMark: number; passCite: string; resitOf: number | null
  seedDigest: string; poolDigest: string; cancelled: string | null; state: string; parts: ExamPart[]
}
export interface ExamRow { exam: Exam; total: number; count: { admitted: number; handedIn: number; passed: number }; mayManage: boolean; mayAdmit: boolean }
export interface Candidate { ticket: number; person: string; name: string; agency: string; agencyName: string; state: string; handedInAt: string | null; byClock: boolean; score: number | null; passed: boolean | null }
export interface Admissible { application: number; person: number; name: string }
export interface PaperQuestion { position: number; kind: string; category: string; stem: string; options: string[]; points: number; answer: string; savedAt: string | null; right: boolean | null; basis: string | null }
export interface PaperResult { score: number; total: number; passMark: number; passed: boolean; handedInAt: string; byClock: boolean }
export interface Paper { exam: Exam; ticket: number; state: string; mayBegin: boolean; endsAt: string | null; secondsLeft: number | null; questions: PaperQuestion[]; result: PaperResult | null }
export interface Draw { exam: number; seed: string; seedDigest: string; poolDigest: string; parts: { part: number; questions: number; pool: string[] }[]; papers: { ticket: number; questions: string[] }[]; next: string | null }
export interface Redrawn { ticket: number; questions: string[]; again: string[]; same: boolean }
export interface Removal { ticket: number; person: string; name: string; agencyName: string; reason: string; byName: string; at: string }
export interface CertificateApplication {
  id: number; person: string; name: string; agency: string; agencyName: string; field: string; regionCode: string; regionName: string | null; statement: string; state: string
  noticeFrom: string | null; noticeTo: string | null; number: string | null; filedOn: string
}
export interface Requirement { name: string; title: string; met: boolean; text: string; cite: string }
export interface ApplicationPage {
  application: CertificateApplication; steps: { step: string; onDay: string; note: string; by: string | null }[]; requirements: Requirement[]
  conditions: { code: string; title: string; cite: string }[]; own: boolean; mayCheck: boolean; mayDecide: boolean; mayWithdraw: boolean
}

type Query = Record<string, string | number | boolean | undefined>
type Body = Record<string, unknown>
const bank = '/api/registry/questions'
const held = '/api/registry/exams'
const mine = '/api/exams'
const applied = '/api/registry/applications'

export const exams = {
  questions: (query: Query) => get<Page<Banked>>(bank, query),
  addQuestion: (body: Body) => post<{ number: number }>(bank, body),
  changeQuestion: (number: number, body: Body) => call<{ version: number }>('PUT', `${bank}/${number}`, { body }),
  withdrawQuestion: (number: number, body: Body) => post<void>(`${bank}/${number}/withdrawal`, body),
  list: (query: Query) => get<Page<ExamRow>>(held, query),
  one: (id: string) => get<ExamRow>(`${held}/${id}`),
  passShare: () => get<{ value: number; cite: string }>(`${held}/pass-share`),
  announce: (body: Body) => post<{ id: number }>(held, body),
  cancel: (id: string, body: Body) => post<void>(`${held}/${id}/cancellation`, body),
  candidates: (id: string, query: Query) => get<Page<Candidate>>(`${held}/${id}/candidates`, query),
  admissible: () => get<Page<Admissible>>(`${held}/admissible`, { limit: 200 }),
  admit: (id: string, applications: number[]) => post<{ admitted: number }>(`${held}/${id}/candidates`, { applications }),
  remove: (id: string, ticket: number, body: Body) => post<void>(`${held}/${id}/candidates/${ticket}/removal`, body),
  removals: (id: string) => get<Removal[]>(`${held}/${id}/removals`),
  mine: () => get<Paper[]>(mine),
  paper: (id: string) => get<Paper>(`${mine}/${id}/paper`),
  begin: (id: string) => post<Paper>(`${mine}/${id}/paper`, {}),
  answer: (id: string, position: number, answer: string) => call<{ savedAt: string }>('PUT', `${mine}/${id}/paper/answers/${position}`, { body: { answer } }),
  handIn: (id: string) => post<Paper>(`${mine}/${id}/paper/handing-in`, {}),
  draw: (id: string, cursor?: string) => get<Draw>(`${mine}/${id}/draw`, { cursor, limit: 20 }),
  redraw: (id: string, ticket: number) => get<Redrawn>(`${mine}/${id}/draw/${ticket}`),
  applications: (query: Query) => get<Page<CertificateApplication>>(applied, query),
  myApplications: () => get<CertificateApplication[]>(`${applied}/mine`),
  application: (id: string) => get<ApplicationPage>(`${applied}/${id}`),
  apply: (body: Body) => post<{ id: number }>(applied, body),
  act: (id: string, what: string, body: Body) => post<void>(`${applied}/${id}/${what}`, body),
}
