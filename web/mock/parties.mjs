// Parties over cases, 一事不二罚, and each person's own list of cases.
const idOf = (n) => String(n).padStart(32, '0')
const codes = ['91149900MA0A1B2C3D', null]
let joins = []
let own = { columns: ['number', 'party', 'stage', 'officers', 'filed', 'limit'], filters: [{ id: '1', name: '超期的案件', query: { overdue: 'true', sort: 'due' } }] }
const titles = { number: '立案号', party: '当事人', violation: '案由', procedure: '程序', stage: '当前环节', lead: '主办人', officers: '承办人', agency: '办案机关', filed: '登记日期', limit: '办理期限', updated: '最近办理' }

export const routesOf = (data, refusal) => {
  const rows = data.rows.slice(0, 40)
  const name = rows[0].party
  const other = `${name.slice(0, 3)}（云岭）${name.slice(3)}`
  const of = (id, q) => {
    const from = Number(q?.get('cursor') ?? 0)
    const all = [0, 7, 19, 23, 31].map((i, n) => ({ case: rows[i], as: n === 1 ? other : name, fines: n === 2 ? [{ fine: 500000, on: '2026-03-02' }] : [] }))
    const apart = joins.some((j) => j.kind === 'split' && !j.undoneAt)
    return {
      id, name, code: codes[0], knownBy: 'code', cases: all.slice(from, from + 3), next: from + 3 < all.length ? String(from + 3) : null,
      spellings: [{ id: idOf(91), party: idOf(1), name, code: codes[0], knownBy: 'code' }, ...(apart ? [] : [{ id: idOf(92), party: idOf(1), name: other, code: codes[0], knownBy: 'code' }])],
      joins, mayJoin: true,
    }
  }
  const join = (kind, second, reason) => { joins = [{ id: `1-${joins.length + 1}`, kind, agency: '云川市市场监督管理局', first: name, second, reason, by: '何静', at: '2026-03-09 10:12:00', undoneBy: null, undoneAt: null, undoneReason: null, mine: true }, ...joins] }
  const reasoned = (body) => { if (!body.reason) throw refusal(422, '不符合规定', '必填，不超过500个字符', { errors: [{ pointer: '/reason', message: '必填' }] }) }
  const view = () => ({ ...own, choices: Object.entries(titles).map(([code, title]) => ({ code, title })), mayExport: true })
  const found = { asks: true, title: '对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚', cite: '行政处罚法 第二十九条', cases: [{ case: rows[7], as: other, why: ['案由相近'], sure: true, fines: [{ fine: 500000, on: '2026-03-02' }] }, { case: rows[19], as: name, why: ['执法事项相同'], sure: false, fines: [] }], elsewhere: [{ agency: '云岭市文化市场综合行政执法队', filedOn: '2026-02-11', decided: true, number: '云文综罚〔2026〕9号', why: ['案由相同'] }] }
  return [
    ['POST', /^\/api\/parties\/repeats$/, ({ body }) => ((body.act?.form?.parties ?? []).some((p) => p?.name?.includes('禾')) ? found : { ...found, asks: false, cases: [], elsewhere: [] })],
    ['GET', /^\/api\/cases\/([^/]+)\/repeats$/, () => found],
    ['GET', /^\/api\/cases\/([^/]+)\/parties$/, () => [{ object: 'party-1', id: idOf(1), name }]],
    ['GET', /^\/api\/parties\/([^/]+)\/proposals$/, () => [{ id: idOf(2), name: rows[3].party, code: '91149900MA0A1B2C9Q', why: ['名称相近', '住所相同'], latest: rows[3] }, { id: idOf(3), name, code: null, why: ['名称相同'], latest: rows[5] }]],
    ['GET', /^\/api\/parties\/([^/]+)$/, ({ m, q }) => of(m[1], q)],
    ['POST', /^\/api\/parties\/([^/]+)\/(merges|splits)$/, ({ m, body }) => { reasoned(body); join(m[2] === 'merges' ? 'merge' : 'split', m[2] === 'merges' ? rows[3].party : other, body.reason); return of(m[1]) }],
    ['POST', /^\/api\/parties\/([^/]+)\/joins\/([^/]+)\/undo$/, ({ m, body }) => { reasoned(body); Object.assign(joins.find((j) => j.id === m[2]), { undoneBy: '何静', undoneAt: '2026-03-09 10:20:00', undoneReason: body.reason, mine: false }); return of(m[1]) }],
    ['GET', /^\/api\/case-list$/, view],
    ['PUT', /^\/api\/case-list\/columns$/, ({ body }) => { own = { ...own, columns: body.columns.length ? body.columns : ['number', 'party', 'stage', 'officers', 'filed', 'limit'] }; return view() }],
    ['POST', /^\/api\/case-list\/filters$/, ({ body }) => { own = { ...own, filters: [...own.filters.filter((f) => f.name !== body.name), { id: String(own.filters.length + 2), ...body }] }; return view() }],
    ['DELETE', /^\/api\/case-list\/filters\/([^/]+)$/, ({ m }) => { own = { ...own, filters: own.filters.filter((f) => f.id !== m[1]) }; return view() }],
  ]
}
