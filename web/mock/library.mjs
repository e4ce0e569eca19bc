// The law library of the mock: an invented law in two versions, and a code that repeals it.
const law = (id, name, title, inForceFrom, until, more = {}) => ({ id, name, title, issuer: '云川市人民代表大会常务委员会', level: '地方性法规', field: '市场监管', adoptedOn: null, inForceFrom, inForceBy: 'given', until, note: '', source: '', articles: 6, ...more })
const old = law('1', '云川市食品摊贩管理条例', '云川市食品摊贩管理条例', '2018-01-01', '2022-05-01', { adoptedOn: '2017-11-20' })
const now = law('2', '云川市食品摊贩管理条例', '云川市食品摊贩管理条例', '2022-05-01', null, { adoptedOn: '2022-03-18', inForceBy: 'text' })
const code = law('3', '云川市市容环境条例', '云川市市容环境条例', '2027-01-01', null, { inForceBy: 'adopted', note: '须与公布的文本核对' })
const gone = law('4', '云川市户外广告设施管理办法', '云川市户外广告设施管理办法', '2012-07-01', '2027-01-01', { level: '地方政府规章', issuer: '云川市人民政府' })
const versions = [now, old, code, gone]
const parts = ['第一章 总则', '第一章 总则', '第二章 经营规范', '第二章 经营规范', '第三章 法律责任', '第四章 附则']
const texts = ['为了规范食品摊贩经营活动，保障食品安全，方便群众生活，根据有关法律，结合本市实际，制定本条例。', '本条例所称食品摊贩，是指在指定区域和时段内销售食品的经营者。', '食品摊贩应当查验供货者的许可证，记录进货日期和数量；记录保存不得少于六个月。', '食品摊贩应当在摊位明显处悬挂登记卡和健康证明。', '违反本条例第三条规定，未记录进货情况的，责令改正，给予警告；拒不改正的，处一百元以上一千元以下罚款。', '本条例自2022年5月1日起施行。']
const articles = texts.map((text, i) => ({ n: i + 1, no: `第${'一二三四五六'[i]}条`, heading: parts[i], text }))
const some = (n) => ({ cases: [{ id: '3-900100', number: '云市监罚立〔2026〕121号', party: '云川市晨光超市有限公司', stage: '审核', item: '330231001' }, { id: '3-900101', number: null, party: '青禾酒店管理有限公司', stage: '立案', item: '330231001' }], count: n, more: n > 900 })
const change = (kind, to, presumed = false) => ({ law: '云川市食品摊贩管理条例', article: '第五条', kind, to, presumed })
const report = (version, mine) => ({
  version, former: version === now ? old : null, articles: version === now ? { CHANGED: 2, GONE: 1 } : {}, repeals: version === code ? [{ name: '云川市户外广告设施管理办法', from: '2027-01-01', held: true }] : [],
  rules: [{ title: '罚款应当在法定幅度内', cite: '云川市食品摊贩管理条例 第五条', file: 'city/yunchuan/penalty-ordinary.yaml', line: 34, change: change('CHANGED', '第五条') }, { title: '进货记录的保存期限', cite: '云川市食品摊贩管理条例 第三条', file: 'city/yunchuan/penalty-ordinary.yaml', line: 51, change: { ...change('MOVED', '第四条', true), article: '第三条' } }], moreRules: 0,
  items: [{ code: '330231001', title: '对食品摊贩未记录进货情况的行政处罚', basis: '云川市食品摊贩管理条例 第五条', change: change('REPEALED', '第七十条', true) }], moreItems: 0,
  cases: mine ? { pinned: [{ procedure: '行政处罚普通程序', version: '2026.1', changes: [change('CHANGED', '第五条')], cases: some(37) }], onItems: some(2) } : null,
})
const find = (id) => versions.find((v) => v.id === id) ?? now
const today = { law: old.title, article: '第五条', text: texts[4], inForceFrom: '2022-05-01', version: '2', presumed: false, same: false, pieces: [{ kind: 'SAME', text: '违反本条例第三条规定，未记录进货情况的，责令改正，给予警告；拒不改正的，处' }, { kind: 'DELETED', text: '五十' }, { kind: 'INSERTED', text: '一百' }, { kind: 'SAME', text: '元以上' }, { kind: 'DELETED', text: '五百' }, { kind: 'INSERTED', text: '一千' }, { kind: 'SAME', text: '元以下罚款。' }] }

export const cited = { '行政处罚法 第四十四条': { ref: '行政处罚法 第四十四条', held: true, law: old.title, article: '第五条', text: '违反本条例第三条规定，未记录进货情况的，责令改正，给予警告；拒不改正的，处五十元以上五百元以下罚款。', versionDate: '2017-11-20', inForceFrom: '2018-01-01', until: '2022-05-01', note: '', summary: '', version: '1', repealed: null, today } }

export const routes = [
  ['GET', /^\/api\/law\/statutes$/, () => ({ items: [{ name: code.name, versions: [code] }, { name: gone.name, versions: [gone] }, { name: now.name, versions: [now, old] }], next: null })],
  ['GET', /^\/api\/law\/versions\/(\d+)$/, ({ m }) => { const v = find(m[1]); return { version: v, versions: versions.filter((x) => x.name === v.name), repeals: v === code ? [{ name: gone.name, onDay: '2027-01-01' }] : [], contents: articles.filter((a, i) => parts[i] !== parts[i - 1]).map((a) => ({ ...a, text: '' })) } }],
  ['GET', /^\/api\/law\/versions\/(\d+)\/articles$/, ({ q }) => ({ items: articles.filter((a) => a.n >= Number(q.get('from') ?? 1)), next: null })],
  ['GET', /^\/api\/law\/versions\/(\d+)\/report$/, ({ m, who }) => report(find(m[1]), !who.person.roles.includes('system-admin'))],
  ['GET', /^\/api\/law\/articles$/, ({ q }) => ({ items: articles.filter((a) => q.get('q').split(/\s+/).every((w) => a.text.includes(w))).map((a) => ({ ...a, version: '2', law: now.title, inForceFrom: now.inForceFrom })), next: null })],
  ['POST', /^\/api\/law\/imports$/, () => ({ status: 201, json: { id: '1', files: [
    { file: 'a.docx', outcome: 'NEW', version: '3', title: code.title, problems: [], remarks: ['施行日期未载明，按公布日期 2027-01-01 计，请核对', '按第六条登记：2027-01-01 起废止《云川市户外广告设施管理办法》'] },
    { file: 'b.json', outcome: 'SAME', version: '2', title: now.title, problems: [], remarks: [] },
    { file: '缺条.txt', outcome: 'REFUSED', version: null, title: '', problems: [{ what: '第一条之后应当是下一条，却是第三条', where: '第 4 行', mend: '补上缺少的条文，或者改正条号' }], remarks: [] }] } })],
]
