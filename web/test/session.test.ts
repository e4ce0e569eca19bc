import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { session, signIn } from '../src/session/session'

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

describe('signing in while many do', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    const kept = { length: 0, getItem: () => null, setItem: () => {}, removeItem: () => {}, key: () => null, clear: () => {} }
    vi.stubGlobal('document', { cookie: 'XSRF-TOKEN=t' })
    vi.stubGlobal('sessionStorage', kept)
    vi.stubGlobal('localStorage', kept)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('waits and comes again by itself, as the server asks', async () => {
    const asked: number[] = []
    vi.stubGlobal('fetch', async () => {
      asked.push(Date.now())
      return asked.length < 3 ? answer(503, { title: '服务暂不可用', retryAfter: 3 }) : answer(200, { person: { id: '7' }, agency: { id: '1' }, permissions: [], posts: [] })
    })
    let queueing = 0
    const done = signIn('officer', 'a password', undefined, () => queueing++)
    await vi.runAllTimersAsync()
    expect(await done).toBe(true)
    expect(queueing).toBe(2)
    expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(3000)
    expect(session.value?.person.id).toBe('7')
  })

  it('tells of a server that is out of order at once', async () => {
    vi.stubGlobal('fetch', async () => answer(503, { title: '服务暂不可用' }))
    await expect(signIn('officer', 'a password')).rejects.toMatchObject({ status: 503 })
  })
})
