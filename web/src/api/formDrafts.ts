import { call } from './client'

/** What I am typing into a form (草稿), kept by the server until it is handed in. version 0: nothing was typed. */
export interface KeptDraft { version: number; window: string | null; savedAt: string | null; value: unknown; others: { name: string; seenAt: string }[] }
export interface Saving { place: string; window: string; version?: number; value?: unknown }

/** It goes on beside the work: a session that has ended is told when something is handed in, not here. */
export const formDrafts = {
  read: (place: string) => call<KeptDraft>('GET', '/api/form-drafts', { query: { place }, anonymous: true }),
  save: (saving: Saving) => call<KeptDraft>('PUT', '/api/form-drafts', { body: saving, anonymous: true }),
  drop: (place: string) => call<void>('DELETE', '/api/form-drafts', { query: { place }, anonymous: true }),
}
