import { expect, it } from 'vitest'
import { place } from '../src/case/fieldErrors'
import { onOf, onText } from '../src/case/on'
import { url } from '../src/api/client'
import { marked } from '../src/publications/words'
import { clock, moment } from '../src/shared/dates'
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
it('marks each masked word with its number, the longest first', () => {
  expect(marked('方小满与方小', ['方小', '方小满']).map((p) => p.mark)).toEqual([1, null, 0])
})
it('leaves empty filters out of an address', () => expect(url('/api/cases', { q: '', stage: '决定', mine: false, limit: 50 })).toBe('/api/cases?stage=%E5%86%B3%E5%AE%9A&limit=50'))
it('reads a time of day however it is typed', () => {
  expect(['930', '9:30', '09：30', '25:00', '9'].map(clock)).toEqual(['09:30', '09:30', '09:30', null, null])
})
it('shows local date-times as they are', () => expect(moment('2026-03-01T15:00')).toBe('2026-03-01 15:00'))
