import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { call, get } from '../src/api/client'

let asked = 0
const answering = (...answers: (Response | null)[]) =>
  vi.stubGlobal('fetch', async () => {
    const next = answers[asked++]
    if (!next) throw new TypeError('Failed to fetch')
    return next
  })
beforeEach(() => {
  asked = 0
  vi.useFakeTimers()
  vi.stubGlobal('document', { cookie: 'XSRF-TOKEN=t' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('asks once more for what got lost on the way', async () => {
  answering(null, new Response('{"n":1}'))
  const found = get<{ n: number }>('/api/todo')
  await vi.runAllTimersAsync()
  expect((await found).n).toBe(1)
})
it('says that there is no connection when the second answer is lost too', async () => {
  answering(null, null)
  const found = expect(get('/api/todo')).rejects.toMatchObject({ status: 0 })
  await vi.runAllTimersAsync()
  await found
  expect(asked).toBe(2)
})
it('never sends a write twice by itself', async () => {
  answering(null, new Response('{}'))
  await expect(call('POST', '/api/cases/1-1/acts', { body: {} })).rejects.toMatchObject({ status: 0 })
  expect(asked).toBe(1)
})
it('asks an answer that came no second time', async () => {
  answering(new Response('{"title":"无权办理"}', { status: 403 }))
  await expect(get('/api/todo')).rejects.toMatchObject({ status: 403 })
  expect(asked).toBe(1)
})
