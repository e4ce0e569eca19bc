// Invented questions, exams and applications for the screens of the exam before the certificate.
import { dayOf } from './data.mjs'

const stems = ['对当事人的同一个违法行为，不得给予几次以上罚款的行政处罚？', '下列哪些属于行政强制措施的种类？', '行政机关可以委托个人实施行政处罚。', '执法人员在调查或者进行检查时，应当怎样表明身份？', '查封、扣押的期限一般不得超过几日？', '当事人要求听证的，应当在行政机关告知后几日内提出？']
const kinds = ['single', 'multiple', 'judgement', 'single', 'single', 'single']
const optionsOf = (kind, i) => (kind === 'judgement' ? ['正确', '错误'] : kind === 'multiple' ? ['限制公民人身自由', '查封场所、设施或者财物', '扣押财物', '加处罚款或者滞纳金'] : [['一次', '两次', '三次', '四次'], ['口头说明', '出示执法证件', '佩戴标志即可', '由单位出具介绍信'], ['十日', '十五日', '三十日', '六十日'], ['三日', '五日', '七日', '十日']][{ 0: 0, 3: 1, 4: 2, 5: 3 }[i % 6]])
const bases = ['行政处罚法 第二十九条', '行政强制法 第九条', '行政处罚法 第二十条', '行政处罚法 第五十五条', '行政强制法 第二十五条', '行政处罚法 第六十四条']
const answersOf = ['B', 'ABC', 'B', 'B', 'C', 'B']
const bank = Array.from({ length: 36 }, (_, i) => ({ id: i + 1, number: i + 1, version: i === 3 ? 2 : 1, withdrawn: i === 5, reason: i === 5 ? '法律已修改' : '', papers: (36 - i) * 3,
  question: { kind: kinds[i % 6], category: i % 9 === 8 ? 'field' : 'public', field: i % 9 === 8 ? '市场监管' : '', stem: stems[i % 6], options: optionsOf(kinds[i % 6], i), answer: answersOf[i % 6], basis: bases[i % 6] } }))

const digest = '3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea'
const parts = [{ ordinal: 1, kind: 'single', category: 'public', questions: 20, points: 2 }, { ordinal: 2, kind: 'multiple', category: 'public', questions: 10, points: 4 }, { ordinal: 3, kind: 'judgement', category: 'public', questions: 10, points: 2 }]
const exam = (id, title, shift, state) => ({ id, region: 3, title, field: '', opensAt: `${dayOf(shift)}T09:00`, closesAt: `${dayOf(shift)}T17:00`, minutes: 90, passMark: 60, passCite: '平台默认值：法律、行政法规没有规定，由组织考试的机关确定', resitOf: id === 3 ? 1 : null, seedDigest: digest, poolDigest: digest.split('').reverse().join(''), cancelled: null, state, parts })
const exams = [exam(3, '2026 年第二次资格考试补考', 12, 'planned'), exam(2, '2026 年第二次资格考试', 0, 'open'), exam(1, '2026 年第一次资格考试', -120, 'closed')]
const rowOf = (e) => ({ exam: e, total: 100, count: { admitted: 46, handedIn: e.state === 'closed' ? 44 : e.state === 'open' ? 12 : 0, passed: e.state === 'closed' ? 39 : e.state === 'open' ? 11 : 0 }, mayManage: true, mayAdmit: true })
const names = ['林予安', '周明远', '程立', '何静', '许知行', '苏晓雯', '沈一凡', '顾长风']
const candidates = (e) => names.map((name, i) => {
  const state = e.state === 'closed' ? (i === 5 ? 'absent' : 'handed-in') : e.state === 'planned' ? 'waiting' : ['handed-in', 'running', 'waiting'][i % 3]
  const score = state === 'handed-in' ? [92, 58, 76, 88][i % 4] : null
  return { ticket: i + 1, person: String(11 + i), name, agency: '7', agencyName: '云川市市场监督管理局', state, handedInAt: score === null ? null : `${e.opensAt.slice(0, 10)}T10:${12 + i}`, byClock: i === 2, score, passed: score === null ? null : score >= 60 }
})
const given = new Map()
let running = false
let handedIn = false
const onPaper = (reviewed) => Array.from({ length: 12 }, (_, i) => { const q = bank[(i * 7) % 36].question; return { position: i + 1, kind: q.kind, category: q.category, stem: q.stem, options: q.options, points: q.kind === 'multiple' ? 4 : 2, answer: reviewed ? 'B' : (given.get(i + 1) ?? ''), savedAt: null, right: reviewed ? i % 4 !== 1 : null, basis: reviewed ? q.basis : null } })
const paperOf = (id) => {
  const e = exams.find((x) => String(x.id) === id)
  if (e.state === 'closed') return { exam: e, ticket: 3, state: 'handed-in', mayBegin: false, endsAt: null, secondsLeft: null, questions: onPaper(true), result: { score: 58, total: 100, passMark: 60, passed: false, handedInAt: `${e.opensAt.slice(0, 10)}T10:30`, byClock: true } }
  if (e.state === 'planned' || !running) return { exam: e, ticket: 3, state: 'waiting', mayBegin: e.state === 'open', endsAt: null, secondsLeft: null, questions: [], result: null }
  if (handedIn) return { exam: e, ticket: 3, state: 'handed-in', mayBegin: false, endsAt: null, secondsLeft: null, questions: [], result: { score: 86, total: 100, passMark: 60, passed: true, handedInAt: `${dayOf(0)}T10:02`, byClock: false } }
  return { exam: e, ticket: 3, state: 'running', mayBegin: false, endsAt: `${dayOf(0)}T10:30`, secondsLeft: 2712, questions: onPaper(false), result: null }
}

const application = (id, name, state, more = {}) => ({ id, person: String(10 + id), name, agency: '7', agencyName: '云川市市场监督管理局', field: '市场监管', regionCode: '990100', regionName: '云川市', statement: '新录用，拟在执法一科从事现场检查', state, noticeFrom: null, noticeTo: null, number: null, filedOn: dayOf(-30 + id), ...more })
const applications = [application(4, '何静', 'notice', { noticeFrom: dayOf(-3), noticeTo: dayOf(3) }), application(3, '程立', 'checked'), application(2, '周明远', 'filed'), application(1, '林予安', 'issued', { number: 'Y99010188' })]
const need = (name, title, met, text, cite) => ({ name, title, met, text, cite })
const conditions = [['staff', '属于本单位在编在职人员，在执法岗位工作', '河南省行政执法条例 第二十条'], ['adult', '年满十八周岁，身体健康', '河南省行政执法条例 第二十条；交通运输行政执法证件管理规定'], ['excluded', '不是工勤人员、劳动合同工、临时工、劳务派遣人员或者临时借调人员', '河南省行政执法条例 第二十条；山东省行政执法监督条例 第十条']].map(([code, title, cite]) => ({ code, title, cite }))
const pageOf = (a) => {
  const at = ['filed', 'checked', 'notice', 'issued'].indexOf(a.state)
  return { application: a, own: a.id === 1, mayCheck: a.state === 'filed', mayDecide: ['filed', 'checked', 'notice'].includes(a.state), mayWithdraw: at < 3, conditions,
    steps: [{ step: 'filed', onDay: a.filedOn, note: a.statement, by: a.name }, ...(at > 0 ? [{ step: 'checked', onDay: dayOf(-20), note: '', by: '许知行' }] : []), ...(at > 1 ? [{ step: 'notice', onDay: dayOf(-3), note: `公示到 ${dayOf(3)}`, by: '顾长风' }] : [])],
    requirements: [need('post', '执法岗位', true, '岗位登记为执法人员', '行政处罚法 第四十二条；河南省行政执法条例 第二十条'), need('check', '单位审查', at > 0, at > 0 ? '所在单位已经审查同意' : '所在单位还没有审查', '河南省行政执法条例 第二十条'),
      need('hours', '培训学时', at > 1, at > 1 ? '最近 24 个月培训 64 学时，要求 60 学时' : '最近 24 个月培训 48 学时，要求 60 学时，还差 12 学时', '交通运输行政执法证件管理规定：申领前的培训'),
      need('exam', '资格考试', at > 1, at > 1 ? '已经合格：2026 年第一次资格考试，成绩保留 5 年' : '还没有合格的公共法律知识考试成绩', '行政处罚法 第四十二条；国办发〔2018〕118号（五）'),
      need('notice', '公示', at > 2, at > 1 ? `公示到 ${dayOf(3)}，期满次日起可以发证` : '还没有公示', '交通运输行政执法证件管理规定：发证前公示')] }
}
const clean = (q) => ({ rows: 40, read: 40, refused: 0, faults: [], allFaults: 0, imported: q.get('dryRun') === 'true' ? 0 : 40 })

/** Before those of the registers. */
export const routesOf = (page, refuse) => [
  ['GET', /^\/api\/registry\/questions$/, ({ q }) => page(bank.filter((b) => b.question.stem.includes(q.get('q') ?? '') && (!q.get('kind') || b.question.kind === q.get('kind'))), q)],
  ['POST', /^\/api\/registry\/questions\/imports$/, ({ q }) => clean(q)],
  ['POST', /^\/api\/registry\/questions/, () => ({ status: 204 })],
  ['GET', /^\/api\/registry\/exams$/, ({ q }) => page(exams.map(rowOf), q)],
  ['GET', /^\/api\/registry\/exams\/pass-share$/, () => ({ value: 60, cite: '平台默认值' })],
  ['GET', /^\/api\/registry\/exams\/admissible$/, () => ({ items: names.slice(0, 4).map((name, i) => ({ application: i + 1, person: 11 + i, name })), next: null })],
  ['GET', /^\/api\/registry\/exams\/(\d+)$/, ({ m }) => rowOf(exams.find((e) => String(e.id) === m[1]))],
  ['GET', /^\/api\/registry\/exams\/(\d+)\/candidates$/, ({ m, q }) => page(candidates(exams.find((e) => String(e.id) === m[1])), q)],
  ['POST', /^\/api\/registry\/exams\/(\d+)\/candidates\/(\d+)\/removal$/, () => ({ status: 204 })],
  ['GET', /^\/api\/registry\/exams\/(\d+)\/removals$/, ({ m }) => (m[1] === '3' ? [{ ticket: 4, person: '14', name: '许知远', agencyName: '云川市市场监督管理局', reason: '已经调离执法岗位', byName: '顾长风', at: `${dayOf(-1)}T15:20` }] : [])],
  ['POST', /^\/api\/registry\/exams\/(\d+)\/candidates$/, ({ body }) => ({ status: 201, json: { admitted: body.applications.length } })],
  ['POST', /^\/api\/registry\/exams$/, () => { throw refuse(422, '不符合规定', '题库中这类题目只有 8 道', { errors: [{ pointer: '/parts/0/questions', message: '题库中这类题目只有 8 道' }] }) }],
  ['GET', /^\/api\/exams$/, () => { if (handedIn) running = handedIn = false; return [paperOf('2'), paperOf('1')] }],
  ['GET', /^\/api\/exams\/(\d+)\/paper$/, ({ m }) => paperOf(m[1])],
  ['POST', /^\/api\/exams\/(\d+)\/paper$/, ({ m }) => { running = true; handedIn = false; given.clear(); return paperOf(m[1]) }],
  ['PUT', /^\/api\/exams\/(\d+)\/paper\/answers\/(\d+)$/, ({ m, body }) => { given.set(Number(m[2]), body.answer); return { savedAt: `${dayOf(0)}T09:40` } }],
  ['POST', /^\/api\/exams\/(\d+)\/paper\/handing-in$/, ({ m }) => { handedIn = true; return paperOf(m[1]) }],
  ['GET', /^\/api\/exams\/(\d+)\/draw$/, ({ m }) => ({ exam: Number(m[1]), seed: digest.replace(/f/g, '0'), seedDigest: digest, poolDigest: digest, parts: [{ part: 1, questions: 20, pool: ['1@1', '2@1'] }], papers: [1, 2, 3].map((ticket) => ({ ticket, questions: ['12@1', '3@1', '31@1', '8@2', '17@1'] })), next: null })],
  ['GET', /^\/api\/exams\/(\d+)\/draw\/(\d+)$/, ({ m }) => ({ ticket: Number(m[2]), questions: ['12@1', '3@1', '31@1', '8@2', '17@1'], again: ['12@1', '3@1', '31@1', '8@2', '17@1'], same: true })],
  ['GET', /^\/api\/registry\/applications$/, ({ q }) => page(q.get('state') === 'open' ? applications.slice(0, 3) : applications, q)],
  ['GET', /^\/api\/registry\/applications\/mine$/, () => [applications[3]]],
  ['GET', /^\/api\/registry\/applications\/(\d+)$/, ({ m }) => pageOf(applications.find((a) => String(a.id) === m[1]) ?? applications[0])],
  ['POST', /^\/api\/registry\/applications$/, () => ({ status: 201, json: { id: 3 } })],
  ['POST', /^\/api\/registry\/applications\/(\d+)\/check$/, ({ body }) => { if (body.agrees && body.confirmed.length < conditions.length) throw refuse(422, '不符合规定', '还没有确认'); return { status: 204 } }],
  ['POST', /^\/api\/registry\/applications\/(\d+)\/\w+$/, () => ({ status: 204 })],
]
