import type { ArticleChange, ChangeKind, StatuteVersion } from '../api/types'
import type { Tone } from '../shared/due'

/** What a text is on a day: 现行有效, 尚未施行, 已失效. */
export function standing(v: Pick<StatuteVersion, 'inForceFrom' | 'until'>, on: string): { text: string; tone: Tone } {
  if (v.inForceFrom > on) return { text: '尚未施行', tone: 'violet' }
  if (v.until && v.until <= on) return { text: '已失效', tone: 'grey' }
  return v.until ? { text: '即将失效', tone: 'amber' } : { text: '现行有效', tone: 'pine' }
}

export const inForceBy: Record<StatuteVersion['inForceBy'], string> = {
  given: '', text: '按条文读出', adopted: '未载明，按公布日期计',
}

export const changeKinds: Record<ChangeKind, { text: string; tone: Tone }> = {
  CHANGED: { text: '内容修改', tone: 'amber' },
  MOVED: { text: '条号变动', tone: 'indigo' },
  GONE: { text: '已删去', tone: 'red' },
  REPEALED: { text: '所在法规废止', tone: 'red' },
}

/** 大气污染防治法 第九十九条 → 第一千零九十五条（按文字相近推定） */
export function changeText(c: ArticleChange): string {
  return `${c.law} ${c.article}${c.to && (c.to !== c.article || c.kind === 'REPEALED') ? ` → ${c.to}${c.presumed ? '（按文字相近推定）' : ''}` : ''}`
}

export interface Part { text: string; hit: boolean }

/** A text cut at the words looked for. */
export function hits(text: string, words: string[]): Part[] {
  const found = words.filter(Boolean).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (!found.length) return [{ text, hit: false }]
  return text.split(new RegExp(`(${found.join('|')})`, 'gi')).map((t, i) => ({ text: t, hit: i % 2 === 1 })).filter((p) => p.text)
}

/** So much of a text around the first word that a list can show it. */
export function excerpt(text: string, words: string[], most = 150): string {
  if (text.length <= most) return text
  const at = Math.max(0, Math.min(...words.map((w) => text.toLowerCase().indexOf(w.toLowerCase())).filter((i) => i >= 0), text.length))
  const from = at === text.length ? 0 : Math.max(0, Math.min(at - 40, text.length - most))
  return `${from ? '……' : ''}${text.slice(from, from + most)}${from + most < text.length ? '……' : ''}`
}
export const wordsOf = (q: string) => q.split(/[^\p{L}\p{Nd}]+/u).filter(Boolean)
