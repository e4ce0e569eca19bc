import { describe, expect, it } from 'vitest'
import { capital, fenToYuan, money, yuanToFen } from '../src/form/money'

describe('money', () => {
  it('takes yuan as typed and keeps whole fen', () => {
    expect(yuanToFen('50000')).toBe(5000000)
    expect(yuanToFen('1,234.5')).toBe(123450)
    expect(yuanToFen('0.29')).toBe(29)
    expect(yuanToFen('19.99')).toBe(1999)
  })
  it('refuses what is no amount instead of guessing', () => {
    for (const text of ['', '五万', '1.234', '1e5', '12 元', '--1']) expect(yuanToFen(text)).toBeNull()
  })
  it('shows fen only where there are any', () => {
    expect(fenToYuan(5000000)).toBe('50000')
    expect(fenToYuan(123450)).toBe('1234.50')
    expect(money(123456789)).toBe('1,234,567.89 元')
  })
  it('writes the capital figures of a decision', () => {
    expect(capital(5000000)).toBe('伍万元整')
    expect(capital(10050)).toBe('壹佰元伍角')
    expect(capital(1002003)).toBe('壹万零贰拾元零叁分')
    expect(capital(100000000000)).toBe('壹拾亿元整')
    expect(capital(0)).toBe('零元整')
    expect(capital(50)).toBe('伍角')
  })
})
