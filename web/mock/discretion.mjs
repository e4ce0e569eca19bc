// Invented benchmark tables, one graded and one of weights, and what the calculator says of them.
const head = (code, title, more = {}) => ({ code, title, field: '市场监管', region: '', level: '市', benchmark: '云岭市市场监管行政处罚裁量权基准（示例）', item: '12', cite: '食品安全法 第一百二十二条', from: '2026-01-01', to: null, incomplete: [], ...more })
const line = (id, grade, condition, ...sanctions) => ({ id, grade, condition, sanctions, note: '' })
const food = {
  head: head('food-without-licence', '未取得食品生产经营许可从事食品生产经营活动'), violated: '食品安全法 第三十五条', family: 'A', upper: '',
  questions: [], quantities: [{ name: '货值金额', unit: '元' }],
  statute: [line('', '', '货值金额不足一万元', '没收违法所得，处五万元以上十万元以下罚款'), line('', '', '货值金额一万元以上', '没收违法所得，处货值金额十倍以上二十倍以下罚款')],
  rows: [line('12-1', '较轻', '货值金额不足三千元', '处五万元以上六万五千元以下罚款'), line('12-2', '一般', '货值金额三千元以上不足八千元', '处六万五千元以上八万五千元以下罚款'), line('12-3', '较重', '货值金额八千元以上不足一万元', '处八万五千元以上十万元以下罚款')],
  start: null, formula: null, factors: [], later: null, notes: ['货值金额以查实的销售和待售的总和计算。'],
}
const water = {
  head: head('water-discharge', '超过水污染物排放标准排放水污染物', { field: '生态环境', level: '省', benchmark: '某省生态环境行政处罚裁量权基准（示例）', cite: '水污染防治法 第八十三条' }), violated: '', family: '', upper: '',
  questions: [{ name: '近一年同类违法', options: ['无', '有'], otherwise: '无' }], quantities: [{ name: '废水日排放量', unit: '吨' }],
  statute: [line('', '', '各种情形', '处十万元以上一百万元以下罚款')], rows: [], start: '7%', formula: '裁量百分值总和 × 一百万元',
  factors: [{ name: '排放口所在区域', options: [{ text: '一般区域', weight: '0%', follows: false }, { text: '饮用水水源保护区', weight: '15%', follows: false }] }, { name: '废水日排放量', options: [{ text: '不足50吨', weight: '0%', follows: true }, { text: '50吨以上', weight: '10%', follows: true }] }], notes: [], later: null,
}
const tables = [food, water, { ...food, head: head('incomplete', '一张还不能用的表', { incomplete: ['没有读出裁量起点，请补上后重新导入'] }) }]
const span = (min, max) => ({ min, max, minOpen: false, maxOpen: false, text: `${min / 1000000}万元以上${max / 1000000}万元以下` })
const grounds = {
  grounds: [['NP3', '违法行为轻微并及时改正，没有造成危害后果', '不予处罚', true, '行政处罚法 第三十三条 第一款'], ['LM3', '主动消除或者减轻违法行为危害后果', '从轻或者减轻', true, '行政处罚法 第三十二条 第一项'], ['HV1', '发生重大传染病疫情等突发事件时违反应对措施', '从重', true, '行政处罚法 第四十九条']]
    .map(([code, title, effect, must, cite]) => ({ code, title, effect, must, cite })),
  families: [{ code: 'A', title: '市场监管：幅度的最低百分之三十为从轻', cite: '国市监法规〔2022〕2号 第十条' }],
}
const counts = { tables: 2, rows: 12, read: 11, reported: [{ row: 7, id: 'T-07', reason: '处罚标准里有损坏的文字“处□□万元罚款”，请对照原件改正后重新导入' }], findings: [{ warning: true, message: '“未取得食品生产经营许可从事食品生产经营活动”（food-without-licence）：5万元到6.5万元之间没有档次' }] }
const set = (id, title, state, decided) => ({ id, title, file: '基准.csv', state, counts, importedBy: '许知行', importedAt: '2026-11-20T09:00:00+08:00', decidedBy: decided ?? null, decidedAt: decided ? '2026-11-21T09:00:00+08:00' : null, note: decided ? '云市监规〔2026〕3号' : '', firstDay: decided ? '2026-12-01' : null, lastDay: null })
const sets = [set('2', '云岭市生态环境裁量权基准（示例）', 'draft'), set('1', '云岭市市场监管裁量权基准（示例）', 'published', '顾长风')]

function assess(body, refuse) {
  const value = Number(body.quantities.货值金额 ?? body.quantities.废水日排放量)
  const name = body.table === 'water-discharge' ? '废水日排放量' : '货值金额'
  const refused = (message) => refuse(422, '未通过审查', message, { errors: [{ pointer: `/quantities/${name}`, message }] })
  if (!body.quantities[name]) throw refused(`没有填写${name}（${name === '货值金额' ? '元' : '吨'}）`)
  if (Number.isNaN(value)) throw refused(`“${body.quantities[name]}”不是数，应是不小于零、最多十五位的数（如8000、2.5万）`)
  const fine = body.fine ? Number(body.fine) * 100 : null
  const spared = body.grounds.includes('NP3')
  const departs = fine !== null && fine < 6500000
  return {
    table: body.table, violation: food.head.title, benchmark: food.head.benchmark, cite: food.head.cite, grade: '一般', row: '12-2', condition: '货值金额三千元以上不足八千元', weights: null,
    grounds: grounds.grounds.filter((g) => body.grounds.includes(g.code)), choice: body.choice ?? (body.grounds.includes('LM3') ? '从轻' : '一般'), family: 'A', spared, departs,
    parties: [{ party: '', statutory: span(5000000, 10000000), benchmark: span(6500000, 8500000), result: span(6500000, 8500000), proposed: 7500000, decided: fine, clamped: false, rule: '', measures: ['没收违法所得'] }],
    kept: { situation: body, table: body.table, violation: food.head.title, benchmark: food.head.benchmark, grade: '一般', row: '12-2', choice: '一般', tables: [{ code: body.table, from: '2026-01-01', digest: '9f2c51d07ab3e8c4' }], ranges: [{ party: '', min: 6500000, max: 8500000, text: '6.5万元以上8.5万元以下', proposed: 7500000, ...(fine === null ? {} : { decided: fine }) }], spared, departs, explanation: '' },
    flags: departs ? ['拟罚款低于基准幅度：应当说明理由，并经集体讨论'] : [],
    explanation: '当事人的行为违反了《食品安全法》第三十五条，依据《食品安全法》第一百二十二条，参照《云岭市市场监管行政处罚裁量权基准（示例）》第12项，违法程度为【一般】，适用条件【货值金额三千元以上不足八千元】，裁量幅度【六万五千元以上八万五千元以下】；决定处罚款75,000元。',
  }
}

const spread = (cases, more = {}) => ({ cases, fined: cases, departing: 1, lowest: 5000000, lowerQuarter: 6200000, median: 7000000, upperQuarter: 7600000, highest: 9800000, below: 21, same: 3, since: '2025-03-04', ...more })
const few = { departing: null, lowest: null, lowerQuarter: null, median: null, upperQuarter: null, highest: null, below: null, same: null, since: null }
const alike = (fine) => ({ table: 'food-without-licence', conduct: food.head.title, grade: '一般', fine, near: spread(3, few), all: spread(37), older: 4, fewest: 5, most: 2000, newest: [{ id: '3-1001', number: '云市监罚〔2026〕18号', agency: '云岭市市场监督管理局', violation: food.head.title, fine: 7000000, departs: false, on: '2026-10-12' }, { id: '3-1002', number: '云市监罚〔2026〕9号', agency: '云岭市市场监督管理局', violation: food.head.title, fine: 5500000, departs: true, on: '2026-06-02' }] })
const watched = (agency, name, more) => ({ agency, name, table: 'food-without-licence', conduct: food.head.title, assessed: 12, outside: 2, departing: 1, unexplained: 1, unassessed: 3, position: 48, regionPosition: 52, ...more })

export const routesOf = (refuse) => [
  ['GET', /^\/api\/discretion\/tables$/, ({ q }) => ({ items: tables.map((t) => t.head).filter((h) => `${h.title}${h.cite}`.includes(q.get('q') ?? '')), next: null })],
  ['GET', /^\/api\/discretion\/fields$/, () => ['市场监管', '生态环境']],
  ['GET', /^\/api\/discretion\/tables\/([^/]+)$/, ({ m }) => tables.find((t) => t.head.code === m[1])],
  ['GET', /^\/api\/discretion\/grounds$/, () => grounds],
  ['POST', /^\/api\/discretion\/assessments$/, ({ body }) => assess(body, refuse)],
  ['GET', /^\/api\/discretion\/alike$/, ({ q }) => alike(Number(q.get('fine')) || null)],
  ['GET', /^\/api\/cases\/([^/]+)\/alike$/, () => []],
  ['GET', /^\/api\/cases\/([^/]+)\/entries\/\d+\/assessments$/, () => []],
  ['GET', /^\/api\/discretion\/watch$/, () => ({ items: [watched('7', '云岭市市场监督管理局', {}), watched('8', '云岭市生态环境局', { table: null, conduct: '超标排放水污染物', assessed: 0, outside: 0, departing: 0, unexplained: 0, unassessed: 5, position: null, regionPosition: null })], next: null, fewest: 5 })],
  ['GET', /^\/api\/discretion\/sets$/, () => sets],
  ['POST', /^\/api\/discretion\/sets\/imports$/, () => ({ counts, imported: null })],
  ['POST', /^\/api\/discretion\/sets\/([^/]+)\/publication$/, ({ m }) => Object.assign(sets.find((s) => s.id === m[1]), { state: 'published', decidedBy: '顾长风' })],
]
