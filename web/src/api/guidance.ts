import { call, get, post } from './client'
import type { Page } from './types'

/** 案例指导: closed cases retold without names. */
export interface GuidanceHead { id: string; title: string; conduct: string; grade: string; cite: string; agency: string; state: GuidanceState; publishedOn: string | null }
export type GuidanceState = 'draft' | 'submitted' | 'reviewed' | 'published' | 'withdrawn'
export interface GuidanceContent { table: string | null; conduct: string; grade: string; cite: string; title: string; facts: string; issue: string; reasoning: string }
export interface GuidingCase {
  id: string; agency: string; content: GuidanceContent; state: GuidanceState; seq: number; publishedOn: string | null; caseId: string | null
  events: { seq: number; what: string; note: string; by: string; at: string }[]
}
export const guidance = {
  all: (query: { q?: string; table?: string; state?: 'published' | 'underWay'; cursor?: string; limit?: number }) => get<Page<GuidanceHead>>('/api/guidance', { limit: 50, ...query }),
  one: (id: string) => get<GuidingCase>(`/api/guidance/${id}`),
  propose: (caseId: string, content: GuidanceContent) => post<GuidingCase>(`/api/guidance/of/${caseId}`, content),
  change: (id: string, content: GuidanceContent, seq: number) => call<GuidingCase>('PUT', `/api/guidance/${id}`, { body: { ...content, seq } }),
  step: (id: string, what: string, note: string, seq: number) => post<GuidingCase>(`/api/guidance/${id}/steps`, { what, note, seq }),
}
