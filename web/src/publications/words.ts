import type { PublicationState, TextFields } from '../api/types'
import type { Tone } from '../shared/due'

export const states: Record<PublicationState, { text: string; tone: Tone }> = {
  draft: { text: '待提交', tone: 'amber' },
  review: { text: '待审核', tone: 'violet' },
  published: { text: '已公示', tone: 'pine' },
  withdrawn: { text: '已撤回', tone: 'grey' },
}

/** The text comes whole, as named fields, or as titled fields in order. */
export function fieldsOf(text: TextFields | null | undefined): { name: string; title: string; text: string }[] {
  if (!text) return []
  if (typeof text === 'string') return [{ name: '', title: '', text }]
  return Array.isArray(text) ? text : Object.entries(text).map(([title, t]) => ({ name: title, title, text: String(t) }))
}

export interface Piece { text: string; mark: number | null }

/** Cuts a text at the given words, longest first; mark is the word's index. */
export function marked(text: string, words: string[]): Piece[] {
  const order = words.map((w, i) => ({ w, i })).filter((x) => x.w).sort((a, b) => b.w.length - a.w.length)
  let pieces: Piece[] = [{ text, mark: null }]
  for (const { w, i } of order) {
    pieces = pieces.flatMap((p) => (p.mark !== null ? [p] : split(p.text, w, i)))
  }
  return pieces.filter((p) => p.text)
}

function split(text: string, word: string, mark: number): Piece[] {
  return text.split(word).flatMap((part, n) => (n ? [{ text: word, mark }, { text: part, mark: null }] : [{ text: part, mark: null }]))
}
