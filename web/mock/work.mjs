// Who carries what, hand-over and substitution: invented, kept until the mock ends.
import { dayOf, finding, people, rows } from './data.mjs'

const n = (value) => ({ value, more: false })
const name = (id) => people.find((p) => p.id === id)?.name ?? ''
const of = (id) => rows.filter((r) => !r.ended && r.lead.name === name(id))
const given = []
const stands = [{ id: '1', absentId: '12', absentName: '周明远', substituteId: '11', substituteName: '林予安', fromDay: dayOf(-1), toDay: dayOf(6), reason: '年休假', byName: '何静', ended: false }]

const notes = new Map([['3-900100', [
  { id: '1', seq: 2, authorId: '14', authorName: '何静', askedId: '11', askedName: '林予安', answers: null, text: '现场照片里的批次号与笔录不一致，是否抄错？', at: new Date(Date.now() - 86_400_000).toISOString(), answered: false, takenAt: null },
  { id: '2', seq: 2, authorId: '12', authorName: '周明远', askedId: null, askedName: null, answers: null, text: '', at: new Date(Date.now() - 80_000_000).toISOString(), answered: false, takenAt: new Date(Date.now() - 70_000_000).toISOString() },
]]])
const notesOf = (id) => notes.get(id) ?? (notes.set(id, []), notes.get(id))
const questions = (who) => [...notes].flatMap(([id, all]) => all.filter((n) => n.askedId === who.person.id && !n.answered && !n.takenAt).map((n) => ({ id: n.id, seq: n.seq, by: n.authorName, text: n.text, at: n.at, case: rows.find((r) => r.id === id) })))

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
  ['GET', /^\/api\/todo\/questions$/, ({ q, who }) => { for (const n of notesOf('3-900100')) if (n.id === '1') n.answered = false; return page(questions(who), q) }], // asked anew on each visit,
  ['GET', /^\/api\/cases\/([^/]+)\/notes$/, ({ m, q }) => page([...notesOf(m[1])].reverse(), q)],
  ['POST', /^\/api\/cases\/([^/]+)\/notes$/, ({ m, body, who }) => {
    const n = { id: String(Math.floor(Math.random() * 1e9)), seq: body.seq, authorId: who.person.id, authorName: who.person.name, askedId: body.ask ?? null, askedName: body.ask ? name(body.ask) : null, answers: body.answers ?? null, text: body.text, at: new Date().toISOString(), answered: false, takenAt: null }
    for (const o of notesOf(m[1])) if (o.id === body.answers && o.askedId === who.person.id) o.answered = true
    notesOf(m[1]).push(n)
    return { status: 201, json: n }
  }],
  ['DELETE', /^\/api\/cases\/([^/]+)\/notes\/([^/]+)$/, ({ m }) => Object.assign(notesOf(m[1]).find((n) => n.id === m[2]), { text: '', takenAt: new Date().toISOString() })],
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
