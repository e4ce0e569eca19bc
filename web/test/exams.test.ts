import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Paper } from '../src/api/exams'
import { pendingKey, readPending, toggled, usePaper } from '../src/exams/paper'
import { announcement, left } from '../src/exams/words'

describe('the clock of a paper', () => {
  it('shows hours only where there are some', () => {
    expect([left(3723), left(65.9), left(-3)]).toEqual(['1:02:03', '01:05', '00:00'])
  })
  it('is told four times, not every second', () => {
    const told = Array.from({ length: 3600 }, (_, i) => announcement(3600 - i + 1, 3600 - i)).filter(Boolean)
    expect(told).toEqual(['还剩 30 分钟', '还剩 10 分钟', '还剩 5 分钟', '还剩 1 分钟'])
  })
})

it('keeps the letters of a choice of several in order, each once', () => {
  expect([toggled('', 'C', true), toggled('C', 'A', true), toggled('AC', 'A', true), toggled('AC', 'C', false)]).toEqual(['C', 'AC', 'AC', 'A'])
})

describe('an answer', () => {
  const paper = (answer = '') => ({ exam: {}, state: 'running', ticket: 1, mayBegin: false, endsAt: null, secondsLeft: 600, result: null,
    questions: [{ position: 1, kind: 'single', options: ['甲', '乙'], answer }] }) as unknown as Paper
  const answers: unknown[] = []
  let online = true
  let scope = effectScope()
  const open = () => scope.run(() => usePaper('7', '11'))!

  beforeEach(() => {
    online = true
    answers.length = 0
    scope = effectScope()
    sessionStorage.clear()
    document.cookie = 'XSRF-TOKEN=t'
    vi.stubGlobal('fetch', async (path: string, how: RequestInit) => {
      if (!online) throw new TypeError('no network')
      if (how.method === 'PUT') answers.push([path, JSON.parse(String(how.body))])
      return new Response(JSON.stringify(how.method === 'PUT' ? { savedAt: '' } : paper()), { status: 200 })
    })
  })
  afterEach(() => { scope.stop(); vi.unstubAllGlobals() })

  it('is sent as it is chosen', async () => {
    const p = open()
    await p.load()
    p.choose(1, 'B')
    await vi.waitFor(() => expect(answers).toEqual([['/api/exams/7/paper/answers/1', { answer: 'B' }]]))
    await vi.waitFor(() => expect(p.unsent.value).toBe(0))
    expect(p.done.value).toBe(1)
  })

  it('is kept without a network, outlives a reload and is sent later', async () => {
    const p = open()
    await p.load()
    online = false
    p.choose(1, 'B')
    await vi.waitFor(() => expect(p.problem.value?.status).toBe(0))
    expect(readPending(pendingKey('11', '7'))).toEqual({ 1: 'B' })
    await p.handIn()
    expect(answers).toEqual([])
    scope.stop()
    scope = effectScope()
    online = true
    const again = open()
    await again.load()
    expect(again.answers.value[1]).toBe('B')
    await again.flush()
    expect(answers).toHaveLength(1)
    expect(readPending(pendingKey('11', '7'))).toEqual({})
  })
})
