import type { HandRule, Mask } from '../api/types'

export const isByHand = (mask: Mask, rules: HandRule[]) => rules.some((r) => r.rule === mask.rule && r.title === mask.title)

/** Masks for every place of the text that reads so and is not masked yet. */
export function marks(text: string, words: string, rule: HandRule, masks: Mask[]): Mask[] {
  const found: Mask[] = []
  if (!words) return found
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + words.length)) {
    const to = from + words.length
    if (!masks.some((m) => m.from < to && from < m.to)) found.push({ from, to, with: rule.with, rule: rule.rule, title: rule.title, cite: rule.cite })
  }
  return found
}

/** The text as the public reads it. */
export function applied(text: string, masks: Mask[]): string {
  return [...masks].sort((a, b) => b.from - a.from).reduce((t, m) => t.slice(0, m.from) + m.with + t.slice(m.to), text)
}
