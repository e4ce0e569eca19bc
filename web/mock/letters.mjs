// Letters in a batch: invented.
import { rows } from './data.mjs'

const iso = (days) => new Date(Date.now() - days * 86_400_000).toISOString()
const titles = [['行政处罚决定书', '云市监罚〔2026〕31号', true, false], ['行政处罚事先告知书', '云市监罚告〔2026〕44号', true, false], ['送达回证', '', false, true], ['责令改正通知书', '云市监责改〔2026〕12号', true, false],
  ['现场笔录', '', false, true], ['证据先行登记保存通知书', '云市监登存〔2026〕7号', true, true], ['延长办理期限通知书', '云市监延〔2026〕3号', true, false], ['询问笔录', '', false, true]]
const waiting = () => titles.map(([title, number, unserved, unsigned], i) => ({ caseId: rows[i].id, caseNumber: rows[i].number, party: rows[i].party, id: String(900 - i), title, number, issuedAt: iso(i), unserved, unsigned }))
const settings = {
  agency: '云川市市场监督管理局', sender: { address: null, postcode: null }, most: 50, mostPages: 100, maySet: true,
  envelopes: [
    { code: 'dl', title: 'DL（220×110 毫米，A4 三折）', width: 220, height: 110, folded: 99, window: { left: 25, top: 30, width: 100, height: 40 }, zone: { left: 26.5, top: 31.5, width: 87, height: 26 } },
    { code: 'c5', title: 'C5（229×162 毫米，A4 对折）', width: 229, height: 162, folded: 148.5, window: { left: 25, top: 40, width: 100, height: 40 }, zone: { left: 26.5, top: 41.5, width: 78, height: 23.5 } },
  ],
}
const checked = (asked) => asked.documents.map((d) => {
  const found = waiting().find((w) => w.id === d.id)
  const inner = /笔录/.test(found.title)
  const served = found.title !== '行政处罚决定书'
  const missing = []
  if (asked.parts.includes('cover') && inner) missing.push('没有信封页：这种文书不寄给当事人')
  if (asked.parts.includes('cover') && d.id === '897') missing.push('没有信封页：没有送达地址确认书，当事人也没有登记地址')
  if (asked.parts.includes('receipt') && !served) missing.push('没有送达回证：还没有办理送达，或者送达回证不是为这份文书制作的')
  return { caseId: d.caseId, id: d.id, title: found.title, number: found.number, to: inner ? '' : found.party, postcode: d.id === '900' ? '530000' : null, address: inner || d.id === '897' ? '' : '云川市南岭区望江路18号3幢502室',
    source: inner || d.id === '897' ? '' : d.id === '900' ? '送达地址确认书（第 6 条记录）' : '当事人登记的住址或者住所', parts: asked.parts.filter((p) => !(p === 'cover' && (inner || d.id === '897')) && !(p === 'receipt' && !served)), missing }
})

export const routesOf = (page, refusal, pdf) => [
  ['GET', /^\/api\/letters$/, ({ q }) => page(waiting(), q)],
  ['GET', /^\/api\/letters\/settings$/, () => settings],
  ['PUT', /^\/api\/letters\/sender$/, ({ body }) => {
    if (body.postcode && !/^\d{6}$/.test(body.postcode)) throw refusal(422, '未通过审查', '应为六位数字', { errors: [{ pointer: '/postcode', message: '应为六位数字' }] })
    return Object.assign(settings, { sender: body })
  }],
  ['POST', /^\/api\/letters\/check$/, ({ body }) => ({ json: checked(body) })],
  ['POST', /^\/api\/letters\/print$/, ({ body }) => ({ raw: true, type: 'application/pdf', body: pdf(), headers: { 'Letters-Left': body.documents.slice(3).map((d) => `${d.caseId}/${d.id}`).join(','), 'Letters-Missing': '2' } })],
]
