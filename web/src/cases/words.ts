import type { CaseRow } from '../api/types'

/** A lead (线索) has no number, party or violation yet. */
export const numberOf = (c: Pick<CaseRow, 'number'>) => c.number || '未立案，无案号'
export const partyOf = (c: Pick<CaseRow, 'party'>) => c.party || '当事人待查明'
export const mattersOf = (c: Pick<CaseRow, 'party' | 'violation'>) => [partyOf(c), c.violation].filter(Boolean).join(' · ')
