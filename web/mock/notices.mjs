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
const text = (ended, soon) => `您有 ${ended + soon} 项办案期限需要办理：已经届满 ${ended} 项，即将届满 ${soon} 项。请登录行政执法平台查看。`
const messages = {
  ways: [{ carrier: 'sms', title: '短信', on: true, reaches: false }, { carrier: 'webhook', title: '消息', on: true, reaches: true }], quietFrom: 21, quietTo: 8,
  sent: [
    { id: '3', title: '消息', text: text(2, 1), at: ago(1), state: 'sent', fault: null },
    { id: '2', title: '消息', text: `早间汇总：${text(1, 1)}`, at: ago(5), state: 'failed', fault: '接口答复 503' },
  ],
}
const done = { status: 204 }
export const routesOf = (page, refusal) => [
  ['GET', /^\/api\/notices$/, ({ q }) => page(all, q)],
  ['GET', /^\/api\/messages$/, () => messages],
  ['PUT', /^\/api\/messages\/(\w+)$/, ({ m, body }) => { messages.ways.find((w) => w.carrier === m[1]).on = body.on; return messages }],
  ['POST', /^\/api\/notices\/read$/, ({ body }) => { all.forEach((n) => { if (Number(n.id) <= Number(body.until)) n.read = true }); return done }],
  ['POST', /^\/api\/notices\/([^/]+)\/read$/, ({ m }) => { const n = all.find((x) => x.id === m[1]); if (!n) throw refusal(404, '没有这条提醒，或者这项期限已经办结', ''); n.read = true; return done }],
]
