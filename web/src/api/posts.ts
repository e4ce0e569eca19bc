import { call, get, post, url } from './client'
import type { Page } from './types'

/** What a post has and does: equipment (执法装备), responsibilities (岗位职责) and a person's service. Dates are ISO text. */
export interface EquipmentKind { code: string; title: string; measure: string; lent: boolean }
export interface Piece {
  id: string; agency: string; agencyName: string; kind: string; kindTitle: string; lent: boolean; number: string; model: string; acquiredOn: string; note: string
  state: string; faulty: boolean; holder: string | null; holderName: string | null; holderUnit: string | null; heldFrom: string | null
  out: string | null; outName: string | null; outOn: string | null; leftBehind: boolean
}
export interface PieceStep { id: string; what: string; onDay: string; atTime: string | null; personName: string | null; unitName: string | null; caseNumber: string; note: string; byName: string }
export interface PiecePage { piece: Piece; steps: PieceStep[]; mayWrite: boolean; mayUse: boolean }
export interface EquipmentLine { agency: string; agencyName: string; officers: number; kind: string; kindTitle: string; measure: string; asked: number | null; usable: number; faulty: number; missing: number; cite: string | null; verified: boolean }
export interface Standard { id: string; kind: string; kindTitle: string; regionName: string | null; field: string; validFrom: string; quantity: number; perOfficers: number; cite: string; verified: boolean }
export interface Unit { id: string; name: string }
export interface Holder { id: string; person: string; name: string; from: string; to: string | null; here: boolean; able: boolean }
export interface WorkPost { id: string; agency: string; agencyName: string; unit: string; unitName: string; title: string; duties: string; items: string[]; acts: string[]; actWords: string[]; unmatched: string[]; atWindow: boolean; rotates: boolean; since: string; holders: Holder[] }
export interface PostChange { validFrom: string; title: string; duties: string; items: string[]; acts: string[]; atWindow: boolean; rotates: boolean; ended: boolean; reason: string }
export interface WorkPostPage { post: WorkPost; versions: PostChange[]; everybody: Holder[]; mayWrite: boolean }
export interface HeldPost { post: string; unitName: string; title: string; acts: string[]; items: number; rotates: boolean; from: string; to: string | null }
export interface OpenItem { code: string; title: string; basis: string }
export interface ActOf { code: string; title: string; officers: boolean }
export interface ActStage { title: string; acts: ActOf[] }
export interface ActBook { code: string; title: string; stages: ActStage[] }
export interface OpenActs { procedures: string[]; stages: { procedure: string; procedureTitle: string; stage: string; acts: string[]; whole: boolean }[]; unmatched: { post: string; title: string; unitName: string; entries: string[] }[] }
export interface BeyondAct { person: string; name: string; procedure: string; procedureTitle: string; act: string; title: string; times: number; placed: boolean }
export interface BeyondActs { acts: BeyondAct[]; cases: number; next: string | null }
export interface Beyond { person: string; name: string; item: string; itemTitle: string; cases: number; placed: boolean }
export interface DutyLine { code: string; title: string; basis: string; posts: WorkPost[] }
export interface DutyTable { agency: string; agencyName: string; on: string; lines: DutyLine[]; next: string | null }
export interface Turn { id: string; person: string; name: string; post: string; unitName: string; title: string; from: string; due: string; state: string }
export interface LeadStep { what: string; fromDay: string; untilDay: string | null; byWhom: string; basis: string; agencyName: string }
export interface Lead { person: string; name: string; unitName: string | null; fromDay: string; untilDay: string; byWhom: string; counts: boolean }
export interface Posting { id: string; person: string; name: string; home: string; homeName: string; body: string; bodyName: string; fromDay: string; toDay: string | null; directs: string; appraises: string; basis: string; endedFor: string; runs: boolean }
export interface Power { id: string; matter: string; level: string; levelTitle: string; ordinal: number; validFrom: string; upTo: number | null; ended: boolean; basis: string }
export interface KeptRecord { id: string; kind: string; title: string; fromDay: string; toDay: string | null; byWhom: string; document: string; voidReason: string }
export interface Appraisal { id: string; person: string; name: string; year: number; scores: number[]; total: number; grade: string; remark: string; state: string }
export interface IndicatorSet { id: number; regionName: string | null; fromYear: number; cite: string; indicators: { title: string; standard: string; points: number }[] }
export interface AppraisalStep { what: string; onDay: string; note: string; byName: string; scores: number[] | null }
export interface AppraisalPage { appraisal: Appraisal; set: IndicatorSet; steps: AppraisalStep[]; may: string[] }
export interface AppraisalProgress { agency: string; name: string; officers: number; filled: number; checked: number; objected: number }
export interface CounselRequest { id: string; agency: string; agencyName: string; matter: string; fromDay: string; toDay: string; state: string; person: string | null; name: string | null; assignedFrom: string | null; assignedTo: string | null; note: string; may: string[] }
export interface Lawyer { id: string; name: string; kind: string; agencyName: string; running: number }
export interface Service {
  equipment: Piece[]; posts: HeldPost[]; rotation: Turn[]; lead: LeadStep[]; postings: Posting[]; appraisals: Appraisal[]; records: KeptRecord[]; counsel: CounselRequest[]
  mayKeep: boolean
}

type Query = Record<string, string | number | boolean | undefined>
type Body = Record<string, unknown>
const at = '/api/registry'
const id = encodeURIComponent

export const posts = {
  units: (agency: string) => get<Unit[]>(`${at}/places/${id(agency)}/units`),
  service: (person: string) => get<Service>(`${at}/people/${id(person)}/service`),
  kinds: () => get<EquipmentKind[]>(`${at}/equipment/kinds`),
  equipment: (query: Query) => get<Page<Piece>>(`${at}/equipment`, query),
  piece: (piece: string) => get<PiecePage>(`${at}/equipment/${id(piece)}`),
  addPiece: (body: Body) => post<{ id: string }>(`${at}/equipment`, body),
  step: (piece: string, body: Body) => post<void>(`${at}/equipment/${id(piece)}/steps`, body),
  equipmentBodies: (cursor?: string) => get<{ lines: EquipmentLine[]; next: string | null }>(`${at}/equipment/bodies`, { cursor }),
  standards: () => get<Standard[]>(`${at}/equipment/standards`),
  setStandard: (body: Body) => post<{ id: string }>(`${at}/equipment/standards`, body),
  posts: (query: Query) => get<Page<WorkPost>>(`${at}/responsibilities`, query),
  post: (of: string) => get<WorkPostPage>(`${at}/responsibilities/${id(of)}`),
  addPost: (body: Body) => post<{ id: string }>(`${at}/responsibilities`, body),
  changePost: (of: string, body: Body) => call<void>('PUT', `${at}/responsibilities/${id(of)}`, { body }),
  endPost: (of: string, body: Body) => post<void>(`${at}/responsibilities/${id(of)}/ending`, body),
  place: (of: string, body: Body) => post<{ id: string }>(`${at}/responsibilities/${id(of)}/holders`, body),
  relieve: (of: string, holder: string, body: Body) => post<void>(`${at}/responsibilities/${id(of)}/holders/${id(holder)}/ending`, body),
  openItems: (agency: string | undefined, cursor?: string) => get<Page<OpenItem>>(`${at}/responsibilities/open`, { agency, cursor }),
  beyond: (agency: string | undefined) => get<Beyond[]>(`${at}/responsibilities/beyond`, { agency }),
  acts: (agency: string) => get<ActBook[]>(`${at}/responsibilities/acts`, { agency }),
  openActs: (agency: string) => get<OpenActs>(`${at}/responsibilities/acts/open`, { agency }),
  beyondActs: (agency: string, cursor?: string) => get<BeyondActs>(`${at}/responsibilities/acts/beyond`, { agency, cursor }),
  table: (agency: string, on?: string, cursor?: string) => get<DutyTable>(`${at}/responsibilities/table`, { agency, on, cursor }),
  leads: (query: Query) => get<Page<Lead>>(`${at}/leads`, query),
  lead: (person: string, body: Body) => post<void>(`${at}/people/${id(person)}/lead`, body),
  rotation: (query: Query) => get<Page<Turn> & { rule: string | null }>(`${at}/rotation`, query),
  levels: () => get<{ code: string; title: string }[]>(`${at}/powers/levels`),
  powers: (query: Query) => get<Power[]>(`${at}/powers`, query),
  setPower: (body: Body) => post<void>(`${at}/powers`, body),
  postings: (query: Query) => get<Page<Posting>>(`${at}/postings`, query),
  send: (person: string, body: Body) => post<{ id: string }>(`${at}/people/${id(person)}/postings`, body),
  back: (posting: string, body: Body) => post<void>(`${at}/postings/${id(posting)}/ending`, body),
  keepRecord: (person: string, body: Body) => post<void>(`${at}/people/${id(person)}/records`, body),
  strike: (person: string, record: string, body: Body) => post<void>(`${at}/people/${id(person)}/records/${id(record)}/void`, body),
  progress: (query: Query) => get<Page<AppraisalProgress>>(`${at}/appraisals/progress`, query),
  indicators: (query: Query) => get<IndicatorSet>(`${at}/appraisals/indicators`, query),
  setIndicators: (body: Body) => post<{ id: string }>(`${at}/appraisals/indicators`, body),
  appraisals: (query: Query) => get<Page<Appraisal>>(`${at}/appraisals`, query),
  appraisal: (of: string) => get<AppraisalPage>(`${at}/appraisals/${id(of)}`),
  appraise: (body: Body) => post<{ id: string }>(`${at}/appraisals`, body),
  appraisalStep: (of: string, body: Body) => post<void>(`${at}/appraisals/${id(of)}/steps`, body),
  counsel: (query: Query) => get<Page<CounselRequest>>(`${at}/counsel`, query),
  lawyers: () => get<Lawyer[]>(`${at}/counsel/lawyers`),
  askCounsel: (body: Body) => post<{ id: string }>(`${at}/counsel`, body),
  assignCounsel: (of: string, body: Body) => post<void>(`${at}/counsel/${id(of)}/assignment`, body),
  closeCounsel: (of: string, body: Body) => post<void>(`${at}/counsel/${id(of)}/closing`, body),
  link: (path: string, query: Query) => url(`${at}/${path}`, query),
}
