// Who carries what, hand-over and substitution: invented, kept until the mock ends.
import { dayOf, finding, people, rows } from './data.mjs'

const n = (value) => ({ value, more: false })
const name = (id) => people.find((p) => p.id === id)?.name ?? ''
const of = (id) => rows.filter((r) => !r.ended && r.lead.name === name(id))
const given = []
const stands = [{ id: '1', absentId: '12', absentName: '周明远', substituteId: '11', substituteName: '林予安', fromDay: dayOf(-1), toDay: dayOf(6), reason: '年休假', byName: '何静', ended: false }]

const load = (id, overdue, soon, handOver = null) => ({
  person: { id, name: name(id) }, cases: n(of(id).length + 4), leads: n(of(id).length), duties: { overdue: n(overdue), soon: n(soon), later: n(of(id).length) },
  oldest: dayOf(-88), handOver, substitute: id === '12' ? { id: '11', name: '林予安', until: dayOf(6) } : null,
})

const barred = () => finding('officers.certified', '执法证件当日应当有效', 'BAR', '行政处罚法 第四十二条 第一款', '执法证件当日应当有效', '换成证件有效的执法人员，或者先办理换证')

function view({ from, to }) {
  const cases = of(from).slice(0, 8).map((r, i) => ({ case: r, leads: i % 3 !== 2, duties: 1 + (i % 3), obstacles: to === '13' && i < 2 ? [barred()] : [], alone: to === '11' && i === 1 }))
  return { from: { id: from, name: name(from) }, to: to ? { id: to, name: name(to) } : null, cases, barred: cases.filter((c) => c.obstacles.length).length, more: false }
}

export const routesOf = (page, refusal) => [
  ['GET', /^\/api\/workload$/, ({ q }) => page([load('12', 3, 4), load('11', 1, 2), load('15', 0, 1, 'certificate')].filter((l) => q.get('handOver') !== 'true' || l.handOver), q)],
  ['POST', /^\/api\/hand-overs$/, ({ body, q }) => {
    if (q.get('dryRun') === 'true') return view(body)
    if (!body.reason) throw refusal(422, '不符合规定', '须写明理由，不超过 500 字', { errors: [{ pointer: '/reason', message: '须写明理由' }] })
    given.unshift({ id: String(given.length + 1), at: new Date().toISOString(), fromId: body.from, fromName: name(body.from), toId: body.to, toName: name(body.to), byName: '何静', reason: body.reason, cases: body.cases.length })
    return { status: 201, json: { id: given[0].id, cases: body.cases.length, repeated: false } }
  }],
  ['GET', /^\/api\/hand-overs$/, ({ q }) => page(given, q)],
  ['GET', /^\/api\/substitutions$/, ({ q }) => page(stands, q)],
  ['POST', /^\/api\/substitutions$/, ({ body }) => { const s = { id: String(stands.length + 1), absentId: body.absent, absentName: name(body.absent), substituteId: body.substitute, substituteName: name(body.substitute), fromDay: body.from, toDay: body.to, reason: body.reason, byName: '何静', ended: false }; stands.unshift(s); return { status: 201, json: s } }],
  ['POST', /^\/api\/substitutions\/([^/]+)\/end$/, ({ m }) => Object.assign(stands.find((s) => s.id === m[1]), { ended: true, toDay: dayOf(-1) })],
]
