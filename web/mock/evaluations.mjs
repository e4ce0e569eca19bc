// Evaluations (评估): what is due, one under way with an item in each state.
const at = (days) => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10)
const words = { keep: '继续实施', change: '调整', suspend: '暂停实施', cancel: '收回' }
const titles = ['对擅自占道堆放物料的处罚', '对未及时清除积雪的处罚', '对超标排放油烟的处罚', '对未办理建筑垃圾处置核准的处罚', '对乱贴小广告的处罚', '对损坏绿化设施的处罚']
const blank = (i) => ({ ordinal: i + 1, key: `FQ-0${i + 1}`, title: titles[i], state: 'open', outcome: null, reason: '', concludedOn: null, agrees: null, opinion: '', decidedOn: null, document: '', documentOn: null, note: '', seq: 0 })
const said = (seq, what, outcome, note, name, days) => ({ seq, what, outcome, note, onDay: at(days), name })
function fresh() {
  const items = titles.map((_, i) => blank(i))
  const steps = {}
  const set = (i, more, ...of) => { Object.assign(items[i], more, { seq: of.length }); steps[items[i].key] = of }
  const reason = '一年内没有办理案件，各街道没有检测设备和持证人员'
  set(0, { state: 'kept', outcome: 'keep', concludedOn: at(-6) }, said(1, 'concluded', 'keep', '', '林予安', -6))
  set(1, { state: 'proposed', outcome: 'cancel', reason, concludedOn: at(-5) }, said(1, 'concluded', 'cancel', reason, '林予安', -5))
  set(2, { state: 'opined', outcome: 'suspend', reason: '检测设备未到位', concludedOn: at(-5), agrees: true, opinion: '情况属实' }, said(1, 'concluded', 'suspend', '检测设备未到位', '林予安', -5), said(2, 'opinion', 'agree', '情况属实', '许知行', -3))
  set(3, { state: 'agreed', outcome: 'cancel', reason, concludedOn: at(-5), agrees: true, opinion: '同意收回', decidedOn: at(-2), document: '云政发〔2026〕31号', documentOn: at(-2) }, said(1, 'concluded', 'cancel', reason, '林予安', -5), said(2, 'opinion', 'agree', '同意收回', '许知行', -3), said(3, 'decision', 'agree', '云政发〔2026〕31号', '何静', -2))
  return { items, steps }
}
let now = fresh()
const count = (...states) => now.items.filter((i) => states.includes(i.state)).length
const one = () => ({ id: '1', subject: 'list', subjectId: '1', version: 1, title: '乡镇街道赋权清单', owner: '云川市城市管理局', due: at(-10), cite: '行政处罚法 第二十四条', openedOn: at(-7), openedBy: '林予安', closedOn: null, closedBy: null, summary: '', total: now.items.length, open: count('open'), waiting: count('proposed', 'opined'), kept: count('kept'), agreed: count('agreed'), refused: count('refused') })
const whole = (who) => ({ evaluation: one(), outcomes: words, may: who.permissions.includes('list.draft') ? ['propose', 'draft'] : [] })
const view = (i) => ({ item: i, last: i.ordinal === 1 ? { key: i.key, on: at(-370), outcome: 'keep', agreed: true } : null, effect: null })
export const routesOf = (refuse) => {
  const find = (key) => now.items.find((i) => i.key === key) ?? (() => { throw refuse(404, '这次评估没有这一项', '') })()
  const page = (key, who) => { const i = find(key); return { view: view(i), said: now.steps[key] ?? [], may: i.state === 'proposed' && who.permissions.includes('list.review') ? ['opine'] : [] } }
  return [
    ['GET', /^\/api\/mock\/evaluations$/, () => { now = fresh(); return {} }],
    ['GET', /^\/api\/evaluations\/due$/, ({ q, who }) => ({ items: q.get('subject') === 'benchmark' ? [] : [{ subject: 'list', id: '1', title: '乡镇街道赋权清单', owner: '云川市城市管理局', due: at(-10), cite: '行政处罚法 第二十四条', last: at(-370), running: '1', opens: false }, { subject: 'list', id: '2', title: '行政执法事项清单', owner: '云川市市场监督管理局', due: at(-3), cite: '国办发〔2018〕118号 （三）', last: null, running: null, opens: who.permissions.includes('list.draft') }, { subject: 'list', id: '3', title: '行政收费清单', owner: '云川市市场监督管理局', due: at(40), cite: '平台默认值', last: at(-325), running: null, opens: who.permissions.includes('list.draft') }], next: null })],
    ['GET', /^\/api\/evaluations$/, ({ q }) => ({ items: q.get('closed') === 'true' ? [] : [one()], next: null })],
    ['POST', /^\/api\/evaluations$/, ({ who }) => ({ status: 201, json: whole(who) })],
    ['GET', /^\/api\/evaluations\/(\d+)$/, ({ who }) => whole(who)],
    ['GET', /^\/api\/evaluations\/\d+\/items$/, ({ q }) => ({ items: now.items.filter((i) => !q.get('state') || i.state === q.get('state')).map(view), next: null })],
    ['GET', /^\/api\/evaluations\/\d+\/item$/, ({ q, who }) => page(q.get('key'), who)],
    ['POST', /^\/api\/evaluations\/\d+\/conclusions$/, ({ body, who }) => { if (body.outcome !== 'keep' && !body.reason) throw refuse(422, '内容有误', '建议取消、变更、暂停的，必须写明理由', { errors: [{ pointer: '/reason', message: '建议取消、变更、暂停的，必须写明理由' }] }); body.keys.map(find).forEach((i) => Object.assign(i, { state: body.outcome === 'keep' ? 'kept' : 'proposed', outcome: body.outcome, reason: body.reason ?? '', concludedOn: at(0) })); return whole(who) }],
    ['POST', /^\/api\/evaluations\/\d+\/opinion$/, ({ body, who }) => { Object.assign(find(body.key), { state: 'opined', agrees: body.agrees, opinion: body.opinion }); return page(body.key, who) }],
  ]
}
