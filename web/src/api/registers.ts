import { call, get, post, url } from './client'
import type { Count, Page } from './types'

/** Shapes of the registers (执法主体, 执法人员). Dates are ISO text; what is secret is in Identity alone. */
export interface Held { number: string; field: string; regionCode: string; regionName: string | null; firstDay: string; lastDay: string; state: string; ministry: boolean; expiring: boolean }
export interface ListedPerson {
  id: string; name: string; kind: string; agency: string; agencyName: string; unitName: string | null; title: string
  reviewer: boolean; qualified: boolean; hearingHost: boolean; ended: boolean; since: string; certificate: Held | null; acting: boolean; bars: string[]
}
export interface PostVersion { validFrom: string; agency: string | number; agencyName: string; unitName: string | null; title: string; kind: string; officer: boolean; reviewer: boolean; qualified: boolean; hearingHost: boolean; ended: boolean; reason: string }
export interface Change { from: string; state: string; reason: string }
export interface YearlyCheck { number: string; year: number; result: string; checkedOn: string; note: string }
export interface CertificateOf { number: string; field: string; regionCode: string; firstDay: string; lastDay: string; state: string; issuer: string | null; ministry: boolean; changes: Change[]; checks: YearlyCheck[]; page: string }
export interface Attended { heldOn: string; title: string; kind: 'public' | 'special'; hours: number; organiser: string }
export interface Hours { year: number; open: number; special: number; needed: number; neededOpen: number; neededSpecial: number; cite: string; attended: Attended[] }
export interface KnownCase { id: string; number: string | null; party: string; violation: string; stage: string; filedOn: string; ended: boolean }
export interface PersonDetail {
  on: string; person: ListedPerson; posts: PostVersion[]; certificates: CertificateOf[]; hours: Hours
  roles: { role: string; title: string }[]; cases: { count: number; cases: KnownCase[] } | null; photo: string | null; mayWrite: boolean; mayIdentify: boolean
}
export interface BodyRow { id: string; name: string; shortName: string; field: string; region: number; regionName: string; standing: boolean; kind: string | null; tier: string | null; uscc: string | null; parentName: string | null; basis: string | null; people: number; foundBy: string | null }
export interface BodyVersion { validFrom: string; name: string; shortName: string; kind: string; tier: string; parent: number | string | null; uscc: string | null; basis: string; delegation: { delegator: number | string; items: string; from: string; to: string; publishedOn: string | null } | null }
export interface BodyDetail {
  id: string; on: string; name: string; shortName: string; field: string; region: number; regionName: string; version: BodyVersion | null; standing: boolean; why: string | null
  versions: BodyVersion[]; standings: { validFrom: string; standing: boolean; basis: string }[]; parentName: string | null; delegatorName: string | null
  below: { id: string; name: string }[]; people: { kind: string; people: number }[]; confirmations: { year: number; correct: boolean; note: string; on: string }[]; mayWrite: boolean
}
export interface Application { application: { id: number; region: number; kind: string; agency: number | string | null; absorbed: (number | string)[]; content: Record<string, unknown>; reason: string; filedOn: string }; steps: { step: string; agrees: boolean; onDay: string; document: string; opinion: string }[] }
export interface Drive { id: number; region: number; regionName: string; year: number; openedOn: string; dueOn: string; bodies: number; answered: number; wrong: number; overdue: boolean }
export interface Answer { agency: string; name: string; correct: boolean | null; note: string | null; on: string | null }
export interface Places { regions: { id: number; name: string; code: string; level: string }[]; bodies: { id: string; name: string; region: number }[]; fields: string[] }
export interface Fault { row: number; column: string; value: string; what: string; mend: string }
export interface ImportReport { rows: number; read: number; refused: number; faults: Fault[]; allFaults: number; imported: number }
export interface Issuer { id: number; name: string; ministry: boolean; pattern: string; filed: string }
export interface BodyYear { agency: string; name: string; officers: number; behind: number; reviewers: number; reviewersNeeded: number }
export interface Behind { id: string; name: string; agency: string; agencyName: string; open: number; special: number }
export interface Course { id: number; agency: string | number | null; title: string; kind: string; form: string; hours: number; heldOn: string; organiser: string; purpose: string; attended: number }
export interface Newcomer { id: string; name: string; agency: string; agencyName: string; since: string; due: string; hours: number; needed: number; late: boolean }
export interface RotationDue { id: string; name: string; agency: string; agencyName: string; last: string | null }

type Query = Record<string, string | number | boolean | undefined>
type Body = Record<string, unknown>
const at = '/api/registry'
const id = encodeURIComponent

export const registers = {
  places: () => get<Places>(`${at}/places`),
  people: (query: Query) => get<Page<ListedPerson> & { count: Count | null }>(`${at}/people`, query),
  person: (person: string, on?: string) => get<PersonDetail>(`${at}/people/${id(person)}`, { on }),
  identity: (person: string) => get<{ idNumber: string | null; phone: string | null }>(`${at}/people/${id(person)}/identity`),
  identify: (person: string, body: Body) => call<void>('PUT', `${at}/people/${id(person)}/identity`, { body }),
  enter: (body: Body) => post<{ id: string }>(`${at}/people`, body),
  post: (person: string, body: Body) => call<void>('PUT', `${at}/people/${id(person)}`, { body }),
  leave: (person: string, body: Body) => post<void>(`${at}/people/${id(person)}/leaving`, body),
  issue: (person: string, body: Body) => post<unknown>(`${at}/people/${id(person)}/certificates`, body),
  state: (number: string, body: Body) => post<void>(`${at}/certificates/${id(number)}/states`, body),
  check: (number: string, body: Body) => post<void>(`${at}/certificates/${id(number)}/checks`, body),
  photograph: (person: string, file: File) => {
    const form = new FormData()
    form.append('file', file, file.name)
    return call<void>('POST', `${at}/people/${id(person)}/photo`, { form })
  },
  removePhoto: (person: string) => call<void>('DELETE', `${at}/people/${id(person)}/photo`),
  issuers: () => get<Issuer[]>(`${at}/issuers`),
  bodies: (query: Query) => get<Page<BodyRow> & { count: Count | null }>(`${at}/bodies`, query),
  body: (body: string, on?: string) => get<BodyDetail>(`${at}/bodies/${id(body)}`, { on }),
  addBody: (body: Body) => post<{ id: string }>(`${at}/bodies`, body),
  describe: (body: string, version: Body) => call<void>('PUT', `${at}/bodies/${id(body)}`, { body: version }),
  applications: (agency?: string) => get<Page<Application>>(`${at}/body-applications`, { agency }),
  apply: (body: Body) => post<{ id: number }>(`${at}/body-applications`, body),
  say: (application: number, body: Body) => post<{ effective: boolean }>(`${at}/body-applications/${application}/steps`, body),
  drives: () => get<Drive[]>(`${at}/confirmations`),
  openDrive: (body: Body) => post<unknown>(`${at}/confirmations`, body),
  answers: (drive: number) => get<Answer[]>(`${at}/confirmations/${drive}`),
  answer: (drive: number, body: Body) => post<void>(`${at}/confirmations/${drive}/answers`, body),
  bring: (path: string, file: File, dryRun: boolean) => {
    const form = new FormData()
    form.append('file', file, file.name)
    return call<ImportReport>('POST', url(`${at}/${path}/imports`, { dryRun: String(dryRun) }), { form })
  },
  template: (path: string) => `${at}/${path}/template`,
  exportLink: (path: string, query: Query) => url(`${at}/${path}/export`, query),
  bodyYears: (on?: string) => get<BodyYear[]>(`${at}/training/bodies`, { on }),
  behind: (query: Query) => get<Page<Behind>>(`${at}/training/behind`, query),
  newStaff: (query: Query) => get<Page<Newcomer>>(`${at}/training/new-staff`, query),
  rotation: (query: Query) => get<Page<RotationDue>>(`${at}/training/rotation`, query),
  courses: (year: number) => get<Course[]>(`${at}/training/courses`, { year }),
  addCourse: (body: Body) => post<unknown>(`${at}/training/courses`, body),
}
