import { describe, expect, it } from 'vitest'
import type { Piece } from '../src/api/posts'
import { scoreForm, scoresOf } from '../src/posts/scores'
import { money, stateOf, stepsOf, whereOf } from '../src/posts/words'

const piece = (more: Partial<Piece>): Piece => ({
  id: '1', agency: '7', agencyName: '云川市市场监督管理局', kind: 'body-camera', kindTitle: '执法记录仪', lent: true, number: 'J-1', model: '', acquiredOn: '2025-01-01', note: '',
  state: 'stored', faulty: false, holder: null, holderName: null, holderUnit: null, heldFrom: null, out: null, outName: null, outOn: null, leftBehind: false, ...more,
})

describe('steps of a piece', () => {
  it('offers the keeper what its state allows', () => {
    expect(stepsOf(piece({}), true)).toEqual(['assign', 'take-out', 'fault', 'lose', 'retire'])
    expect(stepsOf(piece({ state: 'held' }), true)).toEqual(['return', 'take-out', 'fault', 'lose'])
    expect(stepsOf(piece({ state: 'held', out: '11' }), true)).toEqual(['bring-back', 'fault', 'lose'])
    expect(stepsOf(piece({ faulty: true }), true)).toEqual(['repair', 'lose', 'retire'])
    expect(stepsOf(piece({ state: 'lost' }), true)).toEqual(['find', 'retire'])
    expect(stepsOf(piece({ state: 'retired' }), true)).toEqual([])
  })
  it('offers a user their use only, and of a uniform none', () => {
    expect(stepsOf(piece({}), false)).toEqual(['take-out', 'fault'])
    expect(stepsOf(piece({ lent: false }), false)).toEqual(['fault'])
    expect(stepsOf(piece({ state: 'lost' }), false)).toEqual([])
  })
  it('says first what is amiss', () => {
    expect(stateOf(piece({ state: 'held', leftBehind: true, faulty: true })).text).toBe('离岗未交还')
    expect(stateOf(piece({ faulty: true })).text).toBe('有故障')
    expect(whereOf(piece({ state: 'held', holderName: '林予安', out: '12', outName: '周明远', outOn: '2026-01-02' }))).toBe('林予安；周明远 自 2026-01-02 使用')
    expect(whereOf(piece({}))).toBe('—')
  })
})

describe('scores and amounts', () => {
  const of = [{ title: '程序合法', standard: '齐备', points: 60 }, { title: '案卷质量', standard: '平均', points: 40 }]
  it('asks one score for each indicator, in their order', () => {
    const schema = scoreForm(of, {}, ['person'])
    expect(schema.required).toEqual(['person', 's0', 's1'])
    expect(schema.properties!.s1!.maximum).toBe(40)
    expect(scoresOf({ s1: 30, s0: 55 }, of)).toEqual([55, 30])
  })
  it('writes an amount in yuan', () => {
    expect(money(500000)).toBe('5,000 元以下')
    expect(money(null)).toBe('不限额')
  })
})
