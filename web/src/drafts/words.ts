import type { Problem } from '../api/client'
import type { Draft, DraftEvent, DraftReplay, DraftState, DraftStep, DraftTransition, ReplayKind } from '../api/drafts'
import type { FieldError } from '../api/types'
import type { Tone } from '../shared/due'
import { inChinese } from './faults'

export const states: Record<DraftState, { text: string; tone: Tone }> = {
  draft: { text: '起草中', tone: 'indigo' },
  submitted: { text: '待批准', tone: 'violet' },
  published: { text: '已公布', tone: 'pine' },
  withdrawn: { text: '已撤回', tone: 'grey' },
}

export const events: Record<DraftStep, string> = {
  created: '新建草案', changed: '修改', checked: '检查', replayed: '试跑', submitted: '提交批准', returned: '退回修改', published: '批准并公布', withdrawn: '撤回',
}

/** A draft is not law yet, so what it would bar is not red. */
export const replayKinds: Record<ReplayKind, { text: string; tone: Tone }> = {
  BARRED: { text: '将禁止', tone: 'indigo' }, ADDED: { text: '新增问题', tone: 'amber' }, REMOVED: { text: '不再有', tone: 'pine' },
}
const replayCounts: [ReplayKind, (n: number) => string][] = [
  ['BARRED', (n) => `将禁止 ${n} 项`], ['ADDED', (n) => `新增 ${n} 处问题`], ['REMOVED', (n) => `消除 ${n} 处`],
]

/** 将禁止 12 项、新增 3 处问题、消除 1 处 */
export function replayText(r: Pick<DraftReplay, 'barred' | 'added' | 'removed'>): string {
  const counts = { BARRED: r.barred, ADDED: r.added, REMOVED: r.removed }
  if (!r.barred && !r.added && !r.removed) return '与现行规定相比没有差别'
  return replayCounts.filter(([kind]) => counts[kind]).map(([kind, say]) => say(counts[kind])).join('、')
}

/** Severities as a pack writes them and as findings carry them. */
export const severities: Record<string, { text: string; tone: Tone }> = {
  bar: { text: '拦截', tone: 'indigo' }, warn: { text: '预警', tone: 'amber' }, score: { text: '扣分', tone: 'grey' },
}
export const severityOf = (s: string) => severities[s.toLowerCase()] ?? { text: s, tone: 'grey' as Tone }

export const changedParameters = (d: Draft) => d.parameters.filter((p) => p.change)
export const changedRules = (d: Draft) => d.rules.filter((r) => r.change)
export const changes = (d: Draft) => changedParameters(d).length + changedRules(d).length + d.added.length + (d.examples ? 1 : 0)

/** Nothing was changed since the last check; that the law beneath changed, `why` says. */
export function checkStands(d: Draft): boolean {
  return !!d.check && !d.history.some((e) => ['changed', 'returned'].includes(e.what) && Date.parse(e.at) > Date.parse(d.check!.at))
}
export const underWay = (d: Draft) => d.state === 'draft' || d.state === 'submitted'

const fields: Record<string, string> = { '/value': '值', '/cite': '法律依据', '/note': '说明', '/title': '草案名称', '/reason': '修改的理由', '/from': '施行日期', '/act': '办理事项', '/file': '写入的文件', '/procedure': '法律包' }
/** "必填" at /cite → 法律依据：必填. */
export const errorText = (e: FieldError) => (fields[e.pointer] ? `${fields[e.pointer]}：${inChinese(e.message)}` : inChinese(e.message))

export interface Fault { line: number | null; message: string }
/** Where a refused text is wrong: lines count from 1 in the text that was sent. */
export function faultsOf(problem: Problem): Fault[] {
  const ofText = problem.errors.filter((e) => !e.pointer || /^#?\/(text|examples)/.test(e.pointer))
  if (ofText.length) return ofText.map((e) => ({ line: (e as { line?: number }).line ?? lineIn(e.message), message: bare(e.message) }))
  const line = typeof problem.body.line === 'number' ? problem.body.line : lineIn(problem.detail)
  return line ? [{ line, message: bare(problem.detail) }] : []
}
/** The message without the line that is shown before it. */
const bare = (text: string) => inChinese(text.replace(/^第\s*\d+\s*行：/, ''))
function lineIn(text: string): number | null {
  const found = /第\s*(\d+)\s*行/.exec(text)
  return found ? Number(found[1]) : null
}

/** What others did since this page read the draft. */
export function since(known: Draft, latest: Draft): DraftEvent[] {
  const key = (e: DraftEvent) => [e.at, e.by.id, e.what, e.note ?? ''].join('|')
  const seen = new Set(known.history.map(key))
  return latest.history.filter((e) => !seen.has(key(e)))
}

/** What becomes of pending cases, and how many there are. */
export function pendingWords(t: DraftTransition): string {
  const many = t.cases === null ? '' : `现有在办案件 ${t.cases}${t.more ? ' 以上' : ''} 件`
  return t.pending === 'switch' ? `自施行日起改用新版本，依据${t.cite}${many ? `；${many}` : ''}` : `继续适用立案时的规定${many ? `；${many}` : ''}`
}
