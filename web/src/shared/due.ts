export interface Clock {
  overdue: boolean
  stopped: boolean
  provisional: boolean
  daysLeft: number | null
}
export type Tone = 'red' | 'amber' | 'pine' | 'indigo' | 'violet' | 'grey'

/** The words of a time limit. Red is for overdue alone. */
export function dueWords(due: Clock): { text: string; tone: Tone } {
  if (due.overdue) return { text: due.daysLeft ? `超期 ${Math.abs(due.daysLeft)} 日` : '已超期', tone: 'red' }
  if (due.stopped) return { text: '已暂停', tone: 'violet' }
  if (due.daysLeft === null) return { text: '及时办理', tone: 'grey' }
  if (due.daysLeft === 0) return { text: '今日届满', tone: 'amber' }
  return { text: `余 ${due.daysLeft} 日`, tone: due.daysLeft <= 3 ? 'amber' : 'indigo' }
}

export const provisionalWords = '暂计（放假安排未公布）'
