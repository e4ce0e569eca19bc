import { describe, expect, it } from 'vitest'
import { pieces } from '../src/find/find'
import { initial, place } from '../src/find/initials'

describe('查找', () => {
  it('tells the initials of our own titles', () => {
    expect([...'我的待办案件办理法规库执法人员'].map(initial).join('')).toBe('wddbajblfgkzfry')
    expect([initial('A'), initial('7'), initial('，'), initial('𠮷')]).toEqual(['a', '7', '', ''])
  })
  it('finds the place of words and of initials', () => {
    expect(place('执法人员', '人员')).toEqual([2, 4])
    expect(place('执法人员', 'RY')).toEqual([2, 4])
    expect(place('执法人员', 'yr')).toBeNull()
    expect(place('执法人员', 'r')).toBeNull()
    expect(place('执法人员', ' ')).toBeNull()
  })
  it('cuts a text where it matched and loses nothing', () => {
    const cut = pieces({ text: '云岭市禾穗坊食品有限公司', marks: [[3, 6], [8, 10]] })
    expect(cut).toEqual(['云岭市', '禾穗坊', '食品', '有限', '公司'])
    expect(pieces({ text: '甲', marks: [] })).toEqual(['甲'])
    expect(pieces({ text: '甲乙', marks: [[0, 2]] }).join('')).toBe('甲乙')
  })
})
