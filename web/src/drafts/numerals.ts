const digits = '零一二三四五六七八九'
const places = ['', '十', '百', '千']

/** 0 to 9999 as legal Chinese writes them: 九十, 一百零五; beyond it in figures. */
export function chinese(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999) return String(n)
  if (n < 10) return digits[n]!
  const figures = String(n)
  let out = ''
  for (let i = 0; i < figures.length; i++) {
    const d = Number(figures[i])
    if (d) out += digits[d]! + places[figures.length - 1 - i]!
    else if (!out.endsWith('零')) out += '零'
  }
  out = out.replace(/零$/, '')
  return n < 20 ? out.slice(1) : out
}

/** Whole 分 as the law writes amounts: 5万元, 1500元. */
export function amount(fen: number): string {
  const yuan = fen / 100
  const wan = yuan / 10_000
  return Math.abs(wan) >= 1 && Number(wan.toFixed(2)) === wan ? `${wan}万元` : `${yuan}元`
}
