import { describe, expect, it } from 'vitest'
import { body, missing, ofRow, placeInTrial, type TrialRow } from '../src/jurist/trial'
import { dueState, figureText } from '../src/jurist/words'
import type { TrialDue } from '../src/api/types'

const row = (more: Partial<TrialRow>): TrialRow => ({ key: 0, code: 'decide', date: '2026-03-01', schema: null, form: {}, ...more })

describe('a trial', () => {
  it('sends contents only where they were asked for', () => {
    const schema = { type: 'object', properties: { fine: { type: 'integer' } } }
    expect(body([row({})])).toEqual([{ code: 'decide', at: '2026-03-01' }])
    expect(body([row({ schema, form: { fine: 5 } })])[0]!.form).toEqual({ fine: 5 })
  })
  it('names the row in which something is missing', () => {
    expect(missing([row({}), row({ code: undefined, date: undefined })]).map((e) => e.pointer)).toEqual(['/acts/1/code', '/acts/1/at'])
    expect(ofRow({ pointer: '/acts/2/form/fine', message: '' })).toEqual({ row: 2, pointer: '/form/fine' })
    expect(ofRow({ pointer: '/on', message: '' })).toBeNull()
  })
  it('leads from an error to its field by the name people know it by', () => {
    const schema = { type: 'object', properties: { fine: { type: 'integer', title: '罚款数额' } } }
    expect(placeInTrial({ pointer: '/acts/1/form/fine', message: '必填' }, [row({}), row({ key: 7, schema })])).toMatchObject({ label: '第 2 个事项 罚款数额', target: 'trial-7-fine' })
    expect(placeInTrial({ pointer: '/acts/0/on', message: 'x' }, [row({})])).toMatchObject({ label: '第 1 个事项', target: 'row-0' })
  })
  it('is red only for what is overdue and still owed', () => {
    const due = (d: Partial<TrialDue>) => dueState({ status: 'OPEN', overdue: false, stopped: false, ...d } as TrialDue).tone
    expect(due({ overdue: true })).toBe('red')
    expect(due({ overdue: true, status: 'FULFILLED' })).toBe('pine')
    expect(due({})).toBe('indigo')
  })
  it('shows money in 元', () => expect(figureText('money', 1234550)).toBe('12,345.5 元'))
})
