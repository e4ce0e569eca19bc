// Invented bodies and people for the registers' screens.
import { dayOf, people as known, rows as cases } from './data.mjs'

const year = new Date().getFullYear()
const names = ['林予安', '周明远', '程立', '何静', '许知行', '苏晓雯', '沈一凡', '顾长风', '谭清源', '陆嘉树']
const fields = ['市场监管', '生态环境', '交通运输']
const bodyNames = ['云川市市场监督管理局', '云川市生态环境局', '云川市交通运输综合行政执法支队', '东城区市场监督管理局', '望湖街道综合行政执法队']
const bodies = bodyNames.map((name, i) => ({
  id: String(7 + i), name, shortName: ['云市监', '云环', '云交执', '云东市监', '云望湖'][i], field: fields[i % 3], region: i < 3 ? 3 : 4, regionName: i < 3 ? '云川市' : '东城区', standing: i !== 4,
  kind: ['statutory', 'statutory', 'authorised', 'statutory', 'entrusted'][i], tier: ['city', 'city', 'city', 'county', 'township'][i], uscc: i < 2 ? '11230500001755309F' : null,
  parentName: i === 3 ? bodyNames[0] : null, basis: '行政处罚法 第十七条', people: 96 - i * 17, foundBy: i === 1 ? '云川市环境保护局' : null,
}))
const person = (i) => {
  const id = String(11 + i)
  const name = known.find((p) => p.id === id)?.name ?? names[i % names.length]
  const state = i === 2 ? 'suspended' : i % 19 === 7 ? 'expired' : 'valid'
  const kind = i % 13 === 5 ? 'auxiliary' : i % 17 === 4 ? 'reviewer' : 'officer'
  const certificate = kind === 'auxiliary' ? null : { number: `9901${String(100000 + i * 37)}`, field: fields[i % 3], regionCode: '990100', regionName: '云川市', firstDay: '2023-01-01', lastDay: dayOf(state === 'expired' ? -20 : i % 11 === 3 ? 30 : 700), state, ministry: false, expiring: i % 11 === 3 }
  const acting = kind === 'officer' && state === 'valid'
  return { id, name, kind, agency: String(7 + (i % 3)), agencyName: bodyNames[i % 3], unitName: ['执法一科', '执法二科', '法规科'][i % 3], title: '四级主办', reviewer: i === 4, qualified: i % 5 === 4, hearingHost: false, ended: false, since: '2024-01-01', certificate, acting, bars: kind === 'officer' && !acting ? [state === 'suspended' ? '执法证件已暂扣' : '执法证件已过有效期'] : [] }
}
const people = Array.from({ length: 137 }, (_, i) => person(i))
const places = { regions: [{ id: 3, name: '云川市', code: '990100', level: 'city' }, { id: 4, name: '东城区', code: '990102', level: 'county' }], bodies: bodies.map((b) => ({ id: b.id, name: b.name, region: b.region })), fields }

const pageOf = (id) => {
  const p = people.find((x) => x.id === id) ?? people[0]
  const c = p.certificate
  return {
    on: dayOf(0), person: p, mayWrite: true, mayIdentify: true, photo: id === '11' ? '/api/registry/people/11/photo' : null, roles: [{ role: 'officer', title: '执法人员' }],
    posts: [{ validFrom: '2024-01-01', agency: p.agency, agencyName: p.agencyName, unitName: p.unitName, title: p.title, kind: p.kind, officer: true, reviewer: false, qualified: false, hearingHost: false, ended: false, reason: '' }, { validFrom: '2020-06-01', agency: '10', agencyName: bodyNames[3], unitName: null, title: '科员', kind: 'officer', officer: true, reviewer: false, qualified: false, hearingHost: false, ended: false, reason: '考录' }],
    certificates: c ? [{ number: c.number, field: c.field, regionCode: c.regionCode, firstDay: c.firstDay, lastDay: c.lastDay, state: c.state, issuer: '云岭省人民政府', ministry: false, page: '/public/certificates/00000000000000000000000000000000', changes: [...(c.state === 'suspended' ? [{ from: dayOf(-9), state: 'suspended', reason: '投诉查实，离岗培训' }] : []), { from: '2023-01-01', state: 'valid', reason: '' }], checks: [{ number: c.number, year: year - 1, result: 'good', checkedOn: `${year - 1}-12-10`, note: '' }] }] : [],
    hours: { year, open: 32, special: 18, needed: 60, neededOpen: 30, neededSpecial: 30, cite: '国办发〔2023〕27号', attended: [{ heldOn: dayOf(-40), title: '行政处罚法专题', kind: 'public', hours: 8, organiser: '云川市司法局' }, { heldOn: dayOf(-90), title: '现场检查实训', kind: 'special', hours: 18, organiser: p.agencyName }] },
    cases: { count: 27, cases: cases.slice(0, 5).map((r) => ({ id: r.id, number: r.number, party: r.party, violation: r.violation, stage: r.stage, filedOn: r.filedOn, ended: r.ended })) },
  }
}
const bodyOf = (id) => {
  const b = bodies.find((x) => x.id === id) ?? bodies[0]
  const version = { validFrom: '2024-03-01', name: b.name, shortName: b.shortName, kind: b.kind, tier: b.tier, parent: b.parentName ? 7 : null, uscc: b.uscc, basis: b.basis, delegation: null }
  return { ...b, on: dayOf(0), version, why: b.standing ? null : '委托已于 2025-12-31 期满', versions: [version, { ...version, validFrom: '2015-01-01', name: '云川市环境保护局' }], standings: [{ validFrom: '2015-01-01', standing: true, basis: '行政处罚法 第十七条' }],
    delegatorName: null, below: [{ id: '10', name: bodyNames[3] }], people: [{ kind: 'officer', people: 79 }, { kind: 'auxiliary', people: 12 }, { kind: 'reviewer', people: 5 }], confirmations: [{ year, correct: true, note: '', on: dayOf(-12) }], mayWrite: true }
}
const fault = (row, column, value, what, mend) => ({ row, column, value, what, mend })
const faults = [fault(3, '身份证号', '149900********31', '身份证号的位数、出生日期或校验位不对', '请对照证件核对 18 位号码（GB 11643）'), fault(3, '单位', '云川市市监局', '登记册中没有这个单位，或者不在本地区', '请填写执法主体名录中的全称，如：云川市市场监督管理局'), fault(7, '有效期起', '2024-12-31', '有效期与同一人的另一执法证件重叠（第 6 行）', '请核对起止日期；换发的从旧证期满次日起'), fault(9, '证件编号', '99011234', '该证号已经登记', '已登记的请删去此行；换发的请填新证号')]
function imported(name, dryRun, refuse) {
  if (name.endsWith('.xlsm')) throw refuse(422, '不符合规定', '', { what: '不接受这种格式：它可以带宏，或者是旧版 Excel', where: name, mend: '请在 Excel 中另存为“Excel 工作簿 (*.xlsx)”后再导入' })
  return name.includes('有误') ? { rows: 128, read: 125, refused: 3, faults, allFaults: 4, imported: 0 } : { rows: 128, read: 128, refused: 0, faults: [], allFaults: 0, imported: dryRun ? 0 : 128 }
}

/** Before the generic routes of the registers. */
export const routesOf = (page, refuse) => [
  ['GET', /^\/api\/registry\/places$/, () => places],
  ['GET', /^\/api\/registry\/people$/, ({ q }) => page(people.filter((p) => p.name.includes(q.get('q') ?? '')), q)],
  ['GET', /^\/api\/registry\/people\/(\d+)$/, ({ m }) => pageOf(m[1])],
  ['GET', /^\/api\/registry\/people\/(\d+)\/identity$/, () => ({ idNumber: '999999199001010018', phone: '13900000000' })],
  ['GET', /^\/api\/registry\/issuers$/, () => [{ id: 1, name: '云岭省人民政府', ministry: false, pattern: '', filed: '' }]],
  ['GET', /^\/api\/registry\/bodies$/, ({ q }) => page(bodies.filter((b) => b.name.includes(q.get('q') ?? '')), q)],
  ['GET', /^\/api\/registry\/bodies\/(\d+)$/, ({ m }) => bodyOf(m[1])],
  ['GET', /^\/api\/registry\/body-applications$/, () => ({ items: [{ application: { id: 1, region: 3, kind: 'rename', agency: 8, absorbed: [], content: { name: '云川市生态环境综合执法局' }, reason: '机构改革方案', filedOn: dayOf(-20) }, steps: [{ step: 'establishment', agrees: true, onDay: dayOf(-15), document: '云编办〔2026〕9号', opinion: '' }, { step: 'personnel', agrees: false, onDay: dayOf(-10), document: '', opinion: '人员划转方案未定' }] }], next: null })],
  ['GET', /^\/api\/registry\/confirmations$/, () => [{ id: 1, region: 3, regionName: '云川市', year, openedOn: dayOf(-30), dueOn: dayOf(10), bodies: 5, answered: 2, wrong: 1, overdue: false }]],
  ['GET', /^\/api\/registry\/confirmations\/\d+$/, () => bodies.map((b, i) => ({ agency: b.id, name: b.name, correct: i < 3 ? null : i === 3, note: i === 4 ? '委托期限已续' : '', on: i < 3 ? null : dayOf(-12) }))],
  ['GET', /^\/api\/registry\/training\/bodies$/, () => bodies.map((b, i) => ({ agency: b.id, name: b.name, officers: b.people, behind: 12 - i, reviewers: i ? 5 : 2, reviewersNeeded: i ? 4 : 3 }))],
  ['GET', /^\/api\/registry\/training\/behind$/, ({ q }) => page(people.slice(0, 60).map((p) => ({ id: p.id, name: p.name, agency: p.agency, agencyName: p.agencyName, open: 20, special: 18 })), q)],
  ['GET', /^\/api\/registry\/training\/new-staff$/, ({ q }) => page(people.slice(0, 9).map((p, i) => ({ id: p.id, name: p.name, agency: p.agency, agencyName: p.agencyName, since: dayOf(-20 - i * 30), due: dayOf(160 - i * 30), hours: i * 6, needed: 60, late: i > 5 })), q)],
  ['GET', /^\/api\/registry\/training\/rotation$/, ({ q }) => page(people.slice(0, 60).map((p, i) => ({ id: p.id, name: p.name, agency: p.agency, agencyName: p.agencyName, last: i % 3 ? null : dayOf(-1200) })), q)],
  ['GET', /^\/api\/registry\/people\/(\d+)\/photo$/, () => ({ raw: true, type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 64"><rect width="48" height="64" fill="#8FB2DE"/><circle cx="24" cy="24" r="11" fill="#fff"/><path d="M4 64c0-16 9-24 20-24s20 8 20 24z" fill="#1E5196"/></svg>' })],
  ['POST', /^\/api\/registry\/people\/(\d+)\/photo$/, () => ({ status: 204 })],
  ['GET', /^\/api\/registry\/training\/courses$/, () => [{ id: 1, purpose: 'rotation', agency: null, title: '行政处罚法专题', kind: 'public', form: 'classroom', hours: 8, heldOn: dayOf(-40), organiser: '云川市司法局', attended: 214 }]],
  ['POST', /^\/api\/registry\/(people|bodies|training)\/imports$/, ({ name, q }) => imported(name, q.get('dryRun') === 'true', refuse)],
]
