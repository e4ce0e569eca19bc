// Invented equipment, posts and what belongs to a person's service.
import { dayOf } from './data.mjs'

const year = new Date().getFullYear()
const body = { agency: '7', agencyName: '云川市市场监督管理局' }
const kinds = [['body-camera', '执法记录仪', '台', true], ['vehicle', '执法车辆', '辆', true], ['uniform', '制式服装和标志', '套', false], ['drone', '无人机', '架', true]].map(([code, title, measure, lent]) => ({ code, title, measure, lent }))
const pieces = Array.from({ length: 63 }, (_, i) => {
  const k = kinds[i % 5 === 1 ? 1 : i % 5 === 3 ? 2 : i === 14 ? 3 : 0]
  const held = i % 3 !== 2
  return {
    id: String(i + 1), ...body, kind: k.code, kindTitle: k.title, lent: k.lent, number: `${{ 'body-camera': 'JLY', vehicle: '云AZ', uniform: 'FZ', drone: 'WRJ' }[k.code]}-${String(i + 1).padStart(3, '0')}`, model: k.code === 'body-camera' ? '1080P 64G' : '', acquiredOn: dayOf(-400 - i), note: '',
    state: held ? 'held' : 'stored', faulty: i % 11 === 8, holder: held && k.code !== 'vehicle' ? String(11 + (i % 10)) : null, holderName: held && k.code !== 'vehicle' ? ['林予安', '周明远', '程立', '何静'][i % 4] : null, holderUnit: held && k.code === 'vehicle' ? '执法一科' : null, heldFrom: held ? dayOf(-300) : null,
    out: i % 7 === 2 ? '12' : null, outName: i % 7 === 2 ? '周明远' : null, outOn: i % 7 === 2 ? dayOf(-1) : null, leftBehind: i === 4,
  }
})
const steps = [['take-out', -3, '09:10', '林予安', `云市监罚立〔${year}〕4987号`, ''], ['bring-back', -3, '17:40', '林予安', '', ''], ['repair', -20, null, null, '', '更换电池'], ['fault', -24, null, '林予安', '', '不能充电'], ['assign', -300, null, '林予安', '', '']]
  .map(([what, d, atTime, personName, caseNumber, note], i) => ({ id: String(9 - i), what, onDay: dayOf(d), atTime, personName, unitName: null, caseNumber, note, byName: '沈一凡' }))
const line = (agencyName, kind, asked, usable, faulty, cite, verified, i) => ({ agency: String(7 + i), agencyName, officers: 79 - i * 10, kind, kindTitle: kinds.find((k) => k.code === kind).title, measure: kinds.find((k) => k.code === kind).measure, asked, usable, faulty, missing: Math.max(0, (asked ?? 0) - usable), cite, verified })
const cite = '本溪市规定：每三名执法人员至少配备一台执法记录仪（借作平台默认值）'
const lines = [line(body.agencyName, 'body-camera', 27, 18, 2, cite, false, 0), line(body.agencyName, 'vehicle', null, 12, 0, null, true, 0), line(body.agencyName, 'uniform', 79, 79, 0, '综合行政执法制式服装和标志管理办法：着装执法人员每人一套（平台默认值）', false, 0), line('云川市生态环境局', 'body-camera', 23, 24, 0, cite, false, 1)]
const standard = (id, kind, regionName, field, validFrom, quantity, perOfficers, text, verified) => ({ id, kind, kindTitle: kinds.find((k) => k.code === kind).title, regionName, field, validFrom, quantity, perOfficers, cite: text, verified })
const standards = [standard('1', 'body-camera', '云川市', '市场监管', '2026-01-01', 1, 2, '云川市执法装备配备标准（云政办发〔2025〕31号）', true), standard('2', 'body-camera', null, '', '1900-01-01', 1, 3, cite, false)]

const holder = (id, person, name, from, to = null) => ({ id, person, name, from, to, here: true, able: true })
const stageOf = (title, ...acts) => ({ title, acts: acts.map(([code, name], i) => ({ code, title: name, officers: i === 0 })) })
const actBooks = [
  { code: 'penalty-ordinary', title: '行政处罚普通程序', stages: [stageOf('立案', ['register-lead', '登记线索'], ['file-case', '立案']), stageOf('调查取证', ['inspect', '现场检查'], ['interview', '询问'], ['sample', '抽样取证']), stageOf('听证', ['tell-hearing', '告知听证权利'], ['hold-hearing', '组织听证'])] },
  { code: 'inspection', title: '行政检查', stages: [stageOf('实施', ['inspect', '现场检查'], ['hand-over', '交付检查结果'])] },
]
const workPost = (id, unitName, title, duties, items, acts, more = {}) => ({ id, ...body, unit: '1', unitName, title, duties, items, acts, actWords: [], unmatched: [], atWindow: false, rotates: false, since: '2025-01-01', holders: [], ...more })
const workPosts = [
  workPost('1', '执法一科', '食品案件办理岗', '办理食品生产经营类行政处罚案件，调查取证，提出处理意见', ['SC-001', 'SC-002'], ['penalty-ordinary/register-lead', 'penalty-ordinary/file-case', 'penalty-ordinary/interview'], { actWords: ['行政处罚普通程序：立案', '行政处罚普通程序：调查取证（询问）'], rotates: true, holders: [holder('1', '11', '林予安', '2021-03-01'), holder('2', '12', '周明远', '2025-01-01')] }),
  workPost('2', '法规科', '法制审核岗', '审核重大执法决定', ['SC-001', 'SC-002', 'SC-003'], ['案卷评查'], { unmatched: ['案卷评查'], holders: [holder('3', '14', '何静', '2025-01-01')] }),
  workPost('3', '政务服务科', '许可受理岗', '在窗口受理食品经营许可申请', [], [], { atWindow: true }),
]
const openItems = [{ code: 'SC-006', title: '对无照经营的处罚', basis: '无证无照经营查处办法 第十三条' }, { code: 'SC-007', title: '对使用未经检验的特种设备的处罚', basis: '特种设备安全法 第八十四条' }]
const dutyTable = { agency: '7', agencyName: body.agencyName, on: dayOf(0), next: null, lines: [{ code: 'SC-001', title: '对未取得许可从事食品生产经营活动的处罚', basis: '食品安全法 第一百二十二条', posts: workPosts.slice(0, 2) }, { ...openItems[0], posts: [] }] }

const turns = [['1', '11', '林予安', '2021-03-01', '2026-03-01', 'due'], ['2', '12', '周明远', '2022-02-01', dayOf(70), 'soon'], ['3', '13', '程立', '2025-01-01', '2030-01-01', '']].map(([id, person, name, from, due, state]) => ({ id, person, name, post: '1', unitName: '执法一科', title: '食品案件办理岗', from, due, state }))
const leads = [{ person: '11', name: '林予安', unitName: '执法一科', fromDay: '2025-01-01', untilDay: '2027-12-31', byWhom: '云川市司法局', counts: true }, { person: '13', name: '程立', unitName: '执法二科', fromDay: '2024-01-01', untilDay: '2026-12-31', byWhom: '云川市司法局', counts: false }]
const levels = [{ code: 'unit-head', title: '办案机构负责人' }, { code: 'deputy-head', title: '机关分管负责人' }, { code: 'agency-head', title: '机关负责人' }]
const powers = levels.map((l, i) => ({ id: String(i), matter: '罚款决定', level: l.code, levelTitle: l.title, ordinal: i, validFrom: '2025-01-01', upTo: [500000, 5000000, null][i], ended: false, basis: '云川市市场监督管理局案件审批权限规定' }))
const postings = [{ id: '1', person: '14', name: '何静', home: '7', homeName: body.agencyName, body: '11', bodyName: '望湖街道综合行政执法队', fromDay: dayOf(-120), toDay: null, directs: 'body', appraises: 'both', basis: '派驻方案', endedFor: '', runs: true }]
const indicatorSet = { id: 1, regionName: null, fromYear: 1900, cite: '国办发〔2005〕37号 评议考核的内容（平台默认值，未核对原文）', indicators: [['持证和亮证执法', '执法时主动出示执法证件', 20], ['程序合法', '告知、听证、审核、送达等程序齐备', 40], ['案卷质量', '案卷评查的平均成绩', 40]].map(([title, standard, points]) => ({ title, standard, points })) }
const appraisals = [['1', '11', '林予安', [20, 38, 36], 94, '优秀', 'checked'], ['2', '12', '周明远', [18, 34, 30], 82, '良好', 'objected'], ['3', '13', '程立', [15, 30, 30], 75, '合格', 'filled']].map(([id, person, name, scores, total, grade, state]) => ({ id, person, name, year: year - 1, scores, total, grade, remark: '履职情况良好', state }))
const progress = [{ agency: '7', name: body.agencyName, officers: 79, filled: 61, checked: 44, objected: 1 }, { agency: '8', name: '云川市生态环境局', officers: 69, filled: 69, checked: 69, objected: 0 }]
const counsel = [['2', '重大复杂案件法制审核协助', 'open', null, ['assign', 'decline']], ['1', '行政应诉答辩', 'assigned', '许知行', ['end']]].map(([id, matter, state, name, may]) => ({ id, ...body, matter, fromDay: dayOf(-10), toDay: dayOf(50), state, person: name && '19', name, assignedFrom: name && dayOf(-8), assignedTo: name && dayOf(50), note: '', may }))

export const routesOf = (page) => [
  ['GET', /^\/api\/registry\/rotation$/, ({ q }) => ({ ...page(turns, q), rule: '最长 5 年（平台默认值）' })],
  ['POST', /^\/api\/registry\/careers\/\w+\/imports$/, ({ q }) => ({ rows: 12, read: 12, refused: 0, faults: [], allFaults: 0, imported: q.get('dryRun') === 'true' ? 0 : 12 })],
  ['GET', /^\/api\/registry\/leads$/, ({ q }) => page(leads, q)],
  ['GET', /^\/api\/registry\/powers\/levels$/, () => levels],
  ['GET', /^\/api\/registry\/powers$/, () => powers],
  ['GET', /^\/api\/registry\/postings$/, ({ q }) => page(postings, q)],
  ['GET', /^\/api\/registry\/appraisals\/progress$/, ({ q }) => page(progress, q)],
  ['GET', /^\/api\/registry\/appraisals\/indicators$/, () => indicatorSet],
  ['GET', /^\/api\/registry\/appraisals$/, ({ q }) => page(appraisals, q)],
  ['GET', /^\/api\/registry\/appraisals\/(\d+)$/, ({ m }) => ({ appraisal: appraisals[Number(m[1]) - 1], set: indicatorSet, steps: [{ what: 'object', onDay: dayOf(-3), note: '评查成绩与通报不符', byName: '周明远', scores: null }, { what: 'check', onDay: dayOf(-9), note: '', byName: '顾长风', scores: null }, { what: 'fill', onDay: dayOf(-20), note: '', byName: '沈一凡', scores: null }], may: ['answer'] })],
  ['GET', /^\/api\/registry\/counsel\/lawyers$/, () => [{ id: '19', name: '许知行', kind: 'government-lawyer', agencyName: '云川市司法局', running: 1 }]],
  ['GET', /^\/api\/registry\/counsel$/, ({ q }) => page(counsel, q)],
  ['GET', /^\/api\/registry\/responsibilities$/, ({ q }) => page(workPosts, q)],
  ['GET', /^\/api\/registry\/responsibilities\/open$/, ({ q }) => page(openItems, q)],
  ['GET', /^\/api\/registry\/responsibilities\/beyond$/, () => [{ person: '13', name: '程立', item: 'SC-002', itemTitle: '对未按规定建立并遵守进货查验记录等制度的处罚', cases: 3, placed: false }]],
  ['GET', /^\/api\/registry\/responsibilities\/acts$/, () => actBooks],
  ['GET', /^\/api\/registry\/responsibilities\/acts\/open$/, () => ({ procedures: ['行政处罚普通程序', '行政检查'], stages: [{ procedure: 'penalty-ordinary', procedureTitle: '行政处罚普通程序', stage: '听证', acts: ['告知听证权利', '组织听证', '制作听证报告'], whole: true }, { procedure: 'penalty-ordinary', procedureTitle: '行政处罚普通程序', stage: '执行', acts: ['加处罚款'], whole: false }, { procedure: 'inspection', procedureTitle: '行政检查', stage: '实施', acts: ['现场检查', '交付检查结果'], whole: true }], unmatched: [{ post: '2', title: '法制审核岗', unitName: '法规科', entries: ['案卷评查'] }] })],
  ['GET', /^\/api\/registry\/responsibilities\/acts\/beyond$/, ({ q }) => q.get('cursor') ? { acts: [{ person: '13', name: '程立', procedure: 'penalty-ordinary', procedureTitle: '行政处罚普通程序', act: 'serve', title: '送达', times: 3, placed: true }], cases: 11, next: null } : { acts: [{ person: '13', name: '程立', procedure: 'penalty-ordinary', procedureTitle: '行政处罚普通程序', act: 'serve', title: '送达', times: 4, placed: true }, { person: '12', name: '周明远', procedure: 'inspection', procedureTitle: '行政检查', act: 'inspect', title: '现场检查', times: 2, placed: false }], cases: 20, next: '1-1' }],
  ['GET', /^\/api\/registry\/responsibilities\/table$/, () => dutyTable],
  ['GET', /^\/api\/registry\/responsibilities\/(\d+)$/, ({ m }) => { const post = workPosts[Number(m[1]) - 1]; return { post, versions: [{ validFrom: '2025-01-01', ...post, ended: false, reason: '三定方案' }], everybody: post.holders, mayWrite: true } }],
  ['GET', /^\/api\/registry\/places\/\d+\/units$/, () => [{ id: '1', name: '执法一科' }, { id: '2', name: '执法二科' }, { id: '3', name: '法规科' }]],
  ['GET', /^\/api\/registry\/people\/(\d+)\/service$/, ({ m }) => serviceOf(m[1])],
  ['GET', /^\/api\/registry\/equipment\/kinds$/, () => kinds],
  ['GET', /^\/api\/registry\/equipment\/bodies$/, () => ({ lines, next: null })],
  ['GET', /^\/api\/registry\/equipment\/standards$/, () => standards],
  ['GET', /^\/api\/registry\/equipment$/, ({ q }) => page(pieces.filter((p) => (q.get('state') === 'left-behind' ? p.leftBehind : p.number.includes(q.get('q') ?? ''))), q)],
  ['GET', /^\/api\/registry\/equipment\/(\d+)$/, ({ m }) => ({ piece: pieces[Number(m[1]) - 1], steps, mayWrite: true, mayUse: true })],
]

const serviceOf = (id) => {
  const mine = id === '11'
  return {
    equipment: mine ? pieces.filter((p) => p.holder === '11').slice(0, 4) : [], posts: mine ? [{ post: '1', unitName: '执法一科', title: '食品案件办理岗', acts: ['行政处罚普通程序：立案', '行政处罚普通程序：调查取证（询问）'], items: 2, rotates: true, from: '2021-03-01', to: null }] : [],
    rotation: mine ? turns.slice(0, 1) : [], lead: mine ? [{ what: 'granted', fromDay: '2025-01-01', untilDay: '2027-12-31', byWhom: '云川市司法局', basis: '云川市行政处罚案件主办人办法', agencyName: body.agencyName }] : [], postings: id === '14' ? postings : [],
    appraisals: mine ? appraisals.slice(0, 1) : [], counsel: [], mayKeep: true,
    records: mine ? [{ id: '1', kind: 'commendation', title: '行政执法先进个人', fromDay: dayOf(-200), toDay: null, byWhom: '云川市人民政府', document: '云政〔2026〕8号', voidReason: '' }, { id: '2', kind: 'insurance', title: '人身意外伤害保险', fromDay: dayOf(-100), toDay: dayOf(265), byWhom: '云川市财政局', document: '保单 2026-017', voidReason: '' }] : [],
  }
}
