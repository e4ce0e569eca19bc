// One published guiding case and one under way.
const content = (more) => ({ table: 'food-without-licence', conduct: '未取得食品生产经营许可从事食品生产经营活动', grade: '一般', cite: '食品安全法 第一百二十二条', title: '某面包店未取得许可从事食品经营案', facts: '某面包店在许可有效期届满后继续经营二十日，货值金额六千二百元，案发后停业并提交申请。', issue: '许可届满后继续经营，是否按未取得许可处罚。', reasoning: '许可届满未延续的，不再具有许可；当事人主动停业，没有危害后果，按一般阶次的下部处罚。', ...more })
const event = (seq, what, by, note = '') => ({ seq, what, note, by, at: `2026-11-${10 + seq}T09:00:00+08:00` })
const cases = [
  { id: '2', agency: '云岭市市场监督管理局', content: content({ title: '某小吃店首次违法不予处罚案', grade: '较轻' }), state: 'submitted', seq: 2, publishedOn: null, caseId: '3-1002', events: [event(1, 'proposed', '沈知微'), event(2, 'submitted', '沈知微')] },
  { id: '1', agency: '云岭市市场监督管理局', content: content({}), state: 'published', seq: 4, publishedOn: '2026-11-14', caseId: '3-1001', events: [event(1, 'proposed', '沈知微'), event(2, 'submitted', '沈知微'), event(3, 'reviewed', '许知行', '事实清楚，同意'), event(4, 'published', '顾长风', '云司案〔2026〕1号')] },
]
const head = (g) => ({ id: g.id, title: g.content.title, conduct: g.content.conduct, grade: g.content.grade, cite: g.content.cite, agency: g.agency, state: g.state, publishedOn: g.publishedOn })

export const routesOf = () => [
  ['GET', /^\/api\/guidance$/, ({ q }) => ({ items: cases.filter((g) => (q.get('state') === 'underWay') === (g.state !== 'published') && (!q.get('table') || g.content.table === q.get('table'))).map(head), next: null })],
  ['GET', /^\/api\/guidance\/(\d+)$/, ({ m }) => cases.find((g) => g.id === m[1])],
  ['POST', /^\/api\/guidance\/of\/([^/]+)$/, ({ body }) => ({ status: 201, json: { ...cases[0], content: body, state: 'draft', seq: 1, events: [event(1, 'proposed', '沈知微')] } })],
  ['POST', /^\/api\/guidance\/(\d+)\/steps$/, ({ m }) => cases.find((g) => g.id === m[1])],
]
