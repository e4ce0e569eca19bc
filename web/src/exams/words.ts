import type { Exam, Paper } from '../api/exams'
import type { Tone } from '../shared/due'
import { moment } from '../shared/dates'

export const questionKinds: Record<string, string> = { single: '单选', multiple: '多选', judgement: '判断' }
export const categories: Record<string, string> = { public: '公共法律知识', field: '专业法律知识' }
export const examStates: Record<string, { text: string; tone: Tone }> = {
  planned: { text: '未开考', tone: 'indigo' }, open: { text: '正在考试', tone: 'pine' }, closed: { text: '已结束', tone: 'grey' }, cancelled: { text: '已取消', tone: 'grey' },
}
export const candidateStates: Record<string, { text: string; tone: Tone }> = {
  waiting: { text: '未答卷', tone: 'grey' }, running: { text: '正在答卷', tone: 'indigo' }, 'handed-in': { text: '已交卷', tone: 'grey' }, absent: { text: '缺考', tone: 'amber' }, cancelled: { text: '考试已取消', tone: 'grey' },
}
export const applicationStates: Record<string, { text: string; tone: Tone }> = {
  filed: { text: '待单位审查', tone: 'indigo' }, checked: { text: '待考试和培训', tone: 'indigo' }, notice: { text: '公示中', tone: 'violet' }, issued: { text: '已发证', tone: 'pine' },
  returned: { text: '已退回', tone: 'amber' }, withdrawn: { text: '已撤回', tone: 'grey' }, refused: { text: '不予发证', tone: 'red' },
}
export const applicationSteps: Record<string, string> = {
  filed: '提出申请', checked: '单位审查同意', returned: '单位退回', notice: '开始公示', objection: '收到异议', answered: '答复异议', withdrawn: '撤回', refused: '不予发证', issued: '发证',
}
export const letters = (options: string[]) => options.map((_, i) => String.fromCharCode(65 + i))
export const passed = (yes: boolean | null) => (yes === null ? null : yes ? { text: '合格', tone: 'pine' as Tone } : { text: '不合格', tone: 'red' as Tone })
export const when = (e: Exam) => `${moment(e.opensAt)} 至 ${e.opensAt.slice(0, 10) === e.closesAt.slice(0, 10) ? e.closesAt.slice(11, 16) : moment(e.closesAt)}`
export const howMany = (e: Exam) => e.parts.reduce((n, p) => n + p.questions, 0)
export const partsOf = (e: Exam) => e.parts.map((p) => `${questionKinds[p.kind]} ${p.questions} 题（每题 ${p.points} 分）`).join('，')

/** What a person sees first of an exam of theirs. */
export function paperState(p: Paper): { text: string; tone: Tone } {
  if (p.result) return p.result.passed ? { text: '合格', tone: 'pine' } : { text: '不合格', tone: 'red' }
  if (p.mayBegin) return { text: '可以答卷', tone: 'pine' }
  return p.state === 'waiting' ? { text: '未开考', tone: 'indigo' } : (candidateStates[p.state] ?? { text: p.state, tone: 'grey' })
}

/** "1:02:03"; the seconds that are left. */
export function left(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds))
  const two = (n: number) => String(n).padStart(2, '0')
  return `${s >= 3600 ? `${Math.floor(s / 3600)}:` : ''}${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
}

/** Told to whoever does not see the clock: seldom, so that it does not disturb. */
export function announcement(before: number, now: number): string | null {
  for (const minutes of [30, 10, 5, 1]) if (before > minutes * 60 && now <= minutes * 60) return `还剩 ${minutes} 分钟`
  return null
}
