import { call, get, post } from './client'
import type { Page } from './types'

/** Scans of signed papers (签字件回传), and the papers still awaited (缺签字件). */
export interface PaperDocument { caseId: string; caseNumber: string | null; party: string; id: string; title: string; number: string; seq: number; copySeq: number | null }
export interface ScanPage { page: number; found: string; words: string; docPage: number | null; docPages: number | null; assignable: boolean; boundSeq: number | null; aside: string | null }
/** Pages of one document; missing: its pages that are not among these. */
export interface ScanPiece { pages: number[]; document: PaperDocument; words: string; missing: number[]; boundSeq: number | null }
export interface Scan { id: string; name: string; file: string; caseId: string | null; open: boolean; uploadedAt: string; by: string; pages: ScanPage[]; pieces: ScanPiece[] }
export interface ScanRow { id: string; name: string; pages: number; left: number; uploadedAt: string; by: string }
export interface Awaited { caseId: string; caseNumber: string | null; party: string; id: string; title: string; number: string; seq: number; signedBy: string; signedCite: string; issuedAt: string }
export interface Binding { pages: number[]; caseId?: string; document?: string; again?: boolean }

const of = (id: string) => `/api/scans/${encodeURIComponent(id)}`

export const paper = {
  take: (file: File, caseId?: string) => {
    const form = new FormData()
    form.append('file', file, file.name)
    return call<{ scan: Scan; again: boolean }>('POST', caseId ? `/api/scans?caseId=${encodeURIComponent(caseId)}` : '/api/scans', { form })
  },
  scans: (open: boolean, cursor?: string) => get<Page<ScanRow>>('/api/scans', { open, cursor, limit: 50 }),
  scan: (id: string) => get<Scan>(of(id)),
  bind: (id: string, binding: Binding) => post<{ caseId: string; seq: number }>(`${of(id)}/bindings`, binding),
  setAside: (id: string, pages: number[], reason: string) => post<Scan>(`${of(id)}/set-aside`, { pages, reason }),
  awaited: (cursor?: string) => get<Page<Awaited>>('/api/signed-copies/awaited', { cursor, limit: 50 }),
}
