// The one search box: what the words are in, as written only.
const marked = (text, q) => { const at = text.indexOf(q); return { text, marks: at < 0 ? [] : [[at, at + q.length]] } }
const hit = (id, title, hint, q, part = null) => ({ id, part, title: marked(title, q), hint: marked(hint, q) })
const group = (kind, title, hits) => ({ kind, title, hits: hits.filter((h) => h.title.marks.length || h.hint.marks.length).slice(0, 6) })

export const routesOf = (data) => [
  ['GET', /^\/api\/find$/, ({ q }) => {
    const words = q.get('q').trim()
    return { groups: [
      group('case', '案件', data.rows.slice(0, 200).map((r) => hit(r.id, r.party, [r.number, r.violation, r.stage].filter(Boolean).join(' · '), words))),
      group('party', '当事人', [...new Set(data.rows.map((r) => r.party))].map((p) => hit('0'.repeat(31) + '1', p, '', words))),
      group('person', '执法人员', data.people.map((p) => hit(p.id, p.name, p.unit ?? '', words))),
      group('article', '条文', [hit('1', '食品安全法 第一百二十四条', '违反本法规定，有下列情形之一，尚不构成犯罪的，由县级以上人民政府食品安全监督管理部门没收违法所得…', words, '第一百二十四条')]),
      group('item', '执法事项', [hit('SC-031', '对经营超过保质期的食品的行政处罚', 'SC-031', words)]),
      group('pack', '法律包', [hit('penalty-ordinary', '行政处罚普通程序', '行政处罚法', words)]),
    ].filter((g) => g.hits.length) }
  }],
]
