import { expect, it } from 'vitest'
import { applied, isByHand, marks } from '../src/publications/byHand'

const rule = { rule: 'MSK-10', title: '商业秘密', with: '（略）', cite: '政府信息公开条例 第十五条' }

it('masks every place that reads so, but none that is masked already', () => {
  const taken = [{ from: 0, to: 2, with: '某', rule: 'MSK-02', title: '姓名', cite: '' }]
  const found = marks('配方甲和配方乙', '配方', rule, taken)
  expect(found.map((m) => [m.from, m.to])).toEqual([[4, 6]])
  expect(marks('配方甲', '工艺', rule, [])).toEqual([])
  expect(marks('配方甲', '', rule, [])).toEqual([])
  expect(applied('配方甲和配方乙', [...taken, ...found])).toBe('某甲和（略）乙')
})
it('tells a mark by hand from one that a rule of the same number found', () => {
  const mark = { from: 0, to: 1, with: '', rule: 'MSK-08', title: '出生日期', cite: '' }
  expect(isByHand(mark, [{ ...rule, rule: 'MSK-08', title: '健康' }])).toBe(false)
  expect(isByHand({ ...mark, title: '健康' }, [{ ...rule, rule: 'MSK-08', title: '健康' }])).toBe(true)
})
