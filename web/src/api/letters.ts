import { call, get, post } from './client'
import type { Page } from './types'

/** Letters in a batch (成批打印). */
export interface WaitingLetter { caseId: string; caseNumber: string | null; party: string; id: string; title: string; number: string; issuedAt: string; unserved: boolean; unsigned: boolean }
/** Millimetres from the left and the top. */
export interface Box { left: number; top: number; width: number; height: number }
/** zone: where on the folded sheet the address stands. */
export interface Envelope { code: string; title: string; width: number; height: number; folded: number; window: Box; zone: Box }
export interface Sender { address: string | null; postcode: string | null }
export interface LetterSettings { agency: string; sender: Sender; envelopes: Envelope[]; most: number; mostPages: number; maySet: boolean }
export interface LettersAsked { documents: { caseId: string; id: string }[]; parts: string[]; envelope: string; duplex: boolean }
export interface CheckedLetter { caseId: string; id: string; title: string; number: string; to: string; postcode: string | null; address: string; source: string; parts: string[]; missing: string[] }
/** left: documents that did not fit, as case/document. */
export interface PrintedLetters { file: Blob; left: string[]; missing: number }

export const letters = {
  waiting: (cursor?: string) => get<Page<WaitingLetter>>('/api/letters', { cursor, limit: 50 }),
  settings: () => get<LetterSettings>('/api/letters/settings'),
  sender: (sender: Sender) => call<LetterSettings>('PUT', '/api/letters/sender', { body: sender }),
  check: (asked: LettersAsked) => post<CheckedLetter[]>('/api/letters/check', asked),
  print: async (asked: LettersAsked): Promise<PrintedLetters> => {
    let left = ''
    let missing = 0
    const file = await call<Blob>('POST', '/api/letters/print', { body: asked, as: 'blob', head: (h) => { left = h.get('Letters-Left') ?? ''; missing = Number(h.get('Letters-Missing') ?? 0) } })
    return { file, left: left ? left.split(',') : [], missing }
  },
}
