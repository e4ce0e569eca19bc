// Notices (提醒) of periods that run out, until they are read; kept until the mock ends.
import { dayOf, duty, rows } from './data.mjs'

const ago = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString()
const steps = ['end', 'second', 'first', 'end']
const all = rows.filter((r) => !r.ended).slice(0, 8).map((r, i) => {
  const left = [0, 2, 9, -4][i % 4]
  return {
    id: String(90 - i), step: steps[i % 4], at: ago(3 + i * 20), read: i > 4, case: r, instead: i === 2 ? { id: '12', name: '周明远' } : null,
    duty: duty(`n${i}`, i % 2 ? 'handle-measure' : 'legal-review', i % 2 ? '处理登记保存的物品' : '法制审核', left, { due: dayOf(left), share: [1, 0.92, 0.68, 1][i % 4], cite: i % 2 ? '行政处罚法 第五十六条' : '市场监督管理行政处罚程序规定 第五十五条' }),
  }
})
export const unread = () => ({ value: all.filter((n) => !n.read).length, more: false })
const done = { status: 204 }
export const routesOf = (page, refusal) => [
  ['GET', /^\/api\/notices$/, ({ q }) => page(all, q)],
  ['POST', /^\/api\/notices\/read$/, ({ body }) => { all.forEach((n) => { if (Number(n.id) <= Number(body.until)) n.read = true }); return done }],
  ['POST', /^\/api\/notices\/([^/]+)\/read$/, ({ m }) => { const n = all.find((x) => x.id === m[1]); if (!n) throw refusal(404, '没有这条提醒，或者这项期限已经办结', ''); n.read = true; return done }],
]
