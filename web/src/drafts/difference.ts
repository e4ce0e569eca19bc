import type { Piece } from '../api/types'

/** Beyond this the table of the comparison would be too large; then lines are compared instead of words. */
const MOST = 1200
const words = (text: string) => text.match(/[A-Za-z0-9_.-]+|\s+|[^]/gu) ?? []
const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** lengths[i][j]: the longest common sequence of a from i and b from j. */
function common(a: string[], b: string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  return lengths
}

function joined(pieces: Piece[]): Piece[] {
  const out: Piece[] = []
  for (const p of pieces) {
    const last = out.at(-1)
    if (last?.kind === p.kind) last.text += p.text
    else out.push({ ...p })
  }
  return out
}

/** What is taken out of the old text and put into the new one, in reading order. */
export function difference(old: string, now: string): Piece[] {
  if (old === now) return old ? [{ kind: 'SAME', text: old }] : []
  let [a, b] = [words(old), words(now)]
  if (a.length > MOST || b.length > MOST) [a, b] = [lines(old), lines(now)]
  if (a.length > MOST || b.length > MOST) return [{ kind: 'DELETED', text: old }, { kind: 'INSERTED', text: now }]
  const lengths = common(a, b)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'SAME', text: a[i]! })
      i++
      j++
    } else if (i < a.length && (j >= b.length || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) pieces.push({ kind: 'DELETED', text: a[i++]! })
    else pieces.push({ kind: 'INSERTED', text: b[j++]! })
  }
  return joined(pieces)
}
