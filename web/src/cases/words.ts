import type { CaseRow } from '../api/types'

/** A lead (线索) has no number or party yet; a case on the spot gets its number with the decision. */
export const numberOf = (c: Pick<CaseRow, 'number' | 'stage'>) => c.number || (c.stage === '立案' ? '未立案，无案号' : '尚未编号')
export const partyOf = (c: Pick<CaseRow, 'party'>) => c.party || '当事人待查明'
export const mattersOf = (c: Pick<CaseRow, 'party' | 'violation'>) => [partyOf(c), c.violation].filter(Boolean).join(' · ')
