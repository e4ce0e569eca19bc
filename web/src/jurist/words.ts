import type { PackLayer, PackSentence, TrialDue } from '../api/types'
import type { Tone } from '../shared/due'

/** 行政处罚普通程序 2026.1，市场监管 2026.1: what a pack is laid together from. */
export const layersText = (layers: PackLayer[]) => layers.map((l) => `${l.title} ${l.version}`).join('，')

/** What a sentence speaks of, as the label before it. */
export const sentenceWords: Record<PackSentence['kind'], string> = {
  WHO: '办理', BEFORE: '之前', WAITS: '等待', DUTY: '之后', OPENS: '可以', CLOSES: '不再', TIME: '期限', RULE: '规则', DOCUMENT: '文书',
}
/** In a document nothing is unlawful yet, so nothing is red. */
export const severityTones: Record<string, Tone> = { 拦截: 'indigo', 预警: 'amber', 扣分: 'grey' }

/** A duty or window of a trial in a word: a party's is nobody's fault here. */
export function dueState(d: TrialDue): { text: string; tone: Tone } {
  if (d.status === 'FULFILLED') return { text: '已办理', tone: 'pine' }
  if (d.status === 'DROPPED') return { text: '已解除', tone: 'grey' }
  if (d.status === 'EXPIRED') return { text: '已期满', tone: 'grey' }
  if (d.stopped) return { text: '停止计算', tone: 'amber' }
  if (d.overdue) return { text: '超期', tone: 'red' }
  return { text: '未到期', tone: 'indigo' }
}
export const owners: Record<string, string> = { agency: '', party: '当事人', third: '其他机关或者人员' }

/** A figure's value as people read it; money is whole 分. */
export function figureText(type: string, value: unknown): string {
  if (type === 'bool') return value ? '是' : '否'
  if (type === 'money') return `${(Number(value) / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })} 元`
  return Array.isArray(value) ? value.join('、') : String(value)
}
