import { describe, expect, it } from 'vitest'
import { Problem } from '../src/api/client'
import type { Assessment } from '../src/api/discretion'
import type { Schema } from '../src/api/types'
import { filled } from '../src/discretion/filling'
import { noAnswers, situationOf } from '../src/discretion/situation'
import { whyNot } from '../src/discretion/words'

const form = { type: 'object', properties: {
  discretion: { type: 'string' }, fine: { type: 'integer', format: 'money' }, departs: { type: 'boolean' }, departReason: { type: 'string' },
  degree: { type: 'string', enum: ['normal', 'lighter'], 'x-titles': ['一般', '从轻'] },
} } as Schema
const hint = { fine: 'fine', degree: 'degree', departs: 'departs', reason: 'departReason' }
const result = (more: Partial<Assessment>) => ({ choice: '从轻', spared: false, departs: false, explanation: '说明', parties: [{ party: '', proposed: 6500000, decided: null }], ...more }) as Assessment

describe('the calculator fills the form', () => {
  it('with the explanation, the proposed fine and the degree', () => {
    expect(filled(result({}), '', 'discretion', hint, form)).toEqual({ discretion: '说明', fine: 6500000, degree: 'lighter', departs: false })
  })
  it('with what the officer decided and the reason where it departs from the benchmark', () => {
    const departing = result({ departs: true, parties: [{ party: '', proposed: 1, decided: 8000000 }] as Assessment['parties'] })
    expect(filled(departing, '无力承担', 'discretion', hint, form)).toMatchObject({ fine: 8000000, departs: true, departReason: '无力承担' })
  })
  it('with no fine where none is imposed, and with nothing that the form does not have', () => {
    expect(filled(result({ spared: true, choice: '不予处罚' }), '', 'discretion', { ...hint, departs: 'nowhere' }, form)).toEqual({ discretion: '说明', fine: 0 })
  })
})

describe('what keeps the calculator from answering', () => {
  const problem = (pointer: string, message: string) => new Problem(422, '未通过审查', message, { errors: [{ pointer, message }] })
  it('is one sentence that names its field once', () => {
    expect(whyNot(problem('/quantities/货值金额', '没有填写货值金额（元）'))).toBe('没有填写货值金额（元）')
    expect(whyNot(problem('/quantities/货值金额', '“八千多”不是数'))).toBe('货值金额：“八千多”不是数')
    expect(whyNot(problem('/fine', '“多”不是数'))).toBe('拟罚款：“多”不是数')
    expect(whyNot(problem('', '本表的裁量阶次没有一项相符'))).toBe('本表的裁量阶次没有一项相符')
    expect(whyNot(new Problem(500, '出错了', '请稍后再试'))).toBe('请稍后再试')
  })
})

describe('a situation', () => {
  it('carries what was answered and nothing else', () => {
    const answers = { ...noAnswers(), quantities: { 货值金额: '8000', 面积: ' ' }, grounds: ['LM3'] }
    expect(situationOf('t', '2026-03-02', answers)).toEqual({ table: 't', on: '2026-03-02', quantities: { 货值金额: '8000' }, choices: {}, grounds: ['LM3'] })
  })
})
