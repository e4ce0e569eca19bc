import { call, get } from './client'

/** Cases of an old system, from a table (旧案导入). begun: a day on which the cases began, by whose law the columns are read. */
export interface OldChoices { procedures: { code: string; title: string; version: string }[]; approvers: { id: string; name: string }[] }
/** unfit: why it cannot be in a table. */
export interface OldAct { code: string; title: string; stage: string; opening: boolean; columns: number; unfit: string | null }
/** cite: empty where a cell is wrong, the article where the law is against the act. */
export interface OldSaid { column: string; what: string; mend: string; cite: string }
export interface OldRow { row: number; number: string; outcome: 'READY' | 'IMPORTED' | 'KNOWN' | 'REFUSED'; case: string | null; entries: number; irregular: number; said: OldSaid[] }
/** A series of numbers that goes on after `to`, and no more after `from`. */
export interface OldNumbers { kind: string; year: number; from: number; to: number }
export interface OldReport { rows: number; imported: number; ready: number; known: number; refused: number; items: OldRow[]; numbers: OldNumbers[] }
export interface OldAsked { procedure: string; begun?: string; reason: string; approver?: string }

export const olden = {
  choices: (begun?: string) => get<OldChoices>('/api/old-cases/choices', { begun }),
  acts: (procedure: string, begun?: string) => get<OldAct[]>('/api/old-cases/acts', { procedure, begun }),
  template: (procedure: string, acts: string[], begun?: string) => `/api/old-cases/template?${new URLSearchParams({ procedure, acts: acts.join(','), ...(begun ? { begun } : {}) })}`,
  bring: (file: File, asked: OldAsked, dryRun: boolean) => {
    const form = new FormData()
    form.append('file', file)
    return call<OldReport>('POST', '/api/old-cases', { form, query: { ...asked, dryRun: String(dryRun) } })
  },
}
