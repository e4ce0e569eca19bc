// A development stand-in for the server: answers the REST contract with invented data and serves dist
// under the strict headers that production uses. Never shipped. PORT defaults to 18083.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as accounts from './accounts.mjs'
import * as data from './data.mjs'
import * as discretion from './discretion.mjs'
import * as figures from './figures.mjs'
import * as find from './find.mjs'
import * as guidance from './guidance.mjs'
import * as drafts from './drafts.mjs'
import * as exams from './exams.mjs'
import * as library from './library.mjs'
import * as evaluations from './evaluations.mjs'
import * as calculations from './calculations.mjs'
import * as letters from './letters.mjs'
import * as lists from './lists.mjs'
import * as parties from './parties.mjs'
import * as paper from './paper.mjs'
import * as posts from './posts.mjs'
import * as registers from './registers.mjs'
import * as notices from './notices.mjs'
import * as formDrafts from './formDrafts.mjs'
import * as olden from './olden.mjs'
import * as roles from './roles.mjs'
import * as submissions from './submissions.mjs'
import * as work from './work.mjs'

const port = Number(process.env.PORT ?? 18083)
const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' }
const csp = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self'; connect-src 'self'; frame-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
let sessions = new Map()
let practice = false
const files = new Map()
const entries = new Map(data.rows.map((r) => [r.id, null]))
const entriesFor = (row) => entries.get(row.id) ?? (entries.set(row.id, data.entriesOf(row)), entries.get(row.id))

class Refusal extends Error { constructor(status, title, detail, more = {}) { super(title); Object.assign(this, { status, body: { type: 'about:blank', title, status, detail, requestId: 'r-' + Math.random().toString(36).slice(2, 10), ...more } }) } }
const row = (id) => data.rows.find((r) => r.id === id) ?? (() => { throw new Refusal(404, '没有找到这个案件', '') })()
const page = (list, q, size = 50) => { const from = Number(q.get('cursor') ?? 0); return { items: list.slice(from, from + size), next: from + size < list.length ? String(from + size) : null, count: { value: Math.min(list.length, 1000), more: list.length > 1000 } } }

function listCases(q) {
  let list = data.rows.filter((r) => (q.get('state') ?? 'open') === 'all' || r.ended === (q.get('state') === 'ended'))
  const text = q.get('q')
  if (text) list = list.filter((r) => (r.number + r.party + r.violation).includes(text))
  if (q.get('stage')) list = list.filter((r) => r.stage === q.get('stage'))
  if (q.get('procedure')) list = list.filter((r) => r.procedure.code === q.get('procedure'))
  if (q.get('overdue')) list = list.filter((r) => r.due?.overdue)
  if (q.get('mine')) list = list.filter((r) => r.lead.name === '林予安')
  if (q.get('filedFrom')) list = list.filter((r) => r.filedOn >= q.get('filedFrom'))
  if (q.get('filedTo')) list = list.filter((r) => r.filedOn <= q.get('filedTo'))
  if (q.get('sort') === 'due') list = [...list].sort((a, b) => (a.due?.date ?? '9').localeCompare(b.due?.date ?? '9'))
  return page(list, q)
}

function examine(act) {
  const found = []
  if (act.officers.includes('13')) found.push(data.finding('two-officers', '执法人员不得少于两人', 'BAR', '行政处罚法 第四十二条', '程立的执法证在当日已失效，有效的执法人员只有 1 人。', '换为具有有效执法证的人员。'))
  if ((act.form.fine ?? 0) >= 1000000) found.push(data.finding('hearing', '应当告知听证权利', 'WARN', '行政处罚法 第六十三条', '罚款数额达到较大标准。', '在告知书中写明听证的权利。'))
  return { open: !found.some((f) => f.severity === 'BAR'), findings: found, creates: act.code === 'serve-notice' ? [data.duty('n1', 'decide', '作出处罚决定', 40, { provisional: true })] : [] }
}

const brief = (e) => ({ seq: e.seq, act: e.act, title: e.title, at: e.at, actor: e.actor.id })

function doAct(r, act) {
  const list = entriesFor(r)
  const text = JSON.stringify(act.form)
  if (text.includes('冲突') && !act.form.again && act.expectedSeq <= 8) {
    list.push({ ...list[4], seq: list.length + 1, recordedAt: new Date().toISOString(), title: '询问', actor: { id: '12', name: '周明远' } })
    throw new Refusal(409, '案件已有新的记录', '', { entries: list.slice(-1).map(brief), seq: list.length })
  }
  if (act.expectedSeq !== list.length) throw new Refusal(409, '案件已有新的记录', '', { entries: list.slice(act.expectedSeq).map(brief), seq: list.length })
  const result = examine(act)
  if (!result.open && act.mode !== 'IRREGULAR') throw new Refusal(422, '未通过审查', '有 1 项不符合规定', { findings: result.findings })
  if (text.includes('字段错误')) throw new Refusal(422, '内容有误', '', { errors: [{ pointer: '/form/place', message: '不在本机关的执法区域内' }] })
  const found = data.detailOf(r, list, false).acts.find((a) => a.code === act.code)
  const entry = { ...list[0], seq: list.length + 1, act: act.code, title: found?.title ?? act.code, stage: found?.stage ?? '', at: act.at, recordedAt: new Date().toISOString(), on: act.on, onLabel: found?.onLabel ?? '', form: act.form, mode: act.mode ?? 'NOW', reason: act.reason ?? null, corrects: act.corrects ?? null, files: act.files.map((f) => files.get(f)).filter(Boolean), officers: data.people.filter((p) => act.officers.includes(p.id)) }
  if (act.corrects) list[act.corrects - 1] = { ...list[act.corrects - 1], correctedBy: entry.seq }
  list.push(entry)
  return { entry, case: data.detailOf(r, list, false), changed: act.mode === 'LATE' ? [{ seq: 8, came: [data.finding('conclude.needs', '调查终结前应当完成检查', 'WARN', '行政处罚法 第五十四条', '补录的检查在调查终结之后。', '核对时间。')], went: [] }] : [], repeated: false }
}

const pdf = () => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length 52>>stream\nBT /F 24 Tf 72 760 Td (Preview from the mock) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>')
const blob = (type, body) => ({ raw: true, type, body })
const dot = () => blob('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#8FB2DE"/><path d="M0 48l20-20 16 16 10-10 18 18v12H0z" fill="#1E5196"/></svg>')

const routes = [
  ['GET', /^\/api\/session$/, ({ who }) => who],
  ['PUT', /^\/api\/session\/post$/, ({ who, body }) => data.choosePost(who, body.agency)],
  ['GET', /^\/api\/overview$/, () => ({ duties: { overdue: { value: 3, more: false }, soon: { value: 5, more: false }, open: { value: 12, more: false } }, cases: { open: { value: 121, more: false } }, notices: { unread: notices.unread() }  })],
  ['GET', /^\/api\/todo\/steps$/, ({ q }) => page(data.inboxSteps(), q)],
  ['GET', /^\/api\/todo$/, ({ q }) => page(data.rows.filter((r) => !r.ended).slice(0, 12).flatMap((r, i) => ({ ...data.duty(`t${i}`, i % 3 ? 'legal-review' : 'handle-measure', i % 3 ? '法制审核' : '处理登记保存的物品', i * 3 - 7, { due: data.dayOf(i * 3 - 7), cite: i % 3 ? '市场监督管理行政处罚程序规定 第五十五条' : '行政处罚法 第五十六条', reason: i % 3 ? '调查终结后 10 个工作日内审核完毕' : '登记保存后 7 个工作日内作出处理', provisional: i === 6, on: i % 3 ? {} : { measure: 'measure-1' }, onLabel: i % 3 ? '' : '生抽 3 瓶' }), case: r })), q)],
  ['GET', /^\/api\/procedures$/, ({ who }) => (who.person.roles.includes('officer') ? [{ code: 'penalty-ordinary', title: '行政处罚普通程序', version: '2026.1', stages: ['立案', '调查取证', '审核', '告知', '听证', '决定', '送达', '执行', '结案'], opening: { code: 'file-case', title: '立案', form: data.forms['file-case'], officers: true } }, { code: 'penalty-summary', title: '行政处罚简易程序', version: '2026.1', stages: ['检查', '当场处罚', '备案'], opening: { code: 'inspect', title: '现场检查', form: data.forms.inspect, officers: true } }] : [])],
  ['GET', /^\/api\/law\/packs$/, () => data.packs],
  ['GET', /^\/api\/procedures\/([^/]+)\/text$/, () => data.packText],
  ['GET', /^\/api\/procedures\/([^/]+)\/forms\/([^/]+)$/, ({ m }) => data.forms[m[2]] ?? data.forms.default],
  ['POST', /^\/api\/procedures\/([^/]+)\/what-if$/, ({ body }) => data.trialOf(body)],
  ['GET', /^\/api\/people$/, ({ q }) => data.people.filter((p) => p.name.includes(q.get('q') ?? ''))],
  ['GET', /^\/api\/law\/citation$/, ({ q }) => { const a = data.articles[q.get('ref')]; return library.cited[q.get('ref')] ? library.cited[q.get('ref')] : a ? { ref: q.get('ref'), held: true, law: a[0], article: a[1], text: a[2], versionDate: '2021-01-22', inForceFrom: '2021-07-15', summary: null } : { ref: q.get('ref'), held: false, law: '', article: '', text: '', versionDate: null, inForceFrom: null, summary: '法制审核应当在规定期限内完成。' } }],
  ...library.routes,
  ...evaluations.routesOf((...of) => new Refusal(...of)),
  ...lists.routesOf((...of) => new Refusal(...of)),
  ...drafts.routesOf((...of) => new Refusal(...of)),
  ...guidance.routesOf(),
  ...discretion.routesOf((...of) => new Refusal(...of)),
  ...parties.routesOf(data, (...of) => new Refusal(...of)),
  ['GET', /^\/api\/cases$/, ({ q }) => listCases(q)],
  ['POST', /^\/api\/cases$/, () => ({ status: 201, json: data.detailOf(data.rows[0], entriesFor(data.rows[0]), false) })],
  ['GET', /^\/api\/cases\/([^/]+)$/, ({ m, who }) => submissions.seenBy(data.detailOf(row(m[1]), entriesFor(row(m[1])), who.person.roles.includes('supervisor')), who)],
  ['GET', /^\/api\/cases\/([^/]+)\/entries$/, ({ m }) => ({ items: [...entriesFor(row(m[1]))].reverse(), next: null })],
  ['GET', /^\/api\/cases\/([^/]+)\/forms\/([^/]+)$/, ({ m }) => data.forms[m[2]] ?? data.forms.default],
  ['GET', /^\/api\/cases\/([^/]+)\/openings$/, ({ m }) => (row(m[1]) === data.rows[0] ? data.openingsOf() : [])],
  ['POST', /^\/api\/cases\/([^/]+)\/examine$/, ({ body }) => examine(body)],
  ['POST', /^\/api\/cases\/([^/]+)\/acts$/, ({ m, body }) => ({ status: 201, json: doAct(row(m[1]), body) })],
  ['GET', /^\/api\/cases\/([^/]+)\/chart$/, () => data.chart],
  ['GET', /^\/api\/cases\/([^/]+)\/chart\.svg$/, () => blob('image/svg+xml', data.picture)],
  ['GET', /^\/api\/cases\/([^/]+)\/documents$/, () => data.documentsOf()],
  ['POST', /^\/api\/cases\/([^/]+)\/documents\/preview$/, () => blob('application/pdf', pdf())],
  ['GET', /^\/api\/cases\/([^/]+)\/documents\/([^/]+)$/, () => blob('application/pdf', pdf())],
  ['POST', /^\/api\/files$/, ({ size, name }) => { const f = { id: `n${files.size}`, name, type: 'image/jpeg', size, sha256: 'cc', sm3: 'dd' }; files.set(f.id, f); return f }],
  ['GET', /^\/api\/files\//, dot],
  ['GET', /^\/api\/publications$/, ({ q }) => page(data.publications.filter((p) => p.state === q.get('state')), q)],
  ['GET', /^\/api\/publications\/rules$/, () => [{ rule: 'MSK-10', title: '商业秘密', with: '（涉及商业秘密，不予公开）', cite: '政府信息公开条例 第十五条' }]],
  ['GET', /^\/api\/numbers\/books$/, () => [{ kind: '当罚', year: 2026, first: '云市监当罚〔2026〕1号', last: '云市监当罚〔2026〕50号', holder: { id: '11', name: '林予安' }, next: '云市监当罚〔2026〕4号', used: 3, count: 50 }]],
  ['GET', /^\/api\/numbers\/kinds$/, () => [{ kind: '当罚', title: '当场行政处罚决定书' }]],
  ['GET', /^\/api\/publications\/findings$/, ({ q }) => page(data.publications.filter((p) => ['review', 'published'].includes(p.state)).flatMap((p) => p.findings.map((f) => ({ ...f, publication: p.id, foundOn: p.decidedOn, number: p.number, cause: p.cause, agency: '云川市市场监督管理局', state: p.state }))), q)],
  ['GET', /^\/api\/publications\/([^/]+)$/, ({ m }) => data.publications.find((x) => x.id === m[1])],
  ['POST', /^\/api\/publications\/([^/]+)\/(submit|release|return|withdraw)$/, ({ m, who, body }) => { const p = data.publications.find((x) => x.id === m[1]); if (m[2] === 'release' && p.submittedBy === who.person.id) throw new Refusal(422, '未通过审查', '提交人不得审核自己提交的内容。'); const now = new Date().toISOString(); return Object.assign(p, { submit: { state: 'review', submittedBy: who.person.id, submittedAt: now }, release: { state: 'published', releasedAt: now }, return: { state: 'draft', returnedReason: body.reason }, withdraw: { state: 'withdrawn', withdrawnAt: now, withdrawReason: body.reason } }[m[2]]) }],
  ['GET', /^\/api\/calendar$/, () => data.calendar],
  ['POST', /^\/api\/calendar\/preview$/, ({ body }) => (body.after ? { examined: 112, unread: 0, cases: 9, moved: [{ agency: '云川市市场监督管理局', act: '作出行政处罚决定', owedBy: 'agency', count: 9, earliest: 1, latest: 7, settled: 4 }, { agency: '云川市市场监督管理局', act: '缴纳罚款', owedBy: 'party', count: 0, earliest: 0, latest: 0, settled: 3 }], next: null } : { examined: 500, unread: 0, cases: 61, moved: [{ agency: '云川市市场监督管理局', act: '作出行政处罚决定', owedBy: 'agency', count: 61, earliest: -2, latest: 4, settled: 18 }], next: '1.500' })],
  ['POST', /^\/api\/calendar\/(\d+)\/undo$/, ({ m }) => { data.calendar.splice(data.calendar.findIndex((y) => y.year === Number(m[1])), 1); return { status: 204 } }],
  ['POST', /^\/api\/calendar$/, ({ body }) => { data.calendar.unshift(body); return { status: 204 } }],
  ...accounts.routesOf(page, (...of) => new Refusal(...of)),
  ...find.routesOf(data),
  ...exams.routesOf(page, (...of) => new Refusal(...of)),
  ...figures.routesOf((...of) => new Refusal(...of)),
  ...posts.routesOf(page),
  ...paper.routesOf(page, (...of) => new Refusal(...of)),
  ...calculations.routesOf((...of) => new Refusal(...of)),
  ...letters.routesOf(page, (...of) => new Refusal(...of), pdf),
  ...work.routesOf(page, (...of) => new Refusal(...of)),
  ...notices.routesOf(page, (...of) => new Refusal(...of)),
  ...formDrafts.routesOf((...of) => new Refusal(...of)),
  ...olden.routesOf(),
  ...submissions.routesOf(page, (...of) => new Refusal(...of)),
  ...roles.routesOf(page, (...of) => new Refusal(...of)),
  ...registers.routesOf(page, (...of) => new Refusal(...of)),
  ['GET', /^\/api\/registry\/(\w+)$/, ({ m, q }) => page(data.registers[m[1]] ?? [], q, Number(q.get('limit') ?? 50))],
  ['POST', /^\/api\/registry\/(\w+)$/, ({ m, body }) => { data.registers[m[1]].unshift({ id: Date.now(), ...body, validFrom: body.from }); return { status: 201, json: {} } }],
  ['PUT', /^\/api\/registry\/(\w+)\/([^/]+)$/, ({ m, body }) => { Object.assign(data.registers[m[1]].find((r) => [String(r.id), r.number, r.code].includes(m[2])), body, { validFrom: body.from }); return { status: 204 } }],
]

async function bodyOf(request) {
  const parts = []
  for await (const part of request) parts.push(part)
  const raw = Buffer.concat(parts)
  const name = /filename="([^"]+)"/.exec(raw.subarray(0, 2000).toString('utf8'))?.[1] ?? ''
  return { size: raw.length, name, body: request.headers['content-type']?.startsWith('application/json') && raw.length ? JSON.parse(raw.toString('utf8')) : {} }
}
const cookie = (request, name) => new RegExp(`${name}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1]

async function signIn(response, body) {
  if (body.account === 'locked') throw new Refusal(423, '账号已锁定', '密码连续错误 5 次，锁定至 15:30。')
  if (!data.accounts[body.account] || body.password !== 'demo') throw new Refusal(401, '未登录', '账号或密码不正确，还可以再试 4 次。')
  if (body.account === 'factor' && body.code !== '123456') throw new Refusal(401, '尚未登录', body.code ? '验证码不正确，或者已经用过。' : '请输入验证器上的六位数字，或者一个恢复码。', { secondFactor: true })
  const id = Math.random().toString(36).slice(2)
  sessions.set(id, body.account === 'both' ? structuredClone(data.accounts.both) : data.accounts[body.account])
  response.setHeader('Set-Cookie', [`SESSION=${id}; Path=/; HttpOnly; SameSite=Lax`, 'XSRF-TOKEN=mock; Path=/; SameSite=Lax'])
  return data.accounts[body.account]
}

async function api(request, response, address) {
  const sent = await bodyOf(request)
  if (request.method === 'POST' && request.headers['x-xsrf-token'] !== 'mock') throw new Refusal(403, '无权办理', '页面已过期，请刷新后重试。')
  if (address.pathname === '/api/session' && request.method === 'POST') return signIn(response, sent.body)
  if (address.pathname === '/api/session/ways') return { oidc: '统一身份认证', practice }
  if (address.pathname === '/api/mock/practice') return { practice: (practice = !practice) }
  const who = sessions.get(cookie(request, 'SESSION'))
  if (address.pathname === '/api/session' && request.method === 'DELETE') { sessions.delete(cookie(request, 'SESSION')); return { status: 204 } }
  if (address.pathname === '/api/mock/expire') { sessions = new Map(); return {} }
  if (!who) { if (address.pathname === '/api/session') response.setHeader('Set-Cookie', 'XSRF-TOKEN=mock; Path=/; SameSite=Lax'); throw new Refusal(401, '未登录', '') }
  if (request.method !== 'GET' && request.headers['x-xsrf-token'] !== 'mock') throw new Refusal(403, '请求来源不明', '')
  const shown = request.headers['mingfa-agency']
  if (shown && shown !== who.agency.id && address.pathname !== '/api/session') throw new Refusal(409, '内容已被他人更新', '您现在在另一个单位办理。', { moved: true })
  for (const [method, pattern, answer] of routes) {
    const m = method === request.method && pattern.exec(decodeURIComponent(address.pathname))
    if (m) return answer({ m, who, q: address.searchParams, ...sent })
  }
  throw new Refusal(404, '没有找到', address.pathname)
}

function asset(response, path) {
  const file = join(dist, normalize(path))
  const found = path !== '/' && file.startsWith(dist) && existsSync(file) && statSync(file).isFile() ? file : join(dist, 'index.html')
  response.writeHead(200, { 'Content-Type': types[extname(found)] ?? 'application/octet-stream', 'Content-Security-Policy': csp })
  createReadStream(found).pipe(response)
}

createServer(async (request, response) => {
  const address = new URL(request.url, 'http://localhost')
  if (!address.pathname.startsWith('/api/')) return asset(response, address.pathname)
  try {
    const answer = await api(request, response, address)
    if (answer?.raw) return response.writeHead(200, { 'Content-Type': answer.type, ...answer.headers }).end(answer.body)
    const status = answer?.status && typeof answer.status === 'number' ? answer.status : 200
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(status === 204 ? '' : JSON.stringify(answer.json ?? answer))
  } catch (cause) {
    if (!(cause instanceof Refusal)) console.error(cause)
    const body = cause.body ?? { title: '服务器出错', status: 500, detail: '', requestId: 'r-mock' }
    response.writeHead(body.status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(body))
  }
}).listen(port, '127.0.0.1', () => console.log(`mock on ${port}`))
