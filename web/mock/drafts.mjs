// Drafts of law with invented contents; texts with 冲突 act as if somebody else had written in between.
import { dayOf, finding } from './data.mjs'

const stamp = (shift) => `${dayOf(shift)}T09:12:00+08:00`
const jurist = { id: '41', name: '许知行' }
const watcher = { id: '21', name: '顾长风' }
const cite = '行政处罚法 第四十四条'
const file = 'national/penalty-ordinary/procedure.yaml'
const parameter = (name, title, value, words, more = {}) => ({ name, title, value, words, cite: '行政处罚法 第六十条', verified: true, note: '', layer: '国家', file, line: 68, change: null, ...more })
const parameters = () => [
  parameter('caseDays', '办案期限', '90 nd', '九十日'),
  parameter('preservation', '先行登记保存处理期限', '7 wd', '七个工作日', { cite: '行政处罚法 第五十六条；行政处罚法 第八十五条', line: 69 }),
  parameter('hearingPerson', '听证标准（公民罚款）', 1000000, '1万元', { cite: '行政处罚法 第六十三条 第一款 第一项', verified: false, note: '法律只写“较大数额”；一万元取自市场监管和海事的规定，作默认值', line: 84 }),
  parameter('yearlyReport', '年度执法报告的截止日', '01-31', '1月31日', { cite: '山西省行政执法条例 第三十九条', layer: '山西省', file: 'province/shanxi/penalty-ordinary.yaml', line: 12 }),
  parameter('hearingPublic', '听证公开举行', true, '是', { cite: '行政处罚法 第六十四条 第三项' }),
]
const rule = (act, actTitle, id, title, severity, text, line) => ({ act, actTitle, id, title, severity, text, file: 'national/penalty-ordinary/5-review.yaml', line, layer: '国家', change: null })
const rules = () => [
  rule('inspect', '现场检查', 'two-officers', '执法人员不得少于两人', 'bar', '{id: two-officers, title: 执法人员不得少于两人, severity: bar, require: "act.officers.size() >= 2", cite: 行政处罚法 第四十二条, mend: 换为两名以上执法人员}', 41),
  rule('inspect', '现场检查', 'recorded', '现场检查应当全程录音录像', 'warn', 'id: recorded\ntitle: 现场检查应当全程录音录像\nseverity: warn\nrequire: "has(act.recorded) && act.recorded"\ncite: 行政处罚法 第四十七条\nmend: 补充录音录像', 46),
  { ...rule('decide', '作出行政处罚决定', 'obliges:serve-decision', '「送达决定书」', 'warn', '{act: serve-decision, within: $service, title: 七日内送达, cite: 行政处罚法 第六十一条 第一款}', 80), kind: 'obliges' },
  rule('decide', '作出行政处罚决定', 'not-beyond-notice', '处罚不得超出事先告知的内容', 'bar', '{id: not-beyond-notice, title: 处罚不得超出事先告知的内容, severity: bar, require: "act.fine <= latest(\'issue-notice\', party).fine", cite: 行政处罚法 第四十四条, mend: 按告知的种类和数额决定}', 88),
  rule('decide', '作出行政处罚决定', 'discretion', '调查终结报告应当说明裁量理由', 'score', '{id: discretion, title: 调查终结报告应当说明裁量理由, severity: score, require: "act.discretion != \'\'", cite: 行政处罚法 第五条 第二款, mend: 写明适用的裁量基准}', 91),
]
const draft = (id, title, state, from, more = {}) => ({
  id, seq: 1, layers: ['国家', '市场监管', '山西省'], title, reason: '《云岭市行政检查办法（示例）》修订后，现场检查应当全程录音录像，不能录制的应当写明原因；办案期限相应缩短。', procedure: 'penalty-ordinary', procedureTitle: '行政处罚普通程序', from: dayOf(from), state, author: jurist, updatedAt: stamp(-1),
  also: [], transition: { pending: 'keep', cite: null, cases: 128, more: false }, parameters: parameters(), rules: rules(), added: [], files: [{ path: file, title: '国家：总则部分', level: 'base' }, { path: 'national/penalty-ordinary/2-investigation.yaml', title: '国家：调查取证', level: 'base' }, { path: 'province/shanxi/penalty-ordinary.yaml', title: '山西省', level: 'province' }],
  examples: null, check: null, replay: null, history: [{ at: stamp(-3), by: jurist, what: 'created', note: null }], ...more,
})
const kinds = ['BARRED', 'ADDED', 'BARRED', 'REMOVED']
const rows = Array.from({ length: 66 }, (_, i) => ({ case: `3-9001${String(i).padStart(2, '0')}`, number: `云市监罚立〔2026〕${String(i + 1).padStart(4, '0')}号`, title: ['永盛药业有限公司', '远航电子商务有限公司', '青禾酒店管理有限公司'][i % 3], agency: '云川市市场监督管理局', act: i % 2 ? 'decide' : 'inspect', actTitle: i % 2 ? '作出行政处罚决定' : '现场检查', on: dayOf(-20 - i), kind: kinds[i % 4], finding: finding('inspect.recorded', '现场检查应当全程录音录像，不能录制的写明原因', i % 4 === 1 ? 'WARN' : 'BAR', cite, '没有录音录像，也没有写明不能录制的原因', '补充录音录像，或者写明原因') }))
const passed = { at: stamp(0), passed: true, problems: [], examples: { run: 398, failed: [], changed: [{ title: '办案期限自立案之日起算', file: 'national/penalty-ordinary/examples/decision.yaml', line: 118, message: 'due decide 2026-05-31: expected due date 2026-05-31, got [2026-05-01]' }] } }
const replay = { at: stamp(0), cases: 200, of: 631, from: dayOf(-365), to: dayOf(0), barred: 34, added: 17, removed: 15, rows, more: false }
/** The drafts as they are at first. */
function fresh() {
  const sent = draft('2', '听证标准按新的地方规定提高', 'submitted', 45, { parameters: parameters().map((p) => (p.name === 'hearingPerson' ? { ...p, change: { value: 2000000, cite: '山西省行政执法条例 第三十一条', verified: true, note: '' } } : p)) })
  Object.assign(sent, { check: passed, replay, history: [...sent.history, { at: stamp(-2), by: jurist, what: 'checked', note: null }, { at: stamp(-1), by: jurist, what: 'submitted', note: '已与法规科会商。' }] })
  return [draft('1', '现场检查应当全程录音录像', 'draft', 40), sent, draft('3', '先行登记保存期限的说明更正', 'published', -30), draft('4', '缩短法制审核期限', 'withdrawn', 60)]
}
let all = fresh()

class Refused { constructor(refuse, status, title, detail, more) { this.thrown = refuse(status, title, detail, more) } }
const changesOf = (d) => d.parameters.filter((p) => p.change).length + d.rules.filter((r) => r.change).length + d.added.length + (d.examples ? 1 : 0)

/** As this person sees it: what may be done next, and what stands in the way. */
function shown(d, who) {
  const mine = d.author.id === who.person.id
  const why = d.state === 'draft' ? (changesOf(d) ? (d.check?.passed && d.history.findLast((e) => ['checked', 'changed'].includes(e.what)).what === 'checked' ? null : '提交以前应当检查，并且检查通过。') : '还没有修改任何内容。') : d.state === 'submitted' ? (mine ? '起草人不得批准自己的草案，须由另一人批准。' : who.permissions.includes('law.publish') ? null : '须由执法监督人员批准并公布。') : null
  return { ...d, editable: d.state === 'draft', submittable: d.state === 'draft' && !why, publishable: d.state === 'submitted' && !why, why }
}
function write(d, who, refuse, body, what, change, note = null) {
  if (JSON.stringify(body).includes('冲突') && !d.met) {
    d.met = true
    d.seq++
    d.history.push({ at: new Date().toISOString(), by: watcher, what: 'changed', note: '参数“办案期限”' })
  }
  if (body.seq !== d.seq) throw new Refused(refuse, 409, '草案已被他人修改', `现在是第 ${d.seq} 版`).thrown
  change()
  if (what === 'changed') d.replay = null
  d.seq++
  d.updatedAt = new Date().toISOString()
  d.history.push({ at: d.updatedAt, by: { id: who.person.id, name: who.person.name }, what, note })
  return shown(d, who)
}
function yaml(text, refuse) {
  const line = text.split('\n').findIndex((l) => l.includes('\t') || (l.match(/"/g) ?? []).length % 2)
  if (line >= 0) throw new Refused(refuse, 422, '规则文本有错误', `第 ${line + 1} 行：引号没有配对`, { errors: [{ pointer: '/text', line: line + 1, message: '引号没有配对' }] }).thrown
}
const states = { submit: ['submitted', 'submitted'], return: ['draft', 'returned'], publish: ['published', 'published'], withdraw: ['withdrawn', 'withdrawn'] }

export const routesOf = (refuse) => {
  const find = (id) => all.find((d) => d.id === id) ?? (() => { throw refuse(404, '没有这个草案', '') })()
  const ruleOf = (d, act, id) => [...d.rules, ...d.added].find((r) => r.act === act && r.id === id)
  const at = '^/api/law/drafts/([^/]+)'
  const on = (method, path, answer) => [method, new RegExp(`${at}${path}$`), ({ m, who, body, q }) => { const d = find(m[1]); return answer(d, { m, who, body: { ...body, ...(q.get('seq') ? { seq: Number(q.get('seq')) } : {}) } }) }]
  const changing = (method, path, change) => on(method, path, (d, x) => write(d, x.who, refuse, x.body, 'changed', () => change(d, x)))
  return [
    ['GET', /^\/api\/mock\/drafts$/, () => { all = fresh(); return {} }],
    ['GET', /^\/api\/law\/drafts$/, ({ q }) => ({ items: all.filter((d) => !q.get('state') || d.state === q.get('state')).map((d) => ({ id: d.id, title: d.title, procedure: d.procedure, procedureTitle: d.procedureTitle, from: d.from, state: d.state, author: d.author, updatedAt: d.updatedAt, changes: changesOf(d) })), next: null })],
    ['POST', /^\/api\/law\/drafts$/, ({ body, who }) => { const d = draft(String(all.length + 1), body.title, 'draft', 40, { ...body, author: { id: who.person.id, name: who.person.name } }); all.unshift(d); return { status: 201, json: shown(d, who) } }],
    on('GET', '', (d, { who }) => shown(d, who)),
    changing('PUT', '', (d, { body }) => Object.assign(d, { title: body.title, reason: body.reason, from: body.from, transition: { ...d.transition, pending: body.pending ?? d.transition.pending, cite: body.pending === 'switch' ? body.cite : null } })),
    changing('PUT', '/parameters/([^/]+)', (d, { m, body }) => { const { seq, ...change } = body; d.parameters.find((p) => p.name === m[2]).change = change }),
    changing('DELETE', '/parameters/([^/]+)', (d, { m }) => { d.parameters.find((p) => p.name === m[2]).change = null }),
    changing('PUT', '/rules/([^/]+)/([^/]+)', (d, { m, body }) => { if (!body.removed) yaml(body.text, refuse); const r = ruleOf(d, m[2], m[3]); if (d.added.includes(r)) r.text = body.text; else r.change = body.removed ? { removed: true } : { text: body.text } }),
    changing('DELETE', '/rules/([^/]+)/([^/]+)', (d, { m }) => { const r = ruleOf(d, m[2], m[3]); if (d.added.includes(r)) d.added = d.added.filter((x) => x !== r); else r.change = null }),
    changing('POST', '/rules', (d, { body }) => { yaml(body.text, refuse); d.added.push({ act: body.act, actTitle: '作出行政处罚决定', id: 'new-rule', title: '新增的规则', text: body.text, file: body.file }) }),
    on('POST', '/dcr', (d, x) => ({ draft: write(d, x.who, refuse, x.body, 'changed', () => {}), taken: ['新增义务：「现场检查」→「询问」，5日'], left: ['排除关系（「现场检查」之后不再「询问」）不同；请在法律包里改'] })),
    changing('PUT', '/examples', (d, { body }) => { yaml(body.text, refuse); d.examples = body.text || null }),
    on('POST', '/check', (d, x) => write(d, x.who, refuse, x.body, 'checked', () => { const at = new Date().toISOString(); d.check = d.examples ? { ...passed, at } : { ...passed, at, passed: false, problems: [{ file: 'national/penalty-ordinary/2-investigation.yaml', line: 46, message: '规则 inspect.recorded 没有违反它的例子' }], examples: { run: 398, failed: [{ title: '已录音录像的可以检查', file: 'national/penalty-ordinary/examples/investigation.yaml', line: 71, message: 'inspect 2026-03-04 应当 open，却被 inspect.recorded 拦截' }] } } })),
    on('POST', '/replay', (d, x) => write(d, x.who, refuse, x.body, 'replayed', () => { d.replay = replay })),
    on('POST', '/(submit|return|publish|withdraw)', (d, x) => write(d, x.who, refuse, x.body, states[x.m[2]][1], () => { d.state = states[x.m[2]][0] }, x.body.note || null)),
  ]
}
