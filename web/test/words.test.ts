import { expect, it } from 'vitest'
import { place } from '../src/case/fieldErrors'
import { onOf, onText } from '../src/case/on'
import { takingPart } from '../src/case/parts'
import { url } from '../src/api/client'
import { masked, original } from '../src/publications/words'
import { announcement, daysText, span } from '../src/registry/calendar'
import { clock, instantOf, moment, today } from '../src/shared/dates'
import { dueWords } from '../src/shared/due'

const due = (more: object) => ({ overdue: false, stopped: false, provisional: false, daysLeft: 10 as number | null, ...more })

it('says a time limit in words, red for overdue alone', () => {
  expect(dueWords(due({}))).toEqual({ text: '余 10 日', tone: 'indigo' })
  expect(dueWords(due({ daysLeft: 0 })).text).toBe('今日届满')
  expect(dueWords(due({ daysLeft: -6, overdue: true }))).toEqual({ text: '超期 6 日', tone: 'red' })
  expect(dueWords(due({ stopped: true })).text).toBe('已暂停')
  expect(dueWords(due({ daysLeft: null })).text).toBe('及时办理')
})
it('carries objects through the address', () => {
  expect(onText({ party: 'party-1', document: 'd-2' })).toBe('document:d-2,party:party-1')
  expect(onOf(onText({ party: 'party-1', document: 'd-2' }))).toEqual({ party: 'party-1', document: 'd-2' })
})
it('places errors on the envelope and in rows of the form', () => {
  expect(place({ pointer: '/officers', message: 'x' }, { properties: {} }, 'act').label).toBe('执法人员')
  const schema = { properties: { parties: { type: 'array', items: { properties: { name: { title: '姓名' } } } } } }
  expect(place({ pointer: '/form/parties/1/name', message: 'x' }, schema, 'act')).toMatchObject({ pointer: '/parties/1/name', label: '第 2 行 姓名', target: 'act-parties-1-name' })
})
const mask = (from: number, to: number, shown: string) => ({ from, to, with: shown, rule: 'name', title: '姓名', cite: '' })
it('marks the masked places on both sides, whatever their order', () => {
  const masks = [mask(7, 9, '某'), mask(3, 6, '方某某')]
  expect(original('当事人方小满和张三。', masks)).toEqual([{ text: '当事人', mark: null }, { text: '方小满', mark: 1 }, { text: '和', mark: null }, { text: '张三', mark: 0 }, { text: '。', mark: null }])
  expect(masked('当事人方某某和某。', '当事人方小满和张三。', masks).map((p) => p.mark)).toEqual([null, 1, null, 0, null])
})
it('marks nothing in a public text that does not follow from the places', () => {
  expect(masked('另一文本', '当事人方小满', [mask(3, 6, '方某某')])).toEqual([{ text: '另一文本', mark: null }])
})
it('says days as a notice does, whether listed or as ranges', () => {
  expect(daysText(['02-16..19'])).toBe('2月16日至19日')
  expect(daysText(['01-28..02-04', '02-08'])).toBe('1月28日至2月4日、2月8日')
  expect(daysText(['01-01', '01-02', '01-03'])).toBe('1月1日至3日')
  expect(daysText(undefined)).toBe('—')
})
it('writes a holiday notice day by day', () => {
  expect(span('2027-02-27', '2027-03-01')).toEqual(['02-27', '02-28', '03-01'])
  expect(announcement({ year: 2027, source: '通知', holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-02', statutoryFrom: '2027-01-01', statutoryTo: '2027-01-01' }], work: [{ date: '2027-01-03', name: '元旦' }] }))
    .toEqual({ year: 2027, source: '通知', holidays: { 元旦: { statutory: ['01-01'], off: ['01-01', '01-02'], work: ['01-03'] } } })
})
it('leaves empty filters out of an address', () => expect(url('/api/cases', { q: '', stage: '决定', mine: false, limit: 50 })).toBe('/api/cases?stage=%E5%86%B3%E5%AE%9A&limit=50'))
it('reads a time of day however it is typed', () => {
  expect(['930', '9:30', '09：30', '25:00', '9'].map(clock)).toEqual(['09:30', '09:30', '09:30', null, null])
})
it('keeps to legal time, UTC+8, wherever the browser stands', () => {
  expect(today(new Date('2026-11-21T23:35:00Z'))).toBe('2026-11-22')
  expect(moment('2026-11-21T23:35:00Z')).toBe('2026-11-22 07:35')
  expect(instantOf('2026-11-22T07:35')).toBe('2026-11-21T23:35:00.000Z')
})
it('shows local date-times as they are', () => expect(moment('2026-03-01T15:00')).toBe('2026-03-01 15:00'))

it('names each person of a case once, with all parts', () => {
  const people = [['1', 'lead'], ['1', 'actor'], ['1', 'officer'], ['2', 'officer'], ['3', 'actor']].map(([id, part]) => ({ id: id!, name: `人${id}`, part: part! }))
  expect(takingPart(people).map((p) => `${p.name} ${p.parts}`)).toEqual(['人1 主办人、执法人员', '人2 执法人员', '人3 经办人'])
})
