import type { Problem } from '../api/client'
import type { BenchmarkSet } from '../api/discretion'

export const setStates: Record<BenchmarkSet['state'], { text: string; tone: 'grey' | 'amber' | 'pine' }> = {
  draft: { text: '待公布', tone: 'amber' },
  published: { text: '已公布', tone: 'pine' },
  withdrawn: { text: '已撤回', tone: 'grey' },
}

const fields: Record<string, string> = { fine: '拟罚款', choice: '处理', family: '从轻从重的数值规则', row: '裁量阶次' }

/** What keeps the calculator from answering, in one sentence that names its field. */
export function whyNot(problem: Problem): string {
  const fault = problem.errors[0]
  if (!fault) return problem.detail
  const [, kind = '', name = ''] = fault.pointer.split('/')
  const field = name || fields[kind] || ''
  return !field || fault.message.includes(field) ? fault.message : `${field}：${fault.message}`
}

/** Error text by JSON pointer. */
export const errorsOf = (problem: Problem | null): Record<string, string> => Object.fromEntries((problem?.errors ?? []).map((e) => [e.pointer, e.message]))
