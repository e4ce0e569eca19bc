import type { Held, ListedPerson } from '../api/registers'
import type { Tone } from '../shared/due'

export const kindTitles: Record<string, string> = {
  officer: '执法人员', auxiliary: '执法辅助人员', reviewer: '法制审核人员', supervisor: '行政执法监督人员',
  'lay-observer': '行政执法社会监督员', 'government-lawyer': '公职律师', 'legal-adviser': '法律顾问',
}
export const bodyKinds: Record<string, string> = { statutory: '法定行政机关', authorised: '法律法规授权组织', entrusted: '受委托组织' }
export const tiers: Record<string, string> = { province: '省', city: '市', county: '县', township: '乡镇街道' }
export const certificateStates: Record<string, { text: string; tone: Tone }> = {
  valid: { text: '有效', tone: 'pine' }, future: { text: '尚未生效', tone: 'indigo' }, expired: { text: '已过有效期', tone: 'grey' }, suspended: { text: '已暂扣', tone: 'red' },
  revoked: { text: '已吊销', tone: 'red' }, withdrawn: { text: '已收回', tone: 'grey' }, lost: { text: '已挂失作废', tone: 'grey' },
}
export const results: Record<string, string> = { excellent: '优秀', good: '合格', fair: '基本合格', failed: '不合格' }
export const personStates: Record<string, string> = {
  acting: '可以执法', 'not-acting': '不能执法', expiring: '证件将到期', expired: '证件已过期', suspended: '证件暂扣', none: '没有证件', left: '已离岗',
}
export const steps: Record<string, string> = { establishment: '编办意见', personnel: '人社部门意见', legal: '法制审核意见', decision: '政府决定', announcement: '公告', withdrawal: '撤回' }
export const applicationKinds: Record<string, string> = { setup: '新设', merge: '合并', rename: '名称变更', cancel: '撤销' }
export const courseForms: Record<string, string> = { classroom: '面授', online: '网络', practice: '实训' }
export const coursePurposes: Record<string, string> = { ordinary: '日常培训', 'new-staff': '岗前培训', rotation: '全员轮训' }
export const hourKinds: Record<string, string> = { public: '公共法律知识', special: '专业知识和技能' }

export const options = (titles: Record<string, string>) => Object.entries(titles).map(([value, label]) => ({ value, label }))
export const choice = (title: string, titles: Record<string, string>, more: Record<string, unknown> = {}) =>
  ({ type: 'string' as const, title, enum: Object.keys(titles), 'x-titles': Object.values(titles), ...more })

/** What a list says of a person first: whether they may act. */
export function standingOf(p: ListedPerson): { text: string; tone: Tone } {
  if (p.ended) return { text: '已离岗', tone: 'grey' }
  if (p.acting) return p.certificate?.expiring ? { text: '证件将到期', tone: 'amber' } : { text: '可以执法', tone: 'pine' }
  if (p.kind !== 'officer') return { text: kindTitles[p.kind] ?? p.kind, tone: 'grey' }
  return { text: '不能执法', tone: 'red' }
}
export const period = (c: Pick<Held, 'firstDay' | 'lastDay'>) => `${c.firstDay} 至 ${c.lastDay}`
export const placeOf = (c: Held) => c.regionName ?? c.regionCode
