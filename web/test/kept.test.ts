import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, reactive, ref } from 'vue'
import { useKept } from '../src/form/kept'

const asked: string[] = []
let answerSave: (r: Response) => void
const json = (value: unknown) => new Response(JSON.stringify(value))
beforeEach(() => {
  asked.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('document', { cookie: 'XSRF-TOKEN=t', hidden: true })
  vi.stubGlobal('sessionStorage', { getItem: () => 'w1', setItem: () => {} })
  vi.stubGlobal('window', { setTimeout, clearTimeout, setInterval, clearInterval })
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    asked.push(init.method!)
    if (init.method === 'PUT') return new Promise<Response>((resolve) => { answerSave = resolve })
    return Promise.resolve(init.method === 'DELETE' ? new Response(null, { status: 204 }) : json({ version: 0, value: null, others: [] }))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('throws a draft away only after what is on its way, which would bring it back', async () => {
  const scope = effectScope()
  const draft = reactive({ facts: '' })
  const kept = scope.run(() => useKept({ place: 'case:inspect', draft, base: ref(0), typed: false, apply: () => {} }))!
  await vi.advanceTimersByTimeAsync(10)
  draft.facts = '货架上没有标签'
  await vi.advanceTimersByTimeAsync(2000)
  expect(asked).toEqual(['GET', 'PUT'])
  kept.finish()
  await vi.advanceTimersByTimeAsync(5000)
  expect(asked).toEqual(['GET', 'PUT'])
  answerSave(json({ version: 1, others: [] }))
  await vi.advanceTimersByTimeAsync(10)
  expect(asked).toEqual(['GET', 'PUT', 'DELETE'])
  scope.stop()
})
