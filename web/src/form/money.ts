/** 元 as typed ("1,234.50", "5 万" is not accepted) → whole 分; null when it is not an amount. */
export function yuanToFen(text: string): number | null {
  const plain = text.replace(/[,，\s]/g, '')
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!match) return null
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0') || 0)
  return match[1] ? -fen : fen
}

/** Whole 分 → 元 with two places only where there are 分. */
export function fenToYuan(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(fen) / 100)
  const rest = Math.abs(fen) % 100
  return sign + String(whole) + (rest ? `.${String(rest).padStart(2, '0')}` : '')
}

export const money = (fen: number) => `${fenToYuan(fen).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')} 元`

const digits = '零壹贰叁肆伍陆柒捌玖'
const small = ['', '拾', '佰', '仟']

function group(n: number): string {
  let out = ''
  let gap = false
  for (let i = 3; i >= 0; i--) {
    const d = Math.floor(n / 10 ** i) % 10
    if (d === 0) { gap = out !== ''; continue }
    out += (gap ? '零' : '') + digits[d] + small[i]
    gap = false
  }
  return out
}

/** 分 in capital figures (大写), as a decision writes it: 5000000 → 伍万元整. */
export function capital(fen: number): string {
  if (fen < 0) return ''
  let yuan = Math.floor(fen / 100)
  const parts: [number, string][] = []
  for (const unit of ['', '万', '亿', '万亿']) { parts.unshift([yuan % 10000, unit]); yuan = Math.floor(yuan / 10000) }
  let out = ''
  for (const [n, unit] of parts) {
    if (!n) continue
    out += (out && n < 1000 ? '零' : '') + group(n) + unit
  }
  const [jiao, rest] = [Math.floor(fen / 10) % 10, fen % 10]
  const tail = jiao || rest ? (jiao ? digits[jiao] + '角' : out ? '零' : '') + (rest ? digits[rest] + '分' : '') : '整'
  return (out ? `${out}元` : jiao || rest ? '' : '零元') + tail
}
