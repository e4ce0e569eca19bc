import { beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '../src/api/types'
import { home, loadSession, moved, session, signIn } from '../src/session/session'
import { ownPath } from '../src/session/path'
import { get } from '../src/api/client'

const body = (id: string) => ({ id, name: `单位${id}`, field: '', region: '3', regionName: '' })
const of = (agency: string, pending: Session['pending'] = null): Session => ({
  person: { id: '11', name: '林予安', roles: [], roleTitles: [] }, agency: body(agency), unit: null, permissions: pending ? [] : ['case.read'], pending,
  posts: [{ agency: body('7'), roleTitles: [], last: true }, { agency: body('9'), roleTitles: [], last: false }],
})
const asked: { method: string; path: string; headers: Record<string, string>; body: string }[] = []
let answers: (path: string, method: string) => [number, unknown]
beforeEach(() => {
  asked.length = 0
  session.value = null
  moved.value = false
  document.cookie = 'XSRF-TOKEN=x'
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path !== '/api/session/ways') asked.push({ method: init.method!, path, headers: init.headers as Record<string, string>, body: String(init.body ?? '') })
    const [status, json] = path === '/api/session/ways' ? [200, { oidc: null, practice: false }] : answers(path, init.method!)
    return new Response(JSON.stringify(json), { status })
  })
})

it('says with each request for which body the page is, and none before one is chosen', async () => {
  answers = () => [200, of('7', 'post')]
  await loadSession()
  await get('/api/todo')
  expect(asked[1]!.headers['Mingfa-Agency']).toBeUndefined()
  answers = () => [200, of('9')]
  await loadSession()
  await get('/api/todo')
  expect(asked[3]!.headers['Mingfa-Agency']).toBe('9')
})
it('tells the window when the session works for another body', async () => {
  answers = () => [409, { title: '', detail: '', moved: true }]
  await expect(get('/api/todo')).rejects.toThrow()
  expect(moved.value).toBe(true)
})
it('goes on in the post of the page after signing in again', async () => {
  session.value = of('9')
  answers = (path) => [200, path === '/api/session/post' ? of('9') : of('7', 'post')]
  expect(await signIn('a', 'b')).toBe(true)
  expect(asked.map((a) => `${a.method} ${a.path} ${a.body}`).at(-1)).toBe('PUT /api/session/post {"agency":"9"}')
})
it('begins anew where the post of the page has ended', async () => {
  session.value = of('12')
  answers = () => [200, of('7', 'post')]
  expect(await signIn('a', 'b')).toBe(false)
})
it('leads whoever has not chosen to the start, and to no other site', () => {
  session.value = of('7', 'post')
  expect(home()).toBe('/app/todo')
  expect(ownPath('/app/cases?q=1')).toBe('/app/cases?q=1')
  expect(['//x.example', 'https://x.example', '/app/post', '/app/sign-in?to=/app', undefined].map(ownPath)).toEqual(Array(5).fill('/app'))
})
