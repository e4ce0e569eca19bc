// The case that is walked, invented. Days count back from today, so that every period lies behind and no step is late.
import { deflateSync } from 'node:zlib'

const run = new Date().toISOString().slice(5, 16).replace(/\D/g, '')
const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The date so many days ago. */
export const ago = (days) => inChina.format(Date.now() - days * 86_400_000)

export const matter = {
  party: `云岭市云上春${run}号面点店有限公司`,
  uscc: `911499000${run}B`,
  representative: '孔采薇',
  witness: '白若谷',
  address: '云岭市南岭区望湖路88号',
  violation: `经营超过保质期的食品（${run}）`,
  lead: `巡查发现货架上有超过保质期的糕点（${run}）`,
  basis: '食品安全法 第一百二十四条',
  spot: `未保存进货凭证（${run}）`,
  spotPerson: '彭守拙',
  /** Number of the decision, once issued. */
  number: '',
}

/** A small grey picture as a PNG file. */
export function photo(name) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, sum])
  }
  const size = 64
  const head = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, 0, 0, 0, 0])
  const rows = Buffer.alloc(size * (size + 1), 0xa0)
  for (let y = 0; y < size; y++) rows[y * (size + 1)] = 0
  const buffer = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
  return { name, mimeType: 'image/png', buffer }
}

function crc(bytes) {
  let c = 0xffffffff
  for (const b of bytes) {
    c ^= b
    for (let i = 0; i < 8; i++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  }
  return (c ^ 0xffffffff) >>> 0
}
