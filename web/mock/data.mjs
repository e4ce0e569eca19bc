// Invented data, dated relative to today. Nothing here is taken from a real case.
const pad = (n) => String(n).padStart(2, '0')
export const dayOf = (shift) => { const d = new Date(); d.setDate(d.getDate() + shift); return `${d.getFullYear()}-${pad(d.getMonth() + 1)}-${pad(d.getDate())}` }
const instant = (shift, h = 9) => `${dayOf(shift)}T${pad(h)}:12:00+08:00`
const year = new Date().getFullYear()

export const people = [
  { id: '11', name: '林予安', unit: '执法一科', roles: ['officer'], certificate: { number: 'Y99010123', validTo: dayOf(500), valid: true } },
  { id: '12', name: '周明远', unit: '执法一科', roles: ['officer'], certificate: { number: 'Y99010124', validTo: dayOf(320), valid: true } },
  { id: '13', name: '程立', unit: '执法二科', roles: ['officer'], certificate: { number: 'Y99010131', validTo: dayOf(-12), valid: false } },
  { id: '14', name: '何静', unit: '局领导', roles: ['agency-head'], certificate: null },
  { id: '15', name: '许知行', unit: '法规科', roles: ['legal-reviewer'], certificate: { number: 'Y99010140', validTo: dayOf(800), valid: true } },
]
const title = (r) => ({ officer: '执法人员', 'agency-head': '机关负责人', supervisor: '监督', 'legal-reviewer': '法制审核', 'system-admin': '系统管理', 'publication-reviewer': '公示审核' })[r] ?? r
const handling = ['list.read', 'case.read', 'case.act', 'law.read', 'people.read', 'file.write', 'publication.read', 'registry.read', 'exam.take', 'service.read.own']
const rights = {
  officer: [...handling, 'guidance.propose', 'list.draft', 'publication.submit', 'equipment.use.own'],
  supervisor: ['list.read', 'list.draft', 'list.review', 'list.publish', 'case.read', 'law.read', 'people.read', 'publication.read', 'registry.read', 'law.draft', 'law.publish', 'exam.take', 'exam.read', 'exam.manage', 'exam.admit', 'exam.bank', 'exam.bank.export', 'application.decide', 'training.write', 'service.read', 'equipment.standard', 'counsel.assign', 'discretion.watch', 'guidance.publish', 'publication.check', 'parameter.propose', 'parameter.approve'],
  'legal-reviewer': [...handling, 'guidance.propose', 'guidance.review', 'list.draft', 'list.review', 'law.draft'],
  'agency-head': [...handling, 'case.assign', 'case.import'],
  'system-admin': ['list.read', 'registry.read', 'registry.write', 'people.read', 'law.read', 'law.write', 'person.write', 'register.import', 'body.write', 'body.confirm', 'training.write', 'identity.read', 'service.read', 'equipment.write', 'equipment.standard', 'responsibility.write', 'responsibility.write.own', 'parameter.propose', 'career.write', 'appraisal.fill.own', 'appraisal.check.own', 'appraisal.indicators', 'counsel.ask.own', 'counsel.assign'],
  'security-admin': ['account.manage', 'role.write', 'registry.read', 'people.read', 'service.read'],
  'audit-admin': ['audit.read', 'registry.read', 'people.read', 'service.read'],
  'publication-reviewer': [...handling, 'publication.release', 'publication.check'],
}
export const accounts = Object.fromEntries([
  ['officer', '11', '林予安', '执法一科', ['officer']],
  ['head', '14', '何静', '局领导', ['agency-head']],
  ['supervisor', '21', '顾长风', '执法监督处', ['supervisor']],
  ['jurist', '41', '许知行', '法规科', ['legal-reviewer']],
  ['admin', '31', '沈一凡', '信息科', ['system-admin']],
  ['security', '33', '何静', '信息科', ['security-admin']],
  ['audit', '34', '许衡', '审计科', ['audit-admin']],
  ['factor', '35', '秦朗', '执法一科', ['officer']],
  ['once', '36', '白露', '信息科', ['security-admin']],
  ['reviewer', '32', '苏晓雯', '政务公开科', ['publication-reviewer']],
].map(([account, id, name, unit, roles]) => [account, {
  person: { id, name, roles, roleTitles: roles.map(title) },
  agency: { id: '7', name: '云川市市场监督管理局', field: '市场监管', region: '3', regionName: '云川市' }, unit: { id: '71', name: unit }, permissions: account === 'once' ? [] : rights[roles[0]], login: account, pending: account === 'once' ? 'password' : null, posts: [],
}]))
/** Two posts: each signs in to choose one. */
const management = { id: '9', name: '云川市城市管理综合行政执法局', field: '城市管理', region: '3', regionName: '云川市' }
const market = accounts.officer.agency
for (const a of Object.values(accounts)) a.posts = [{ agency: a.agency, roleTitles: a.person.roleTitles, last: false }]
accounts.both = { person: { id: '16', name: '孟春和', roles: [], roleTitles: [] }, agency: market, unit: { id: '71', name: '执法一科' }, permissions: [], login: 'both', pending: 'post',
  posts: [{ agency: market, roleTitles: ['执法人员'], last: false }, { agency: management, roleTitles: ['办案机构负责人', '机关负责人'], last: true }] }
export function choosePost(who, agency) {
  const role = agency === market.id ? 'officer' : 'agency-head'
  const post = who.posts.find((p) => p.agency.id === agency)
  return Object.assign(who, { agency: post.agency, unit: agency === market.id ? who.unit : null, permissions: rights[role], pending: null, person: { ...who.person, roles: [role], roleTitles: post.roleTitles }, posts: who.posts.map((p) => ({ ...p, last: p === post })) })
}

const firms = ['永盛药业', '远航电子商务', '青禾酒店管理', '瑞康汽车服务', '晨光建材', '嘉和超市', '百味餐饮管理', '恒信计量仪器', '清源净水设备', '福满堂食品连锁经营']
const wrongs = ['网络交易平台未履行核验义务', '未按规定办理变更登记', '发布虚假广告', '经营超过保质期的食品', '使用未经检定的计量器具', '销售不符合国家标准的电动自行车', '未明码标价', '未按规定公示食品经营许可证']
const stages = ['立案', '调查取证', '审核', '告知', '听证', '决定', '送达', '执行', '结案']
const due = (left, extra = {}) => ({ act: 'decide', title: '作出处罚决定', date: dayOf(left), provisional: false, stopped: false, overdue: left < 0, daysLeft: left, share: Math.min(1, Math.max(0, (90 - left) / 90)), ...extra })

export const rows = Array.from({ length: 137 }, (_, i) => {
  const left = i === 0 ? 47 : i === 1 ? -6 : i === 2 ? 2 : ((i * 37) % 90) - 8
  const ended = i % 9 === 8
  const stage = ended ? '结案' : i === 0 ? '审核' : stages[(i * 5 + 1) % 8]
  return {
    id: `3-${900100 + i}`, number: `云市监罚立〔${year}〕${String(5000 - i).padStart(4, '0')}号`,
    procedure: i % 6 === 3 ? { code: 'penalty-summary', title: '行政处罚简易程序' } : { code: 'penalty-ordinary', title: '行政处罚普通程序' },
    party: i % 13 === 5 ? '李某（个体工商户，云川市东城区望湖路便民百货店经营者）' : `云川市${firms[i % firms.length]}有限公司`, violation: wrongs[(i * 3) % wrongs.length], stage,
    agency: { id: '7', name: '云川市市场监督管理局' }, lead: { id: '11', name: ['林予安', '周明远', '许知行'][i % 3] }, officers: ['林予安', ['程立', '周明远', '苏晓雯'][i % 3]],
    filedOn: dayOf(left - 90), ended, updatedAt: instant(-(i % 20)),
    due: ended ? null : due(left, i % 11 === 4 ? { provisional: true } : i % 17 === 7 ? { stopped: true, overdue: false, daysLeft: Math.abs(left) } : {}),
  }
})

export const cite60 = '行政处罚法 第六十条'
export const finding = (rule, title, severity, cite, message, mend, entries = []) => ({ rule, title, severity, kind: 'RULE', cite, message, mend, entries, on: {} })
export const duty = (id, act, t, left, more = {}) => ({
  id, act, title: t, on: {}, onLabel: '', owedBy: 'agency', from: dayOf(left - 90), due: dayOf(left), provisional: false, stopped: false, status: 'OPEN', fulfilledBy: null,
  overdue: left < 0, daysLeft: left, share: Math.min(1, Math.max(0.05, (90 - left) / 90)), cite: cite60,
  explain: [`起算：${dayOf(left - 90)} 立案，当日不计`, '期限：90 日（行政处罚法 第六十条）', `期满：${dayOf(left - 7)}`, '扣除：检测 5 日', `届满日为休息日，顺延至 ${dayOf(left)}`], ...more,
})

export function detailOf(row, entries, readOnly) {
  const here = stages.indexOf(row.stage)
  const party = { party: 'party-1' }
  const act = (code, t, stage, open, more = {}) => ({ code, title: t, stage, kind: 'ACT', on: {}, onLabel: '', open, findings: [], final: false, obligatory: false, due: null, officers: true, document: null, formRef: `/api/cases/${row.id}/forms/${code}`, ...more })
  const field = (name, title, value) => ({ name, title, value, schema: { type: 'string', title } })
  const need = (t, m, mend, cite) => [finding(`x.needs.${t}`, t, 'BAR', cite, m, mend)]
  return {
    ...row, seq: entries.length, numberedOn: row.filedOn, lastHash: 'a4f1c09be2775d318c6640fa1f0e2b934d1c8a0177e5c3f2d9b6a8470e51c3d2', field: '市场监管', region: '3', readOnly,
    stages: stages.map((name, i) => ({ name, state: row.ended || (i < here && i !== 4) ? 'done' : i < here ? 'skipped' : i === here ? 'current' : row.id.endsWith('103') && i === here + 2 ? 'returned' : 'todo', date: row.ended || i < here ? dayOf(-60 + i * 6) : null })),
    objects: [
      { kind: 'party', kindTitle: '当事人', id: 'party-1', label: row.party, alive: true, fields: [field('name', '姓名或者名称', row.party), field('uscc', '统一社会信用代码', '91990100MA0000001X'), field('address', '住址或者住所', '云川市东城区望湖路 88 号')] },
      { kind: 'measure', kindTitle: '登记保存物品', id: 'measure-1', label: '生抽 3 瓶（超过保质期）', alive: true, fields: [field('quantity', '数量', '3 瓶'), field('place', '存放地点', '局证物室 B-12')] },
      { kind: 'measure', kindTitle: '登记保存物品', id: 'measure-2', label: '进货台账 1 册', alive: false, fields: [field('quantity', '数量', '1 册')] },
    ],
    acts: row.ended ? [act('archive', '立卷归档', '结案', true, { obligatory: true, due: duty('d9', 'archive', '立卷归档', 9), officers: false })] : [
      act('legal-review', '法制审核', '审核', true, { obligatory: true, due: duty('d2', 'legal-review', '法制审核', 2, { share: 0.8 }), document: '法制审核意见书', officers: false }),
      act('handle-measure', '处理登记保存的物品', '调查取证', true, { on: { measure: 'measure-1' }, onLabel: '生抽 3 瓶（超过保质期）', obligatory: true, due: duty('d3', 'handle-measure', '处理登记保存的物品', -1) }),
      act('inspect', '现场检查', '调查取证', true, { document: '现场检查笔录' }),
      act('interview', '询问', '调查取证', true, { on: party, onLabel: row.party, document: '询问笔录' }),
      act('test', '委托检测', '调查取证', true, { document: '检测委托书' }),
      act('register-evidence', '先行登记保存证据', '调查取证', true, { document: '先行登记保存证据通知书' }),
      act('serve-notice', '送达事先告知书', '告知', true, { on: party, onLabel: row.party, document: '行政处罚事先告知书' }),
      act('serve-notice', '送达事先告知书', '告知', true, { on: { party: 'party-2' }, onLabel: '云川市远航电子商务有限公司', document: '行政处罚事先告知书' }),
      act('issue-notice', '制发行政处罚事先告知书', '告知', true, { document: '行政处罚事先告知书', officers: false }),
      act('suspend', '中止调查', '调查取证', true, { document: '中止调查决定书', officers: false }),
      act('receive-statement', '收到陈述申辩', '告知', true, { kind: 'FACT', officers: false }),
      act('receive-payment', '收到缴款', '执行', true, { kind: 'FACT', officers: false }),
      act('decide', '作出处罚决定', '决定', false, { on: party, onLabel: row.party, document: '行政处罚决定书', findings: [
        ...need('决定前应当告知并期满', `尚未向${row.party}送达事先告知书；送达后满 5 个工作日方可决定。`, '先送达事先告知书，等待陈述申辩期届满。', '行政处罚法 第四十四条；行政处罚法 第六十二条'),
        ...need('重大案件未经法制审核不得决定', '法制审核尚未作出通过的意见。', '提交法制审核。', '行政处罚法 第五十八条')] }),
      act('extend-case', '延长办案期限', '调查取证', false, { document: '延长办案期限审批表', officers: false, findings: [{ ...finding('extend-case.role', '由机关负责人办理', 'BAR', '市场监督管理行政处罚程序规定 第六十四条', '由机关负责人办理。', '起草后送机关负责人审批。'), kind: 'ROLE' }] }),
      act('hold-hearing', '举行听证', '听证', false, { document: '听证笔录', findings: need('没有听证申请', '当事人没有在 5 个工作日内提出听证申请。', '当事人申请后，由非本案调查人员主持。', '行政处罚法 第六十四条') }),
      act('serve-decision', '送达处罚决定书', '送达', false, { on: party, onLabel: row.party, document: '送达回证', findings: need('尚未作出决定', '没有可以送达的决定书。', '先作出处罚决定。', '行政处罚法 第六十一条') }),
      act('close', '结案', '结案', false, { final: true, document: '结案审批表', findings: need('尚有未履行的义务', '法制审核、处理登记保存的物品尚未完成。', '先完成上述事项。', '市场监督管理行政处罚程序规定 第七十七条') }),
    ],
    duties: row.ended ? [duty('d9', 'archive', '立卷归档', 9)] : [
      duty('d1', 'decide', '作出处罚决定', row.due?.daysLeft ?? 40, { provisional: row.due?.provisional ?? false, stopped: row.due?.stopped ?? false, overdue: row.due?.overdue ?? false, due: row.due?.date }),
      duty('d2', 'legal-review', '法制审核', 2, { cite: '市场监督管理行政处罚程序规定 第五十五条' }),
      duty('d3', 'handle-measure', '处理登记保存的物品', -1, { on: { measure: 'measure-1' }, onLabel: '生抽 3 瓶（超过保质期）', cite: '行政处罚法 第五十六条' }),
      duty('d4', 'pay', '缴纳罚款', 12, { owedBy: 'party', onLabel: row.party, cite: '行政处罚法 第六十七条' }),
      duty('d5', 'report-filing', '立案后报告', -20, { status: 'FULFILLED', fulfilledBy: 2, overdue: false }),
      duty('d6', 'reply-report', '答复实名举报人', -30, { status: 'DROPPED' }),
    ],
    windows: [duty('w1', 'request-hearing', '申请听证', 4, { onLabel: row.party, owedBy: 'party', cite: '行政处罚法 第六十四条' }), duty('w2', 'request-recusal', '申请回避', -3, { onLabel: row.party, owedBy: 'party', overdue: false, cite: '行政处罚法 第四十三条' })],
    byLaw: [{ act: 'waive-recusal', title: '申请回避的权利期满', on: {}, at: dayOf(-3) }],
    figures: [{ name: 'major', title: '重大案件', value: true, type: 'bool' }, { name: 'fine', title: '拟罚款', value: 5000000, type: 'money' }],
    findings: [
      finding('handle-measure.due', '登记保存物品应当在 7 个工作日内处理', 'WARN', '行政处罚法 第五十六条', '第 4 条记录登记保存的生抽 3 瓶，处理期限昨日届满。', '立即处理，并说明逾期原因。', [4]),
      finding('two-officers', '执法人员不得少于两人', 'BAR', '行政处罚法 第四十二条', '第 3 条记录的执法人员程立，执法证在当日已失效。', '补充具有有效执法证的人员重新检查。', [3]),
      finding('file.catalogue', '卷内目录页码不全', 'SCORE', '案卷评查标准 第十二项', '卷内目录缺少第 5 页。', '补正卷内目录。', [2]),
    ],
    people: [{ id: '11', name: '林予安', part: 'lead' }, { id: '12', name: '周明远', part: 'officer' }, { id: '14', name: '何静', part: 'actor' }],
    packs: [{ code: 'penalty-ordinary', title: '行政处罚普通程序', version: '2026.1', digest: 'c0ffee0123456789c0ffee0123456789' }, { code: 'penalty-ordinary', title: '市场监管', version: '2026.1', digest: 'beadfeed0123456789abcdef01234567' }],
    transition: row.id === rows[0].id ? { state: 'announced', title: '市场监管', version: '2026.2', from: dayOf(30), cite: '市场监督管理行政处罚程序规定 第八十四条' } : null,
    links: row.id === rows[0].id ? linksOf() : [],
    steps: row.id === rows[0].id && !readOnly ? [{ act: 'suspend', on: {}, title: '公安机关已接受移送，中止调查', case: rows[4].id, number: `云市监移审〔${year}〕3号`, procedureTitle: '涉嫌犯罪案件移送', after: '公安机关签收回执', at: `${dayOf(-1)}T15:20`, form: { opinion: '公安机关已接受移送' } }] : [],
  }
}

export const inboxSteps = () => [
  { act: 'suspend', on: {}, title: '公安机关已接受移送，中止调查', from: rows[4].id, number: `云市监移审〔${year}〕3号`, procedureTitle: '涉嫌犯罪案件移送', after: '公安机关签收回执', at: `${dayOf(-1)}T15:20`, case: rows[0] },
  { act: 'note-case', on: {}, title: '已经立案，登记去向', from: rows[0].id, number: rows[0].number, procedureTitle: '行政处罚普通程序', after: '立案', at: dayOf(-4), case: rows[2] },
]

const link = (r, of, more) => ({ case: r.id, number: r.number, title: r.violation, party: r.party, procedure: 'x', procedureTitle: of, stage: r.stage, ended: r.ended, held: 'here', direction: 'from', seq: 1, on: dayOf(-20), ...more })
const bare = (more) => ({ case: null, number: null, title: null, party: null, procedure: null, procedureTitle: null, stage: null, ended: null, held: 'hidden', direction: 'from', seq: 1, on: dayOf(-10), ...more })
const linksOf = () => [
  link(rows[8], '行政检查', { number: `云市监检〔${year}〕12号`, as: 'source', direction: 'to' }),
  link(rows[3], '行政强制措施', { number: `云市监强措〔${year}〕2号`, as: 'parent', procedure: 'compulsory-measure' }),
  bare({ as: 'source' }),
  bare({ as: 'source', direction: 'to', held: 'outside', number: '云市监罚字〔2019〕第7号' }),
]
const opened = (code, t, opening, openingTitle) => ({ code, title: t, version: '2026.1', opening: { code: opening, title: openingTitle, form: forms['file-case'], officers: true } })
export const openingsOf = () => [
  { title: '提请查封、扣押、冻结（另案）', procedure: opened('compulsory-measure', '行政强制措施', 'propose-measure', '提请采取行政强制措施'), after: { act: 'file-case', title: '立案', at: dayOf(-43), seq: 1 }, form: {} },
  { title: '立处罚案件', procedure: opened('penalty-ordinary', '行政处罚普通程序', 'file-case', '立案'), after: { act: 'hand-over', title: '移交立案处理', at: dayOf(-2), seq: 6 }, form: { violation: '经营超过保质期的食品', facts: '货架上有过期生抽三瓶', parties: [{ kind: 'legal-org', name: rows[0].party, address: '云川市东城区望湖路 88 号' }] } },
]

export const documentsOf = () => [
      { id: 'doc-1', template: '立案审批表', title: '立案审批表', number: null, seq: 1, createdAt: instant(-50) },
      { id: 'doc-2', template: '现场检查笔录', title: '现场检查笔录', number: `云市监检〔${year}〕0317号`, seq: 3, createdAt: instant(-44), signedBy: '当事人（或者见证人）和执法人员', copySeq: 7 },
      { id: 'doc-3', template: '询问笔录', title: '询问笔录', number: null, seq: 5, createdAt: instant(-30), signedBy: '被询问人和询问人', signedCite: '市场监督管理行政处罚程序规定 第四十三条', copySeq: null },
]

export function entriesOf(row) {
  const e = (seq, act, t, stage, at, form, more = {}) => ({ seq, act, title: t, stage, at: `${dayOf(at)}T10:30`, recordedAt: instant(at, 11), actor: { id: '11', name: '林予安' }, officers: [{ id: '11', name: '林予安' }, { id: '12', name: '周明远' }], on: {}, onLabel: '', form, formTitles: {}, mode: 'NOW', reason: null, corrects: null, correctedBy: null, files: [], findings: [], hash: { sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0', sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }, ...more })
  return [
    e(1, 'file-case', '立案', '立案', -50, { facts: '举报称该店后厨使用超过保质期的调味品，经核查初步属实。', source: 'complaint' }, { actor: { id: '14', name: '何静' }, officers: [] }),
    e(2, 'assign', '指派承办人', '立案', -50, { lead: '林予安' }, { actor: { id: '14', name: '何静' }, officers: [] }),
    e(3, 'inspect', '现场检查', '调查取证', -44, { place: '云川市东城区望湖路 88 号', head: '方小满', rightsTold: true, items: [{ item: '食品经营许可证公示', result: 'pass' }, { item: '调味品保质期', result: 'fail', note: '生抽 3 瓶超期' }], fine: 500000 }, { correctedBy: 6, findings: [finding('two-officers', '执法人员不得少于两人', 'BAR', '行政处罚法 第四十二条', '执法人员程立的执法证在当日已失效。', '由两名具有有效执法证的人员重新检查。', [3])], files: [{ id: 'f1', name: '现场照片 01.jpg', type: 'image/jpeg', size: 2411724, sha256: 'aa', sm3: '14cf2f7a2297da02b8f4ba8e066c7f0f462eeedd9d1f2d46bdc10e4e24167c48' }, { id: 'f2', name: '检查录像.mp4', type: 'video/mp4', size: 44117240, sha256: 'bb', sm3: '2297da02b8f4ba8e066c7f0f462eeedd9d1f2d46bdc10e4e24167c4814cf2f7a' }] }),
    e(4, 'register-evidence', '先行登记保存证据', '调查取证', -43, { name: '生抽 3 瓶（超过保质期）' }, { mode: 'LATE', reason: '当日系统维护，次日补记' }),
    e(5, 'interview', '询问', '调查取证', -30, { person: '方小满', content: '问：该批生抽何时购进？\n答：三月上旬。' }, { onLabel: row.party, on: { party: 'party-1' } }),
    e(6, 'inspect', '现场检查', '调查取证', -44, { place: '云川市东城区望湖路 86 号', head: '方小满', rightsTold: true, items: [{ item: '食品经营许可证公示', result: 'pass' }, { item: '调味品保质期', result: 'fail', note: '生抽 3 瓶超期' }], fine: 500000 }, { corrects: 3, reason: '门牌号笔误' }),
    e(7, 'return', '法制审核退回补正', '审核', -8, { opinion: '缺少进货查验记录，请补充后再送审。' }, { returned: true, officers: [], actor: { id: '15', name: '许知行' } }),
    e(8, 'conclude', '调查终结', '调查取证', -3, { opinion: '违法事实清楚，证据确凿，建议罚款五万元。' }, { mode: 'IRREGULAR', reason: '纸面先行办理，系统后补' }),
  ]
}

export const forms = {
  'extend-case': {
    type: 'object', title: '延长办案期限', required: ['days', 'reason'],
    properties: { days: { type: 'integer', title: '延长的天数', minimum: 1, maximum: 90 }, reason: { type: 'string', title: '案情复杂的理由', 'x-widget': 'textarea', maxLength: 500 } },
  },
  default: {
    type: 'object', title: '办理', required: ['opinion'],
    properties: { opinion: { type: 'string', title: '意见', 'x-widget': 'textarea', maxLength: 2000 } },
  },
  'issue-notice': {
    type: 'object', title: '制发行政处罚事先告知书', required: ['fine'],
    properties: { discretion: { type: 'string', title: '裁量基准适用说明', 'x-widget': 'textarea', 'x-discretion': { fine: 'fine', keep: 'assessment' } }, assessment: { type: 'object', title: '裁量测算', 'x-assessment': true }, fine: { type: 'integer', format: 'money', title: '拟罚款数额（无罚款填 0）', minimum: 0 } },
  },
  'file-case': {
    type: 'object', required: ['source', 'facts', 'violation', 'parties'],
    $defs: { party: { type: 'object', title: '当事人', required: ['kind', 'name'], properties: {
      id: { type: 'string', 'x-hidden': true },
      kind: { type: 'string', title: '类型', enum: ['person', 'organisation', 'sole-trader'], 'x-titles': ['自然人', '法人或者其他组织', '个体工商户'] },
      name: { type: 'string', title: '姓名或者名称', maxLength: 100, 'x-personal': true },
      uscc: { type: 'string', title: '统一社会信用代码', pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$', 'x-help': '18 位', 'x-when': { field: 'kind', in: ['organisation', 'sole-trader'] } },
      idNumber: { type: 'string', title: '公民身份号码', pattern: '^[0-9]{17}[0-9X]$', 'x-help': '18 位', 'x-personal': true, 'x-when': { field: 'kind', in: ['person'] } },
      birth: { type: 'string', format: 'date', title: '出生日期', 'x-when': { field: 'kind', in: ['person'] } },
      address: { type: 'string', title: '住所', 'x-personal': true } } } },
    properties: {
      caseNumber: { type: 'string', title: '案号（签发时自动编排）', 'x-number': '罚立' },
      source: { type: 'string', title: '案件来源', enum: ['inspection', 'complaint', 'transfer', 'assigned'], 'x-titles': ['检查发现', '投诉举报', '移送', '交办'] },
      violation: { type: 'string', title: '案由', maxLength: 100 },
      foundOn: { type: 'string', format: 'date', title: '发现日期' },
      reporterNamed: { type: 'boolean', title: '实名举报', 'x-when': "source == 'complaint'" },
      facts: { type: 'string', title: '简要案情', 'x-widget': 'textarea', minLength: 10, maxLength: 2000 },
      parties: { type: 'array', title: '当事人', minItems: 1, items: { $ref: '#/$defs/party' } },
    },
  },
  inspect: {
    type: 'object', required: ['startAt', 'place', 'head', 'rightsTold', 'items', 'conclusion'],
    properties: {
      startAt: { type: 'string', format: 'date-time', title: '检查时间' },
      place: { type: 'string', title: '检查地点', maxLength: 100 },
      head: { type: 'string', title: '现场负责人', 'x-personal': true },
      idKind: { type: 'string', title: '证件类型', enum: ['id', 'passport'], 'x-titles': ['居民身份证', '护照'] },
      rightsTold: { type: 'boolean', const: true, title: '已出示执法证件并告知权利义务' },
      items: { type: 'array', title: '检查事项', minItems: 1, items: { type: 'object', required: ['item', 'result'], properties: { item: { type: 'string', title: '事项' }, result: { type: 'string', title: '结果', enum: ['pass', 'fail', 'na'], 'x-titles': ['合格', '不合格', '不适用'] }, note: { type: 'string', title: '说明' } } } },
      conclusion: { type: 'string', title: '检查结论', enum: ['none', 'order', 'file'], 'x-titles': ['未发现问题', '责令改正', '建议立案'] },
      order: { type: 'string', title: '责令改正内容', 'x-widget': 'textarea', 'x-when': "conclusion == 'order'" },
      measure: { type: 'string', title: '涉及的登记保存物品', 'x-object': 'measure' },
      witnesses: { type: 'array', title: '见证人', items: { type: 'string' } },
      means: { type: 'array', title: '记录方式', items: { type: 'string', enum: ['text', 'photo', 'video'], 'x-titles': ['文字', '照片', '录像'] } },
      refused: { type: 'boolean', title: '当事人拒绝签字' },
      fine: { type: 'integer', format: 'money', title: '初步认定货值', minimum: 0 },
      pages: { type: 'integer', title: '笔录页数', minimum: 1 },
    },
  },
  'serve-notice': {
    type: 'object', required: ['facts', 'fine', 'method', 'rightsTold'],
    properties: {
      facts: { type: 'string', title: '违法事实、理由和依据', 'x-widget': 'textarea' },
      fine: { type: 'integer', format: 'money', title: '拟罚款金额', minimum: 0 },
      confiscation: { type: 'integer', format: 'money', title: '拟没收违法所得', minimum: 0 },
      method: { type: 'string', title: '送达方式', enum: ['direct', 'lien', 'post', 'notice', 'electronic'], 'x-titles': ['直接送达', '留置送达', '邮寄送达', '公告送达', '电子送达'] },
      witness: { type: 'string', title: '见证人', 'x-when': { field: 'method', in: ['lien'] } },
      rightsTold: { type: 'boolean', const: true, title: '已告知陈述、申辩和听证的权利' },
    },
  },
}

export const articles = {
  '行政处罚法 第六十条': ['中华人民共和国行政处罚法', '第六十条', '行政机关应当自行政处罚案件立案之日起九十日内作出行政处罚决定。法律、法规、规章另有规定的，从其规定。'],
  '行政处罚法 第四十二条': ['中华人民共和国行政处罚法', '第四十二条', '行政处罚应当由具有行政执法资格的执法人员实施。执法人员不得少于两人，法律另有规定的除外。\n执法人员应当文明执法，尊重和保护当事人合法权益。'],
}

const source = '当事人：云川市晨光超市有限公司，法定代表人：方小满，身份证号码 110105194912310021。\n\n当事人销售不符合国家标准的电动自行车 3 辆。现场负责人方小满（电话 13900000000）承认上述事实，经现场检查、询问调查，证据确凿。\n\n依据《中华人民共和国产品质量法》第四十九条，责令停止销售，罚款 20,000 元。'
const places = [['方小满', '方某某', '自然人姓名只保留姓氏', '政府信息公开条例 第十五条'], ['110105194912310021', '1101**********0021', '身份号码隐去出生日期和顺序码', ''], ['方小满', '方某某', '自然人姓名只保留姓氏', '政府信息公开条例 第十五条'], ['13900000000', '139****0000', '联系电话隐去中间四位', '']]
let at = 0
const maskings = places.map(([word, shown, title, cite]) => { const from = source.indexOf(word, at); at = from + word.length; return { from, to: at, with: shown, rule: title, title, cite } })
const masked = [...maskings].reverse().reduce((t, m) => t.slice(0, m.from) + m.with + t.slice(m.to), source)
export const publications = ['draft', 'draft', 'review', 'published', 'withdrawn', 'dropped'].map((state, i) => ({
  id: `3-${i + 1}`, state, caseId: rows[i + 3].id, number: `云市监罚〔${year}〕${1190 + i}号`, party: rows[i + 3].party, cause: rows[i + 3].violation, outcome: '罚款 20,000 元',
  decidedOn: dayOf(-4 - i), dueOn: dayOf(i === 1 ? -2 : 5 - i), overdue: i === 1, submittedBy: state === 'draft' ? null : '11', submittedAt: state === 'draft' ? null : instant(-1),
  returnedReason: i === 1 ? '请核对当事人名称' : null, releasedAt: state === 'published' || state === 'withdrawn' ? instant(-1) : null, withdrawnAt: state === 'withdrawn' ? instant(0) : null, withdrawReason: state === 'withdrawn' ? '决定被复议机关撤销' : null,
  original: source, masked, maskings, findings: state === 'dropped' ? [] : [{ rule: 'CON-04', severity: 'high', title: '没有写明申请复议、提起诉讼的途径和期限', cite: '行政处罚法 第五十九条', message: '决定书应当载明救济途径和期限' }, { rule: 'DIS-S1', severity: 'high', title: '罚款在裁量测算的幅度以外，没有按偏离基准办理', cite: '国办发〔2022〕27号 （十二）', message: '罚款 20,000.00元，测算的幅度为 5,000.00元 至 12,000.00元。核对裁量理由；确需偏离的，应当说明理由并经集体讨论' }],
}))

export const registers = {
  officers: people.map((p) => ({ id: Number(p.id), name: p.name, agency: 7, agencyName: '云川市市场监督管理局', unit: 71, unitName: p.unit, title: '四级主办', officer: p.roles.includes('officer'), reviewer: p.id === '15', qualified: p.id === '15', hearingHost: false, validFrom: '2024-01-01' })),
  certificates: people.filter((p) => p.certificate).map((p) => ({ number: p.certificate.number, person: Number(p.id), personName: p.name, field: '市场监管', regionCode: '990100', firstDay: '2023-01-01', lastDay: p.certificate.validTo, suspended: false, reason: '', validFrom: '2023-01-01', valid: p.certificate.valid })),
  items: wrongs.map((t, i) => ({ code: `330231${100 + i}000`, title: `对${t}的行政处罚`, field: '市场监管', basis: '食品安全法 第一百二十四条', publishedOn: i ? '2023-01-10' : null, validFrom: '2023-01-01', validTo: null })),
}
export const calendar = [{ year, source: '国办发明电〔2025〕7号（虚构）', holidays: { 元旦: { statutory: ['01-01'], off: ['01-01..03'], work: ['01-04'] }, 国庆节: { statutory: ['10-01..03'], off: ['10-01..07'], work: ['10-10'] } } }]

const standing = (code, title, detail = '') => ({ code, title, detail })
const chartStep = (code, title, state, more = {}) => ({ code, title, way: 'WAY', fact: false, opening: false, ends: false, by: '执法人员', after: [], times: [], cite: '行政处罚法 第五十四条', standing: state, ...more })
export const chart = { code: 'penalty-ordinary', title: '行政处罚普通程序', version: '2026.1', cite: '行政处罚法 第五十四条', from: '2021-07-15', stages: [
  { title: '立案', steps: [chartStep('file-case', '立案', standing('DONE', '已办', '已于2026-09-01'), { opening: true })] },
  { title: '决定', steps: [
    chartStep('decide', '作出处罚决定', standing('DUE', '应办', '期限至2026-11-30'), { after: ['送达事先告知书'], times: [{ text: '应当在立案后90日内', cite: '行政处罚法 第六十条' }] }),
    chartStep('request-hearing', '当事人要求听证', standing('BARRED', '暂不可办'), { way: 'BRANCH', fact: true })] },
  { title: '结案', steps: [chartStep('close-case', '结案', standing('OPEN', '可办'), { ends: true })] },
] }
export const picture = `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 220" width="900" height="220" role="img" aria-labelledby="chart-title chart-desc"><title id="chart-title">行政处罚普通程序流程图</title><desc id="chart-desc">三个环节：立案、决定、结案。</desc><style>@page { size: A3 landscape }</style><rect width="900" height="220" fill="#FFFFFF"/>${['立案', '作出处罚决定', '结案'].map((t, i) => `<rect x="${40 + i * 280}" y="80" width="180" height="48" rx="4" fill="#E3EDF9" stroke="#1E5196"/><text x="${130 + i * 280}" y="110" font-size="15" text-anchor="middle">${t}</text>`).join('')}</svg>`

const said = (kind, text, cite, more = {}) => ({ kind, text, cite, title: '', severity: '', mend: '', ...more })
const layers = [{ title: '行政处罚普通程序', version: '2026.1', pending: null }, { title: '市场监管', version: '2026.1', pending: { text: '自 2026-10-01 起，此前立案、尚未办结的案件也改用「市场监管」2026.1 版，自其后的第一次办理起；此前已经产生的期限不变。', cite: '市场监督管理行政处罚程序规定 第七十八条' } }]
export const packs = [
  { code: 'penalty-ordinary', title: '行政处罚普通程序', version: '2026.1', from: '2021-07-15', to: null, cite: '行政处罚法 第五十四条', layers, acts: 84, unverified: 14 },
  { code: 'penalty-summary', title: '行政处罚简易程序', version: '2026.1', from: '2021-07-15', to: null, cite: '行政处罚法 第五十一条', layers: layers.slice(0, 1), acts: 21, unverified: 0 },
]
export const packText = { ...packs[0], parameters: [
  { name: 'caseDays', title: '办案期限', value: '九十日', cite: '行政处罚法 第六十条', layer: '行政处罚普通程序', verified: true, note: '' },
  { name: 'hearingPerson', title: '听证标准（公民罚款）', value: '1万元', cite: '行政处罚法 第六十三条 第一款 第一项', layer: '行政处罚普通程序', verified: false, note: '法律只写“较大数额”；一万元取自市场监管和海事的规定，作默认值' },
  { name: 'publish', title: '处罚决定公开期限', value: '二十个工作日', cite: '市场监督管理行政处罚信息公示规定 第九条', layer: '市场监管', verified: true, note: '' },
], stages: [
  { title: '立案', acts: [{ code: 'file-case', title: '立案', fact: false, cite: '行政处罚法 第五十四条', sentences: [
    said('WHO', '由机关负责人办理，应当载明承办的执法人员，最多一次，案件可以由此开始。', '行政处罚法 第五十四条'),
    said('DUTY', '办理后，应当于九十日内「作出行政处罚决定」。', '行政处罚法 第六十条', { severity: '预警' }),
    said('DOCUMENT', '制作《立案审批表》。', '行政处罚法 第五十四条')] }] },
  { title: '决定', acts: [{ code: 'decide', title: '作出行政处罚决定', fact: false, cite: '行政处罚法 第五十七条 第一款 第一项', sentences: [
    said('WHO', '由机关负责人办理，应当载明承办的执法人员，逐一针对当事人，最多一次。', '行政处罚法 第五十七条 第一款 第一项'),
    said('BEFORE', '应当先「送达事先告知书」，并待其后五个工作日届满，方可办理；已经「当事人明确放弃陈述、申辩和听证」的，不必等待期限届满。', '行政处罚法 第四十四条；行政处罚法 第六十二条', { severity: '拦截', mend: '先送达事先告知书；期限届满，或者当事人明确放弃后，再作决定' }),
    said('BEFORE', '属于“应当法制审核”的，应当先「法制审核」，且审核结论为“同意”，方可办理。', '行政处罚法 第五十八条 第一款', { severity: '拦截', mend: '报送法制审核', condition: "it.result == 'pass'\n当 case.reviewRequired" }),
    said('RULE', '处罚不得超出事先告知的内容。', '行政处罚法 第四十四条', { severity: '拦截', mend: '按告知的种类和数额决定', explained: '应当：罚款数额不超过「批准并制发事先告知书」的拟处罚款数额。', condition: "act.fine <= latest('issue-notice', party).fine" })] },
  { code: 'pay', title: '缴纳罚款', fact: true, cite: '行政处罚法 第六十七条 第三款', sentences: [said('WHO', '由当事人或者其他机关所为，发生后由承办本案的人员据实登记，逐一针对当事人。', '行政处罚法 第六十七条 第三款')] }] },
] }
const trialDue = (title, due, more = {}) => ({ act: 'x', title, rule: title, onLabel: '当事人1', owedBy: 'agency', from: '2026-03-31', due, provisional: false, stopped: false, status: 'OPEN', overdue: false, cite: '行政处罚法 第六十一条 第一款', explain: ['自 2026-03-31 的次日起算', '七个工作日'], ...more })
export const trialOf = (body) => ({ code: 'penalty-ordinary', title: '行政处罚普通程序', version: '2026.1', on: body.on ?? body.acts.at(-1).at,
  assumptions: ['程序按第一个事项当日施行的法律包，如同当日立案。', '登记事项一律视为齐备：主体资格、执法证件、岗位资格、事项公布均符合要求，办理人的职权相符。', '试算不保存，不产生案件和文书。'],
  acts: body.acts.map((a, i) => ({ index: i, code: a.code, title: a.code === 'file-case' ? '立案' : '作出行政处罚决定', at: a.at, onLabel: i ? '当事人1' : '', on: {}, filled: !!a.form, open: !i, undecided: i ? [{ title: '处罚不得超出事先告知的内容', cite: '行政处罚法 第四十四条' }] : [],
    findings: i ? [finding('decide.needs.serve-notice', '告知并听取陈述申辩的期限届满后才能决定', 'BAR', '行政处罚法 第四十四条', '尚未「送达事先告知书」', '先送达事先告知书')] : [] })),
  stage: '决定', ended: false, overdue: [], byLaw: [],
  duties: [trialDue('送达决定书', '2026-04-10'), trialDue('公开处罚决定', '2026-04-29', { cite: '行政处罚法 第四十八条 第一款' }), trialDue('缴纳罚款', '2026-04-15', { owedBy: 'party' })],
  windows: [trialDue('当事人申请行政复议', '2026-06-01', { cite: '行政复议法 第二十条 第一款' })],
  figures: [{ title: '应当法制审核', type: 'bool', value: true, onLabel: '' }, { title: '罚款数额', type: 'money', value: 1234500, onLabel: '当事人1' }] })
