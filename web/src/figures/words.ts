import type { Tone } from '../shared/due'

export const layers: Record<string, string> = { national: '国家', ministry: '国务院部门', province: '省', city: '市', county: '县', platform: '平台默认值' }
export const changeStates: Record<string, { text: string; tone: Tone }> = {
  proposed: { text: '等待批准', tone: 'amber' }, approved: { text: '已批准', tone: 'pine' }, returned: { text: '已退回', tone: 'red' }, withdrawn: { text: '已撤回', tone: 'grey' },
}
/** "60 学时"; of yes and no the word. */
export const valueOf = (value: number, unit: string) => (unit === '是否' ? (value ? '是' : '否') : unit === '%' ? `${value}%` : `${value} ${unit}`)
/** A citation that names a law's article opens it; 平台默认值 and documents without articles are text. */
export const opens = (cite: string) => /第[一二三四五六七八九十百零]+条|（[一二三四五六七八九十]+）/.test(cite) && !cite.startsWith('平台默认值')
/** What the platform sets itself has no text to compare with. */
export const unchecked = (f: { verified: boolean; layer: string }) => !f.verified && f.layer !== 'platform'
export const since = (day: string) => (day === '1900-01-01' ? '随平台启用' : `自 ${day} 起`)
