/** The first letter of each range, in the order that browsers sort Chinese by pinyin (CLDR). */
const first: [string, string][] = [['a', '阿'], ['b', '八'], ['c', '嚓'], ['d', '咑'], ['e', '妸'], ['f', '发'], ['g', '旮'], ['h', '哈'], ['j', '丌'], ['k', '咔'], ['l', '垃'], ['m', '呣'], ['n', '嗯'], ['o', '喔'], ['p', '妑'], ['q', '七'], ['r', '穣'], ['s', '仨'], ['t', '他'], ['w', '屲'], ['x', '夕'], ['y', '丫'], ['z', '帀']]
const order = new Intl.Collator('zh-CN-u-co-pinyin')

/** The initial of one character; Latin letters and digits stand for themselves, all else for ''. For our own titles only. */
export function initial(letter: string): string {
  if (/[a-z0-9]/i.test(letter)) return letter.toLowerCase()
  if (!/[\u4e00-\u9fa5]/.test(letter)) return ''
  return first.reduce((found, [key, from]) => (order.compare(letter, from) >= 0 ? key : found), 'a')
}

/** Where `words` stand in a text, as written or by initials: [from, to) or null. */
export function place(text: string, words: string): [number, number] | null {
  const wanted = words.trim().toLowerCase()
  if (!wanted) return null
  const at = text.toLowerCase().indexOf(wanted)
  if (at >= 0) return [at, at + wanted.length]
  if (!/^[a-z0-9]{2,}$/.test(wanted)) return null
  const letters = [...text].map(initial)
  for (let from = 0; from + wanted.length <= letters.length; from++) {
    if (letters.slice(from, from + wanted.length).join('') === wanted) return [from, from + wanted.length]
  }
  return null
}
