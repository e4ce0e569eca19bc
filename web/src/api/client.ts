import type { FieldError, Finding, NewEntry } from './types'

/** A refusal: RFC 9457 problem+json, or status 0 when the server cannot be reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly body: Record<string, unknown> = {},
  ) {
    super(detail || title)
  }
  get findings(): Finding[] { return (this.body.findings as Finding[] | undefined) ?? [] }
  get errors(): FieldError[] { return (this.body.errors as FieldError[] | undefined) ?? [] }
  get entries(): NewEntry[] { return (this.body.entries as NewEntry[] | undefined) ?? [] }
  /** At sign-in: the password was right, a code is asked for. */
  get secondFactor(): boolean { return this.body.secondFactor === true }
  /** The session works for another body than this page, or for none yet. */
  get moved(): boolean { return this.body.moved === true }
  /** Seconds after which to ask again, where the server is too busy for this now. */
  get retryAfter(): number | undefined { return typeof this.body.retryAfter === 'number' ? this.body.retryAfter : undefined }
  get requestId(): string { return String(this.body.requestId ?? '') }
}

type Query = Record<string, string | number | boolean | null | undefined>
interface Options { body?: unknown; form?: FormData; query?: Query; key?: string; signal?: AbortSignal; anonymous?: boolean; as?: 'json' | 'blob'; head?: (headers: Headers) => void }

/** Called on 401; resolves once the same person has signed in again, rejects when they leave. */
let reauthenticate: (() => Promise<void>) | null = null
export function onUnauthenticated(handler: () => Promise<void>): void { reauthenticate = handler }

/** The body that this window shows: after a change of post in another window the server does nothing for the wrong one. */
let showing: string | null = null
let tellMoved: () => void = () => {}
export function showFor(agency: string | null): void { showing = agency }
export function onMoved(handler: () => void): void { tellMoved = handler }
export const shownFor = (): Record<string, string> => (showing ? { 'Mingfa-Agency': showing } : {})
/** A refusal as the caller gets it; of a change of post the window is told besides. */
export function refusal(status: number, text: string): Problem {
  const problem = problemOf(status, text)
  if (problem.moved) tellMoved()
  return problem
}

export function url(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '' && value !== false) search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

export function csrfToken(): string {
  const found = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='))
  return found ? decodeURIComponent(found.slice('XSRF-TOKEN='.length)) : ''
}

/** 128 random bits; crypto.randomUUID is missing on plain http and in older browsers. */
export function idempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
}

function headers(method: string, options: Options): HeadersInit {
  const result: Record<string, string> = { Accept: 'application/json, application/problem+json', ...shownFor() }
  if (options.as === 'blob') result.Accept = 'application/pdf, application/problem+json, */*'
  if (options.body !== undefined) result['Content-Type'] = 'application/json'
  if (method !== 'GET') result['X-XSRF-TOKEN'] = csrfToken()
  if (options.key) result['Idempotency-Key'] = options.key
  return result
}

const plainTitles: Record<number, string> = {
  400: '请求内容有误', 401: '未登录', 403: '无权办理', 404: '没有找到', 409: '内容已被他人更新',
  413: '内容过大', 422: '未通过审查', 423: '账号已锁定', 429: '操作过于频繁', 503: '服务暂不可用',
}

export function problemOf(status: number, text: string): Problem {
  let body: Record<string, unknown> = {}
  try {
    const parsed: unknown = JSON.parse(text)
    if (parsed && typeof parsed === 'object') body = parsed as Record<string, unknown>
  } catch {
    body = {}
  }
  const title = String(body.title ?? plainTitles[status] ?? (status >= 500 ? '服务器出错' : '请求未成功'))
  return new Problem(status, title, String(body.detail ?? ''), body)
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  try {
    return await fetch(url(path, options.query), {
      method,
      headers: headers(method, options),
      body: options.form ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      credentials: 'same-origin',
      signal: options.signal,
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Problem(0, '无法连接服务器', '请检查网络，或稍后再试；已填写的内容仍在。')
  }
}

const AGAIN = 600
/** A read that got lost on a bad network is asked for once more before anybody is troubled; a write is only repeated by whoever made it. */
async function sendTwice(method: string, path: string, options: Options): Promise<Response> {
  try {
    return await send(method, path, options)
  } catch (cause) {
    if (method !== 'GET' || !(cause instanceof Problem)) throw cause
    await new Promise((later) => setTimeout(later, AGAIN))
    return send(method, path, options)
  }
}

/** @throws Problem on every answer that is not 2xx. */
export async function call<T>(method: string, path: string, options: Options = {}): Promise<T> {
  if (method !== 'GET' && !csrfToken()) await send('GET', '/api/session', {})
  const token = csrfToken()
  let response = await sendTwice(method, path, options)
  // Another request drew the token while this was on its way, as when two begin before there is one.
  if (response.status === 403 && method !== 'GET' && token !== csrfToken()) response = await send(method, path, options)
  if (response.status === 401 && !options.anonymous && reauthenticate) {
    await reauthenticate()
    response = await send(method, path, options)
  }
  if (!response.ok) throw refusal(response.status, await response.text())
  options.head?.(response.headers)
  if (options.as === 'blob') return (await response.blob()) as T
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) => call<T>('GET', path, { query, signal })
export const post = <T>(path: string, body?: unknown, key?: string) => call<T>('POST', path, { body, key })
