// Prints the table of pinyin initials that migration V84 holds: node scripts/pinyin.mjs. Letter by letter in the order that
// Unicode's CLDR sorts Chinese by pinyin; the first character of each letter's range is named here. Letters of several
// readings are given by hand: what they are in names of people, places and trades.
const order = new Intl.Collator('zh-CN-u-co-pinyin')
const first = { a: '阿', b: '八', c: '嚓', d: '咑', e: '妸', f: '发', g: '旮', h: '哈', j: '丌', k: '咔', l: '垃', m: '呣', n: '嗯', o: '喔', p: '妑', q: '七', r: '穣', s: '仨', t: '他', w: '屲', x: '夕', y: '丫', z: '帀' }
const several = {
  bp: '卜朴薄便扁埔堡泊辟曝瀑胖炮膀磅', cz: '重长曾朝藏传查褚种侧厕', zd: '翟', sd: '石', ds: '单', xj: '解系校降巷虹吓', qc: '仇', qo: '区', cs: '晟盛谌参',
  hx: '行', yl: '乐', ls: '率', xs: '厦', hk: '会', td: '调弹提屯沓', dt: '囤', tq: '覃', jg: '贾给夹', qj: '茄奇圈强', jq: '稽', jl: '角', kq: '卡壳', kg: '咖括',
  mw: '万', wy: '尉蔚', yx: '叶', sz: '什属召折识', zs: '术殖', pf: '番', fp: '否脯', wx: '圩', qx: '栖荨', xc: '畜郗', wg: '涡', hg: '合', mb: '秘', wk: '隗',
  kh: '阚', yz: '轧', jz: '祭', sk: '适', ew: '恶', cj: '车',
}

const of = new Map()
for (let u = 0x4e00; u <= 0x9fa5; u++) {
  const one = String.fromCodePoint(u)
  of.set(one, Object.keys(first).filter((k) => order.compare(one, first[k]) >= 0).at(-1) ?? 'a')
}
of.set('〇', 'l')
for (const [initials, letters] of Object.entries(several)) for (const one of letters) of.set(one, initials)

const by = new Map()
for (const [one, initials] of of) by.set(initials, (by.get(initials) ?? '') + one)
console.log([...by].sort().map(([initials, letters]) => `    ('${initials}', '${letters}')`).join(',\n'))
