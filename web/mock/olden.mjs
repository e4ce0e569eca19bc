// Cases of an old system (旧案导入): a report of one row of each outcome.
const act = (code, title, stage, columns, more = {}) => ({ code, title, stage, opening: false, columns, unfit: null, ...more })
const acts = [
  act('register-lead', '登记案源', '立案', 6, { opening: true }), act('file-case', '立案', '立案', 24, { opening: true }), act('inspect', '现场检查', '调查取证', 9), act('interview', '询问', '调查取证', 12),
  act('sample', '抽样取证', '调查取证', 4, { unfit: '「样品」不能在表格中填写，请导入后在案件中补录' }), act('conclude', '调查终结', '调查取证', 8), act('issue-notice', '行政处罚告知', '告知', 11), act('decide', '作出行政处罚决定', '决定', 20), act('serve-decision', '送达处罚决定书', '送达', 8), act('pay', '缴纳罚款', '执行', 6),
]
const rows = (dry) => [
  { row: 2, number: '旧〔2025〕17号', outcome: dry ? 'READY' : 'IMPORTED', case: dry ? null : '3-900101', entries: 4, irregular: 0, said: [] },
  { row: 3, number: '旧〔2025〕18号', outcome: 'REFUSED', case: null, entries: 0, irregular: 0, said: [{ column: '立案：办理人', what: '登记册中本机关没有“王建国”', mend: '请先在执法人员中登记（离任的也要登记），或者核对姓名、执法证号', cite: '' }, { column: '立案：发现违法行为之日', what: '“2025-02-30”不是日期，或者没有这一天', mend: '请写成 2026-03-05 的样子', cite: '' }] },
  { row: 4, number: '旧〔2025〕19号', outcome: 'REFUSED', case: null, entries: 4, irregular: 1, said: [{ column: '作出行政处罚决定：办理日期', what: '告知并听取陈述申辩的期限届满后才能决定', mend: '先告知并等待期限届满', cite: '行政处罚法 第四十四条' }] },
  { row: 5, number: '旧〔2024〕201号', outcome: 'KNOWN', case: '3-900102', entries: 0, irregular: 0, said: [] },
]
export const routesOf = () => [
  ['GET', /^\/api\/old-cases\/choices$/, ({ q }) => ({ procedures: [{ code: 'penalty-ordinary', title: '行政处罚普通程序', version: q.get('begun') && q.get('begun') < '2021-07-15' ? '2017.1' : '2026.1' }], approvers: [{ id: '14', name: '何静' }] })],
  ['GET', /^\/api\/old-cases\/acts$/, () => acts],
  ['POST', /^\/api\/old-cases$/, ({ q }) => { const dry = q.get('dryRun') !== 'false'; const items = rows(dry); return { numbers: [{ kind: '罚立', year: 2026, from: 12, to: 9041 }], rows: 4, imported: dry ? 0 : 1, ready: dry ? 1 : 0, known: 1, refused: 2, items } }],
]
