import type { Mask, PublicationState } from '../api/types'
import type { Tone } from '../shared/due'

export const states: Record<PublicationState, { text: string; tone: Tone }> = {
  draft: { text: '待提交', tone: 'amber' },
  review: { text: '待审核', tone: 'violet' },
  published: { text: '已公示', tone: 'pine' },
  withdrawn: { text: '已撤回', tone: 'grey' },
  dropped: { text: '不再公示', tone: 'grey' },
}

export const severities: Record<'high' | 'medium' | 'review', { text: string; tone: Tone }> = { high: { text: '严重', tone: 'red' }, medium: { text: '一般', tone: 'amber' }, review: { text: '核对', tone: 'grey' } }

export interface Piece { text: string; mark: number | null }

/** The original cut at its masked places (offsets in characters); mark is the place's number from 0. */
export function original(text: string, masks: Mask[]): Piece[] {
  return pieces(text, masks, (m) => text.slice(m.from, m.to))
}

/** The public text with its replacements marked; unmarked where it does not follow from the original and the places. */
export function masked(text: string, source: string, masks: Mask[]): Piece[] {
  const found = pieces(source, masks, (m) => m.with)
  return found.map((p) => p.text).join('') === text ? found : [{ text, mark: null }]
}

function pieces(text: string, masks: Mask[], shown: (m: Mask) => string): Piece[] {
  const out: Piece[] = []
  let at = 0
  masks.map((m, i) => ({ m, i })).sort((a, b) => a.m.from - b.m.from).forEach(({ m, i }) => {
    out.push({ text: text.slice(at, m.from), mark: null }, { text: shown(m), mark: i })
    at = m.to
  })
  out.push({ text: text.slice(at), mark: null })
  return out.filter((p) => p.text)
}
