// Sums tried out on a case: invented, but they add up.
const day = (from, days) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
const periods = [
  { name: 'payment', title: '缴纳罚款期限', period: '15 nd', words: '15日', cite: '行政处罚法 第六十七条 第三款' },
  { name: 'urgentReport', title: '紧急检查后报告期限', period: '24 h', words: '24小时', cite: '行政处罚法 第五十四条' },
  { name: 'sueMonths', title: '直接提起行政诉讼期限', period: '6 m', words: '6个月', cite: '行政诉讼法 第四十六条 第一款' },
]
const found = (on) => {
  const late = Math.max(0, Math.round((Date.parse(on) - Date.now()) / 86_400_000))
  const rate = { title: '每日加处罚款比例', value: 0.03, type: 'ratio', cite: '行政处罚法 第七十二条 第一款 第一项' }
  const figure = (name, title, value, type, from) => ({ name, title, value, type, onLabel: '云川市永盛药业有限公司', cite: '行政处罚法 第七十二条 第一款 第一项', from })
  return {
    on, periods, figures: [
      figure('surcharge', '加处罚款数额', Math.min(500_000, late * 15_000), 'money', [{ title: '加处罚款的基数与日数之积', value: late * 500_000, type: 'int', cite: null }, rate, { title: '罚款数额', value: 500_000, type: 'money', cite: null }]),
      figure('unpaid', '未缴罚款', 500_000, 'money', []),
      figure('overdueDays', '逾期缴款日数（不计复议、诉讼期间）', late, 'int', [{ title: '计算日', value: on, type: 'date', cite: null }]),
    ],
  }
}

export const routesOf = (refusal) => [
  ['GET', /^\/api\/cases\/[^/]+\/calculations$/, ({ q }) => found(q.get('on') ?? day(new Date().toISOString(), 0))],
  ['GET', /^\/api\/cases\/[^/]+\/calculations\/period$/, ({ q }) => {
    const n = Number(q.get('period').split(' ')[0])
    if (!n) throw refusal(422, '未通过审查', '应为数目和单位', { errors: [{ pointer: '/period', message: '应为数目和单位' }] })
    if (q.get('period').endsWith(' h')) return { due: `${day(q.get('from').slice(0, 10), 1)}${q.get('from').slice(10)}`, provisional: false, steps: [`自${q.get('from').replace('T', ' ')}起算`], cite: '民法典 第二百零一条 第二款' }
    const due = day(q.get('from').slice(0, 10), n)
    return { due, provisional: false, steps: [`自${q.get('from')}起算，当日不计入`, `${n}日，至${due}`], cite: '民事诉讼法 第八十五条 第二款；民法典 第二百零一条 第一款' }
  }],
  ['GET', /^\/api\/cases\/[^/]+\/calculations\/instalments$/, ({ q }) => {
    const [amount, count] = [Number(q.get('amount')), Number(q.get('count') || 2)]
    return Array.from({ length: count }, (_, i) => ({ n: i + 1, day: day(q.get('first'), i * 30), amount: i === count - 1 ? amount - Math.floor(amount / count) * (count - 1) : Math.floor(amount / count), rest: i === 1 ? '星期六' : null, workday: i === 1 ? day(q.get('first'), 32) : null }))
  }],
]
