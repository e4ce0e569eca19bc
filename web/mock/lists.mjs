// Lists (清单) as the server answers them, with invented rows: a published recording list, a draft under way, one in review.
const life = { drafts: ['officer', 'unit-head', 'legal-reviewer'], reviews: ['legal-reviewer'], publishes: ['agency-head', 'supervisor'] }
const supervised = { drafts: ['supervisor'], reviews: ['supervisor'], publishes: ['supervisor'] }
const col = (name, title, type = 'text', more = {}) => ({ name, title, type, required: false, key: false, choices: [], max: 200, note: '', example: '', ...more })
const must = { required: true }
const acts = ['行政处罚', '行政许可', '行政强制', '行政检查']
const kinds = [
  ['items', '行政执法事项清单', '行政处罚法 第五条 第三款', '本机关依法实施的执法事项。未列入已公布清单的事项，立案和决定时拦截。', [col('code', '事项编码', 'items', { ...must, key: true, max: 40, example: 'SC-001' }), col('title', '事项名称', 'text', must), col('actType', '执法类别', 'choice', { ...must, choices: acts }), col('basis', '设定依据', 'citation', { ...must, max: 2000, note: '写到条；几条之间用分号隔开' }), col('level', '行使层级'), col('note', '备注', 'long', { max: 500 })]],
  ['recording', '音像记录事项清单', '国办发〔2018〕118号 （八）', '应当音像记录的环节、方式和起止。填有“对应办理事项”的行，办理该事项后应当归集录音录像。', [col('number', '序号', 'text', { ...must, key: true }), col('actTypes', '执法类别', 'choices', { ...must, choices: acts }), col('step', '记录环节', 'text', must), col('acts', '对应办理事项', 'choices', { choices: ['现场检查', '询问', '听证', '送达'] }), col('manner', '记录方式', 'text', must), col('basis', '依据', 'citation', { max: 2000 }), col('from', '开始时点'), col('to', '结束时点'), col('whole', '是否全过程', 'yesno'), col('since', '启用日期', 'date')]],
  ['leniency', '不罚轻罚清单', '行政处罚法 第三十三条', '不予处罚、减轻处罚、从轻处罚、免予行政强制的情形和条件。', [col('number', '序号', 'text', { ...must, key: true }), col('effect', '清单类型', 'choice', { ...must, choices: ['不予处罚', '减轻处罚', '从轻处罚', '免予行政强制'] }), col('violation', '违法行为', 'text', must), col('basis', '依据', 'citation', must), col('conditions', '适用条件', 'conditions', { ...must, max: 4000 })]],
].map(([code, title, cite, about, columns], i) => ({ code, title, cite, about, disclosed: true, reviewMonths: 12, owners: code === 'leniency' ? { agency: life } : { agency: life, region: supervised }, columns, read: [], order: i }))
const steps = ['现场检查', '询问当事人', '抽样取证', '先行登记保存', '查封扣押', '听证', '留置送达', '公告张贴']
const row = (i) => ({ number: String(i + 1), actTypes: i % 3 ? '行政处罚' : '行政处罚；行政检查', step: `${steps[i % steps.length]}${i >= steps.length ? `（第 ${Math.floor(i / steps.length) + 1} 类场所）` : ''}`, acts: i % 4 ? '' : '现场检查', manner: i % 2 ? '执法记录仪' : '询问室摄像', basis: i % 5 === 3 ? '旧条例 第八条' : '行政处罚法 第四十二条', from: '出示证件前', to: '离开现场', whole: i % 2 ? '否' : '是' })
const at = (days) => new Date(Date.now() + days * 864e5).toISOString()
const day = (days) => at(days).slice(0, 10)
const item = (i) => ({ code: `SC-${String(i + 1).padStart(3, '0')}`, title: `对未按规定办理第 ${i + 1} 项手续的处罚`, actType: '行政处罚', basis: '行政处罚法 第五条', level: '市、县' })
const keyed = (rows, key) => rows.map((cells) => ({ key: cells[key], cells }))
const event = (seq, what, name, days, note = '') => ({ seq, at: at(days), by: seq, name, what, note })

function fresh() {
  const v = (number, state, more) => ({ number, seq: 6, state, base: number > 1 ? number - 1 : null, from: null, to: null, publishedOn: null, document: '', reason: '全过程记录制度要求', opinion: '', endedFor: '', updatedAt: at(-1), rows: [], history: [event(1, 'created', '林予安', -60)], ...more })
  const recording = Array.from({ length: 120 }, (_, i) => row(i))
  const next = recording.filter((_, i) => i !== 1).map((r, i) => (i ? r : { ...r, manner: '执法记录仪和无人机', acts: '现场检查；询问' })).concat([{ ...row(120), step: '无人机巡查' }])
  return [
    { id: '1', kind: 'recording', title: '音像记录事项清单', owner: '云川市市场监督管理局', ownerKind: 'agency', versions: [
      v(2, 'submitted', { reason: '增加无人机巡查', rows: keyed(next, 'number'), history: [event(1, 'created', '林予安', -9, '以第 1 版为底稿'), event(2, 'changed', '林予安', -8, '修改 1'), event(3, 'submitted', '林予安', -2, '请审核')] }),
      v(1, 'published', { from: day(-50), publishedOn: day(-52), document: '云市监〔2026〕12号', opinion: '依据准确，同意公布。', rows: keyed(recording, 'number'), history: [event(1, 'created', '林予安', -60), event(2, 'submitted', '林予安', -55), event(3, 'reviewed', '许知行', -53, '依据准确，同意公布。'), event(4, 'published', '何静', -52)] })] },
    { id: '2', kind: 'items', title: '行政执法事项清单', owner: '云川市市场监督管理局', ownerKind: 'agency', versions: [v(1, 'draft', { reason: '年度调整', rows: keyed(Array.from({ length: 12 }, (_, i) => item(i)), 'code') })] },
  ]
}
let all = fresh()
const kindOf = (l) => kinds.find((k) => k.code === l.kind)
const cites = (kind, cells) => kind.columns.filter((c) => c.type === 'citation' && cells[c.name]).map((c) => (cells[c.name].startsWith('旧') ? { ref: cells[c.name], state: 'gone', note: '该法律文件当日已不再施行' } : { ref: cells[c.name], state: 'held', note: '' }))
const underWay = ['draft', 'submitted', 'reviewed']
function head(l, who) {
  const now = l.versions.find((v) => v.state === 'published')
  const way = l.versions.find((v) => underWay.includes(v.state))
  return { id: l.id, kind: l.kind, kindTitle: kindOf(l).title, title: l.title, owner: l.owner, ownerKind: l.ownerKind, current: now ? { number: now.number, from: now.from, to: now.to, rows: now.rows.length, reviewDue: day(-3) } : null, underWay: way ? { number: way.number, state: way.state } : null, changes: !way && who.permissions.includes('list.draft'), evaluated: null, evaluating: l.id === '1' ? '1' : null }
}
function shown(l, v, who) {
  const own = v.history.some((e) => ['created', 'changed', 'imported'].includes(e.what) && e.name === who.person.name)
  const may = (p, word) => (!who.permissions.includes(p) ? word : own && p !== 'list.draft' ? '本人起草或者修改过这一版，须由另一人办理' : null)
  const draft = may('list.draft', '须由起草清单的人办理')
  const steps = { draft: [['submit', draft ?? (v.rows.length ? null : '还没有一行')], ['discard', draft]], submitted: [['review', may('list.review', '须由法制审核人员审核')], ['return', may('list.review', '须由法制审核人员审核')], ['discard', draft]], reviewed: [['publish', may('list.publish', '须由有权公布的人公布')], ['return', may('list.publish', '须由有权公布的人公布')]], published: [['withdraw', may('list.publish', '须由有权公布的人撤回')]] }[v.state] ?? []
  return { ...v, list: l.id, kind: l.kind, title: l.title, owner: l.owner, rows: v.rows.length, editable: v.state === 'draft' && !draft, steps: steps.map(([step, why]) => ({ step, why })) }
}
function differences(l, v, other) {
  const was = new Map((l.versions.find((x) => x.number === other)?.rows ?? []).map((r) => [r.key, r.cells]))
  const rows = []
  let same = 0
  const cells = (a, b) => kindOf(l).columns.filter((c) => (a?.[c.name] ?? '') !== (b?.[c.name] ?? '')).map((c) => ({ column: c.name, title: c.title, was: a ? a[c.name] ?? '' : null, is: b ? b[c.name] ?? '' : null }))
  for (const r of v.rows) {
    const before = was.get(r.key)
    was.delete(r.key)
    const c = cells(before, r.cells)
    if (before && !c.length) same++
    else rows.push({ key: r.key, what: before ? 'changed' : 'added', cells: c })
  }
  for (const [key, before] of was) rows.push({ key, what: 'removed', cells: cells(before, null) })
  const n = (what) => rows.filter((r) => r.what === what).length
  return { added: n('added'), removed: n('removed'), changed: n('changed'), same, rows, next: null }
}
const done = { submit: ['submitted', 'submitted'], review: ['reviewed', 'reviewed'], return: ['draft', 'returned'], publish: ['published', 'published'], withdraw: ['withdrawn', 'withdrawn'], discard: ['discarded', 'discarded'] }

export const routesOf = (refuse) => {
  const find = (id) => all.find((l) => l.id === id) ?? (() => { throw refuse(404, '没有这个清单', '') })()
  const version = (l, n) => l.versions.find((v) => v.number === Number(n)) ?? (() => { throw refuse(404, '这个清单没有这一版', '') })()
  const write = (l, v, who, seq, what, note, change) => {
    if (v.seq !== Number(seq)) throw refuse(409, '这一版已由他人改动，请重新打开', '')
    change()
    v.seq++
    v.history.push(event(v.seq, what, who.person.name, 0, note))
    return shown(l, v, who)
  }
  const at = '^/api/lists/(\\d+)/versions/(\\d+)'
  const on = (method, path, answer) => [method, new RegExp(`${at}${path}$`), (x) => { const l = find(x.m[1]); return answer(l, version(l, x.m[2]), x) }]
  return [
    ['GET', /^\/api\/mock\/lists$/, () => { all = fresh(); return {} }],
    ['GET', /^\/api\/lists\/kinds$/, () => kinds],
    ['GET', /^\/api\/lists$/, ({ q, who }) => ({ items: all.filter((l) => !q.get('kind') || l.kind === q.get('kind')).map((l) => head(l, who)), next: null })],
    ['POST', /^\/api\/lists$/, ({ body, who }) => { if (!body.reason) throw refuse(422, '内容有误', '必填', { errors: [{ pointer: '/reason', message: '编制的理由：必填' }] }); const l = { id: String(all.length + 1), kind: body.kind, title: body.title, owner: who.agency.name, ownerKind: body.owner, versions: [] }; l.versions.push({ ...fresh()[1].versions[0], rows: [], reason: body.reason, history: [event(1, 'created', who.person.name, 0)] }); all.push(l); return { status: 201, json: shown(l, l.versions[0], who) } }],
    ['GET', /^\/api\/lists\/(\d+)$/, ({ m, who }) => head(find(m[1]), who)],
    ['GET', /^\/api\/lists\/(\d+)\/versions$/, ({ m }) => find(m[1]).versions.map(({ history, opinion, endedFor, seq, ...v }) => ({ ...v, rows: v.rows.length }))],
    on('GET', '', (l, v, { who }) => shown(l, v, who)),
    on('GET', '/rows', (l, v, { q }) => { const text = q.get('q') ?? ''; const found = v.rows.filter((r) => !text || Object.values(r.cells).join(' ').includes(text)); const size = Number(q.get('size') ?? 50); const page = Number(q.get('page') ?? 0); return { rows: found.slice(page * size, (page + 1) * size).map((r) => ({ ...r, cites: cites(kindOf(l), r.cells), evaluateBy: null, evaluated: r.key === '3' ? { key: '3', on: day(-300), outcome: 'keep', agreed: true } : null })), total: found.length, page, size } }),
    on('GET', '/row', (l, v, { q }) => { const r = v.rows.find((x) => x.key === q.get('key')); if (!r) throw refuse(404, '这一版没有这一行', ''); return { ...r, cites: cites(kindOf(l), r.cells), evaluateBy: null, evaluated: r.key === '3' ? { key: '3', on: day(-300), outcome: 'keep', agreed: true } : null } }),
    on('PUT', '/row', (l, v, { body, who }) => write(l, v, who, body.seq, 'changed', `修改 ${body.was ?? '新的一行'}`, () => { const key = body.cells[kindOf(l).columns[0].name]; const i = v.rows.findIndex((r) => r.key === (body.was ?? key)); if (i < 0) v.rows.push({ key, cells: body.cells }); else if (body.was) v.rows[i] = { key, cells: body.cells }; else throw refuse(422, '内容有误', '', { errors: [{ pointer: '/cells', message: `已有 ${key} 这一行` }] }) })),
    on('DELETE', '/row', (l, v, { q, who }) => write(l, v, who, q.get('seq'), 'changed', `删除 ${q.get('key')}`, () => { v.rows = v.rows.filter((r) => r.key !== q.get('key')) })),
    on('GET', '/differences', (l, v, { q }) => differences(l, v, Number(q.get('with') ?? v.base))),
    on('POST', '/imports', (l, v, { q, who }) => {
      const mapped = (q.get('mapping') ?? '').includes('title')
      const report = { rows: 3, read: mapped ? 3 : 1, refused: mapped ? 0 : 2, faults: mapped ? [] : [{ row: 3, column: '事项名称', value: '', what: '必填', mend: '文件没有这一列；请补上，或者指明由哪一列对应' }, { row: 4, column: '执法类别', value: '行政处罚(检查事项清单)', what: '应为 行政处罚、行政许可、行政强制、行政检查 之一', mend: '' }], allFaults: mapped ? 0 : 2, imported: 0, mapping: [{ header: '编码', column: 'code' }, { header: '名称', column: mapped ? 'title' : null }, { header: '职权类型', column: 'actType' }, { header: '依据', column: 'basis' }, { header: '来源网址', column: null }], missing: mapped ? [] : ['事项名称'] }
      if (q.get('dryRun') === 'false' && mapped) { write(l, v, who, q.get('seq'), 'imported', '事项.csv：3 行', () => { for (let i = 50; i < 53; i++) v.rows.push({ key: item(i).code, cells: item(i) }) }); report.imported = 3 }
      return report
    }),
    on('POST', '/(submit|review|return|publish|withdraw|discard)', (l, v, { m, body, who }) => write(l, v, who, body.seq, done[m[3]][1], body.note ?? body.opinion ?? body.document ?? '', () => { v.state = done[m[3]][0]; if (m[3] === 'review') v.opinion = body.opinion; if (m[3] === 'publish') { v.from = body.from ?? day(0); v.publishedOn = day(0) } })),
    ['POST', /^\/api\/lists\/(\d+)\/versions$/, ({ m, body, who }) => { const l = find(m[1]); const base = l.versions[0]; const v = { ...base, number: base.number + 1, base: base.number, state: 'draft', seq: 1, from: null, publishedOn: null, document: '', opinion: '', reason: body.reason, rows: [...base.rows], history: [event(1, 'created', who.person.name, 0, `以第 ${base.number} 版为底稿`)] }; l.versions.unshift(v); return { status: 201, json: shown(l, v, who) } }],
  ]
}
