import * as api from '../api'
import type { Piece } from '../api/posts'
import type { PersonRow, Schema } from '../api/types'
import type { Tone } from '../shared/due'

export const pieceStates: Record<string, string> = { stored: '在库', held: '领用', out: '出库使用', faulty: '有故障', 'left-behind': '离岗未交还', lost: '遗失', retired: '报废' }
export const stepTitles: Record<string, string> = {
  assign: '领用', return: '归还', 'take-out': '出库', 'bring-back': '入库', fault: '故障', repair: '修复', lose: '遗失', find: '找回', retire: '报废',
}

/** What a list says of a piece first: what is amiss, else where it is. */
export function stateOf(p: Piece): { text: string; tone: Tone } {
  if (p.leftBehind) return { text: '离岗未交还', tone: 'red' }
  if (p.state === 'lost') return { text: '遗失', tone: 'red' }
  if (p.state === 'retired') return { text: '报废', tone: 'grey' }
  if (p.faulty) return { text: '有故障', tone: 'amber' }
  if (p.out) return { text: '出库使用', tone: 'indigo' }
  return p.state === 'held' ? { text: '领用', tone: 'pine' } : { text: '在库', tone: 'grey' }
}
export const whereOf = (p: Piece) => [p.holderName ?? p.holderUnit ?? '', p.out ? `${p.outName} 自 ${p.outOn} 使用` : ''].filter(Boolean).join('；') || '—'

/** The steps that a piece takes in its state, for whoever keeps it or only uses it. */
export function stepsOf(p: Piece, keeper: boolean): string[] {
  if (p.state === 'retired') return []
  if (p.state === 'lost') return keeper ? ['find', 'retire'] : []
  const use = [...(p.lent && !p.out && !p.faulty ? ['take-out'] : []), ...(p.out ? ['bring-back'] : []), ...(p.faulty ? [] : ['fault'])]
  if (!keeper) return use
  const held = p.state === 'held'
  return [...(!held && !p.out && !p.faulty ? ['assign'] : []), ...(held && !p.out ? ['return'] : []), ...use, ...(p.faulty ? ['repair'] : []), 'lose', ...(!held && !p.out ? ['retire'] : [])]
}

export const leadSteps: Record<string, string> = { granted: '授予', renewed: '延续', ended: '终止' }
export const sides: Record<string, string> = { home: '派出单位', body: '派驻单位', both: '两单位共同' }
export const recordKinds: Record<string, string> = { commendation: '表彰奖励', insurance: '保险', counselling: '心理咨询', crisis: '危机干预', examination: '健康检查', 'legal-aid': '法律援助' }
export const appraisalStates: Record<string, { text: string; tone: Tone }> = {
  filled: { text: '待审核', tone: 'indigo' }, returned: { text: '已退回', tone: 'red' }, checked: { text: '已审核', tone: 'pine' }, seen: { text: '本人已阅', tone: 'pine' },
  objected: { text: '有异议', tone: 'amber' }, answered: { text: '异议已答复', tone: 'pine' },
}
export const appraisalSteps: Record<string, string> = { fill: '填写', check: '审核通过', return: '退回', see: '已阅', object: '提出异议', answer: '答复异议' }
export const counselStates: Record<string, { text: string; tone: Tone }> = {
  open: { text: '等待指派', tone: 'amber' }, assigned: { text: '已指派', tone: 'indigo' }, declined: { text: '未予指派', tone: 'red' }, withdrawn: { text: '已撤回', tone: 'grey' }, ended: { text: '已结束', tone: 'pine' },
}
export const money = (fen: number | null) => (fen === null ? '不限额' : `${(fen / 100).toLocaleString('zh-CN')} 元以下`)

export const text = (title: string, max: number, more: Schema = {}): Schema => ({ type: 'string', title, maxLength: max, ...more })
export const date = (title: string, more: Schema = {}): Schema => ({ type: 'string', format: 'date', title, ...more })
export const flag = (title: string, more: Schema = {}): Schema => ({ type: 'boolean', title, ...more })
export const person = (title: string, more: Schema = {}): Schema => ({ type: 'string', title, 'x-widget': 'person', ...more })
export const pick = (title: string, of: { id: string; name: string }[], more: Schema = {}): Schema => ({ type: 'string', title, enum: of.map((o) => o.id), 'x-titles': of.map((o) => o.name), ...more })
export const form = (required: string[], properties: Record<string, Schema>): Schema => ({ type: 'object', required, properties })

/** People of a body, for choosing one. */
export const peopleOf = (agency: string | undefined, kind?: string) => async (q: string): Promise<PersonRow[]> =>
  (await api.registers.people({ agency, kind, q: q || undefined, limit: 30 })).items.map((p) => ({
    id: p.id, name: p.name, unit: [agency ? '' : p.agencyName, p.unitName, p.title].filter(Boolean).join(' · ') || null, roles: [], certificate: null })) as PersonRow[]
