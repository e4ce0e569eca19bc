// Submissions (送审稿): one that waits for the head and one that came back to the officer; kept until the mock ends.
import { people, rows } from './data.mjs'

const ago = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString()
const who = (id) => ({ id, name: people.find((p) => p.id === id)?.name ?? '' })
const draft = (days, reason) => ({ code: 'extend-case', at: ago(0).slice(0, 10), on: {}, officers: [], form: { days, reason }, files: [] })
const titles = { days: '延长的天数', reason: '案情复杂的理由', approved: '已经集体讨论' }
const sent = (version, hours, act, word, more = {}) => ({ version, at: ago(hours), by: who('11'), word, act, files: [], changes: [], returned: null, ...more })
const make = (id, row, versions, more = {}) => ({
  row: { id, case: row, act: 'extend-case', title: '延长办案期限', on: {}, state: 'sent', version: versions.length, returns: versions.length - 1, sender: who('11'), toRole: 'agency-head', toTitle: '机关负责人', toPerson: null, sentAt: versions[0].at, openedBy: null, openedAt: null, entry: null, ...more },
  onLabel: '', since: [], titles, versions, events: [{ what: 'sent', at: versions.at(-1).at, by: who('11'), version: 1 }],
})
const back = { by: who('14'), at: ago(60), reason: '延长的天数与检测机构的回函不一致，请核对后再送。', places: [{ pointer: '/form/days', title: '延长的天数', word: '检测机构回函为 20 个工作日' }] }
const all = [
  make('1', rows[0], [
    sent(2, 50, draft(30, '检测需要二十个工作日，法定期限内不能完成。'), '已按意见修改', { changes: [{ pointer: '/form/days', title: '延长的天数', before: '60', after: '30' }, { pointer: '/form/reason', title: '案情复杂的理由', before: '检测尚未完成。', after: '检测需要二十个工作日，法定期限内不能完成。' }] }),
    sent(1, 74, draft(60, '检测尚未完成。'), '请审批', { returned: back }),
  ]),
  make('2', rows[1], [sent(1, 80, draft(60, '当事人下落不明，正在公告送达。'), '请审批', { returned: { ...back, at: ago(20) } })], { state: 'returned', returns: 1 }),
]
/** Closings that the head has read: decided in one go; one has moved on. */
const closing = (id, row, hours) => make(id, row, [sent(1, hours, { code: 'close-case', at: ago(0).slice(0, 10), on: {}, officers: [], form: { summary: '罚款已缴清，决定执行完毕。' }, files: [] }, '请批准结案')], {
  act: 'close-case', title: '结案', openedBy: who('14'), openedAt: ago(2),
  together: { title: '能否结案以处理、送达和执行是否完毕为准，逐件核对后可以一并批准', cite: '行政处罚法 第四十七条' },
})
all.push(closing('3', rows[2], 30), closing('4', rows[3], 29), closing('5', rows[4], 28))
all[0].since = [{ seq: 8, title: '调查终结', at: ago(30) }]
const one = (id) => all.find((s) => s.row.id === id)
const head = (w) => w.person.roles.includes('agency-head') || w.person.account === 'head' || w.person.id === '14'
const view = (s, w) => { const decides = head(w); const withheld = decides && s.row.state === 'sent' && !s.row.openedBy; return { ...s, versions: withheld ? [] : s.versions, withheld, decides, goesOn: !decides } }
const happened = (s, what, w) => s.events.push({ what, at: ago(0), by: { id: w.person.id, name: w.person.name }, version: s.row.version })

/** The case as whoever decides sees it. */
export const seenBy = (detail, w) => (head(w) ? { ...detail, acts: detail.acts.map((a) => (a.code === 'extend-case' ? { ...a, open: true, findings: [] } : a)) } : detail)
export const routesOf = (page, refusal) => [
  ['GET', /^\/api\/submissions\/sent$/, ({ q, who: w }) => page(head(w) ? [] : all.map((s) => s.row).filter((r) => ['sent', 'returned', 'withdrawn', 'lapsed'].includes(r.state)), q)],
  ['GET', /^\/api\/submissions\/waiting$/, ({ q, who: w }) => page(head(w) ? all.map((s) => s.row).filter((r) => r.state === 'sent') : [], q)],
  ['GET', /^\/api\/cases\/([^/]+)\/submissions$/, ({ m, q }) => page(all.map((s) => s.row).filter((r) => r.case.id === m[1]), q)],
  ['GET', /^\/api\/cases\/([^/]+)\/receivers$/, () => [{ role: 'agency-head', title: '机关负责人', holders: [who('14')] }]],
  ['POST', /^\/api\/submissions\/examine$/, () => ({ open: true, findings: [], creates: [] })],
  ['POST', /^\/api\/submissions$/, ({ body, who: w }) => { const s = make(String(all.length + 1), rows.find((r) => r.id === body.case), [sent(1, 0, body.act, body.word)]); all.push(s); return { status: 201, json: view(s, w) } }],
  ['GET', /^\/api\/submissions\/([^/]+)$/, ({ m, who: w }) => view(one(m[1]) ?? (() => { throw refusal(404, '没有这份送审稿', '') })(), w)],
  ['POST', /^\/api\/submissions\/([^/]+)\/open$/, ({ m, who: w }) => { const s = one(m[1]); Object.assign(s.row, { openedBy: who('14'), openedAt: ago(0) }); happened(s, 'opened', w); return view(s, w) }],
  ['POST', /^\/api\/submissions\/([^/]+)\/versions$/, ({ m, body, who: w }) => { const s = one(m[1]); s.versions.unshift(sent(s.row.version + 1, 0, body.act, body.word)); Object.assign(s.row, { state: 'sent', version: s.row.version + 1, sentAt: ago(0), openedBy: null, openedAt: null }); happened(s, 'sent', w); return view(s, w) }],
  ['POST', /^\/api\/submissions\/([^/]+)\/return$/, ({ m, body, who: w }) => { const s = one(m[1]); s.versions[0].returned = { by: who('14'), at: ago(0), reason: body.reason, places: body.places.map((p) => ({ ...p, title: '' })) }; Object.assign(s.row, { state: 'returned', returns: s.row.returns + 1 }); happened(s, 'returned', w); return view(s, w) }],
  ['POST', /^\/api\/submissions\/decide$/, ({ body }) => body.submissions.map(({ id }) => {
    if (id === '5') return { id, entry: null, why: '送审之后案件又有记录，请单独办理', findings: [] }
    one(id).row.state = 'done'
    return { id, entry: 9, why: null, findings: [] }
  })],
  ['POST', /^\/api\/submissions\/([^/]+)\/(withdraw|drop)$/, ({ m, who: w }) => { const s = one(m[1]); s.row.state = m[2] === 'drop' ? 'dropped' : 'withdrawn'; happened(s, s.row.state, w); return view(s, w) }],
]
