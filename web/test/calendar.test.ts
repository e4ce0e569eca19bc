import { describe, expect, it } from 'vitest'
import { added, shiftText } from '../src/registry/moves'

const row = { agency: '云岭市市场监督管理局', act: '作出行政处罚决定', owedBy: 'agency' }
const none = { examined: 0, unread: 0, cases: 0, rows: [], done: false }

describe('what an announcement moves', () => {
  it('adds up over the answers, one row for an agency and act', () => {
    const first = added(none, { examined: 500, unread: 1, cases: 2, moved: [{ ...row, count: 2, earliest: 1, latest: 4, settled: 1 }], next: '1.500' })
    const all = added(first, { examined: 20, unread: 0, cases: 1, moved: [{ ...row, count: 1, earliest: -2, latest: -2, settled: 0 }], next: null })
    expect(first.done).toBe(false)
    expect(all).toEqual({ examined: 520, unread: 1, cases: 3, rows: [{ ...row, count: 3, earliest: -2, latest: 4, settled: 1 }], done: true })
  })

  it('does not take a row that only settles for one that moves by nought', () => {
    const first = added(none, { examined: 1, unread: 0, cases: 0, moved: [{ ...row, count: 0, earliest: 0, latest: 0, settled: 1 }], next: '1.1' })
    const all = added(first, { examined: 1, unread: 0, cases: 1, moved: [{ ...row, count: 1, earliest: 3, latest: 3, settled: 0 }], next: null })
    expect(all.rows).toEqual([{ ...row, count: 1, earliest: 3, latest: 3, settled: 1 }])
  })

  it('says by how much in words', () => {
    expect([shiftText(-2, 4), shiftText(3, 3), shiftText(0, 0)]).toEqual(['提前 2 日至推迟 4 日', '推迟 3 日', '不变'])
  })
})
