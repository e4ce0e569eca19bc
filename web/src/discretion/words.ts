import type { Problem } from '../api/client'
import type { BenchmarkSet } from '../api/discretion'

export const setStates: Record<BenchmarkSet['state'], { text: string; tone: 'grey' | 'amber' | 'pine' }> = {
  draft: { text: '待公布', tone: 'amber' },
  published: { text: '已公布', tone: 'pine' },
  withdrawn: { text: '已撤回', tone: 'grey' },
}

/** Error text by JSON pointer. */
export const errorsOf = (problem: Problem | null): Record<string, string> => Object.fromEntries((problem?.errors ?? []).map((e) => [e.pointer, e.message]))
