import { describe, expect, it } from 'vitest'
import type { Schema } from '../src/api/types'
import { effective, personal, shown, widgetOf } from '../src/form/schema'
import { pointerOf, validate } from '../src/form/validate'

const form: Schema = {
  type: 'object', required: ['method', 'witness', 'fine', 'rightsTold', 'parties'],
  $defs: { party: { type: 'object', title: '当事人', required: ['name'], properties: { name: { type: 'string', 'x-personal': true, title: '姓名' } } } },
  properties: {
    method: { type: 'string', title: '送达方式', enum: ['direct', 'lien'] },
    witness: { type: 'string', title: '见证人', 'x-personal': true, 'x-when': { field: 'method', in: ['lien'] } },
    fine: { type: 'integer', format: 'money', title: '罚款金额', minimum: 0, maximum: 10000 },
    rightsTold: { type: 'boolean', const: true, title: '已告知权利' },
    parties: { type: 'array', title: '当事人', items: { $ref: '#/$defs/party' } },
  },
}
const whole = { method: 'direct', fine: 5000, rightsTold: true, parties: [{ name: '甲' }] }
const messages = (value: Record<string, unknown>) => Object.fromEntries(validate(form, value).map((e) => [e.pointer, e.message]))

describe('a form from the pack', () => {
  it('is complete when the hidden field is left out', () => expect(messages(whole)).toEqual({}))
  it('asks for the conditional field once it shows', () => expect(messages({ ...whole, method: 'lien' })).toEqual({ '/witness': '请填写' }))
  it('does not send what is hidden', () => expect(effective(form, { ...whole, witness: '乙' }).value).not.toHaveProperty('witness'))
  it('refuses an unticked confirmation', () => expect(messages({ ...whole, rightsTold: undefined })).toEqual({ '/rightsTold': '请确认' }))
  it('refuses false as a confirmation', () => expect(messages({ ...whole, rightsTold: false })).toEqual({ '/rightsTold': '请确认' }))
  it('says amounts in yuan', () => expect(messages({ ...whole, fine: 10001 })).toEqual({ '/fine': '不得多于 100 元' }))
  it('says that typed text is no amount', () => expect(messages({ ...whole, fine: '五万' })['/fine']).toContain('金额'))
  it('points into the row at fault', () => expect(messages({ ...whole, parties: [{ name: '甲' }, {}] })).toEqual({ '/parties/1/name': '请填写' }))
  it('lists the errors in the order of the form', () =>
    expect(validate(form, {}).map((e) => e.pointer)).toEqual(['/method', '/fine', '/rightsTold', '/parties']))
  it('knows which fields are personal, at any depth', () => expect(personal(form).sort()).toEqual(['name', 'witness']))
})

describe('x-when', () => {
  const field = (when: string): Schema => ({ type: 'string', 'x-when': when })
  it('reads the short forms', () => {
    expect(shown(field("method == 'lien'"), { method: 'lien' })).toBe(true)
    expect(shown(field("method == 'lien'"), { method: 'direct' })).toBe(false)
    expect(shown(field("method in ['a', 'b']"), { method: 'b' })).toBe(true)
    expect(shown(field('minor'), {})).toBe(false)
    expect(shown(field('!minor && n == 2'), { n: 2 })).toBe(true)
  })
  it('never hides a field on a condition that it does not understand', () => expect(shown(field('size(x) > 3'), {})).toBe(true))
})

it('chooses the widget by the schema alone', () => {
  expect(widgetOf({ type: 'boolean' }, form)).toBe('yes-no')
  expect(widgetOf({ type: 'boolean', const: true }, form)).toBe('confirm')
  expect(widgetOf({ type: 'string', 'x-object': 'measure' }, form)).toBe('object')
  expect(widgetOf({ type: 'array', items: { $ref: '#/$defs/party' } }, form)).toBe('table')
})

it('reads the server’s pointers in all spellings', () => {
  for (const p of ['/form/fine', '#/fine', '/fine', 'form.fine']) expect(pointerOf(p)).toBe('/fine')
  expect(pointerOf('/formula')).toBe('/formula')
})

it('takes a legal date-time as the picker gives it, without seconds or zone', () => {
  const timed: Schema = { type: 'object', required: ['at'], properties: { at: { type: 'string', format: 'date-time', title: '检查时间' } } }
  expect(validate(timed, { at: '2026-10-09T10:30' })).toEqual([])
  expect(validate(timed, { at: '2026-10-09' })).toEqual([{ pointer: '/at', message: '请填写日期和时间' }])
})
