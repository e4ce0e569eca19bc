import { expect, it } from 'vitest'
import { batches, readable } from '../src/law/importing'
import { changeText, excerpt, hits, standing, wordsOf } from '../src/law/words'

it('says what a text is on a day: the day of repeal is the first it is no longer in force', () => {
  const v = { inForceFrom: '2018-01-01', until: '2026-08-15' }
  expect(standing(v, '2017-12-31').text).toBe('尚未施行')
  expect(standing(v, '2026-08-14').text).toBe('即将失效')
  expect(standing(v, '2026-08-15').text).toBe('已失效')
  expect(standing({ ...v, until: null }, '2026-08-15').text).toBe('现行有效')
})

it('marks the words looked for and shows the text around the first', () => {
  expect(hits('查验进货记录', ['进货'])).toEqual([{ text: '查验', hit: false }, { text: '进货', hit: true }, { text: '记录', hit: false }])
  expect(hits('a.b', ['.'])).toEqual([{ text: 'a', hit: false }, { text: '.', hit: true }, { text: 'b', hit: false }])
  const long = '甲'.repeat(300) + '罚款' + '乙'.repeat(300)
  expect(excerpt(long, ['罚款'])).toContain('罚款')
  expect(excerpt(long, ['罚款']).length).toBeLessThan(160)
  expect(excerpt(long, ['没有'])).toBe(`${'甲'.repeat(150)}……`)
  expect(wordsOf('进货，查验 ')).toEqual(['进货', '查验'])
})

it('sends no more than 20 files or 20 MB in one request, and a larger file alone', () => {
  const file = (size: number) => ({ size, name: 'a.json' }) as File
  expect(batches(Array.from({ length: 41 }, () => file(1))).map((b) => b.length)).toEqual([20, 20, 1])
  expect(batches([file(15e6), file(15e6), file(50e6), file(1)]).map((b) => b.length)).toEqual([1, 1, 1, 1])
  expect(batches([])).toEqual([])
  expect(['a.JSON', 'b.docx', 'index.json', 'c.pdf'].filter((name) => readable({ name }))).toEqual(['a.JSON', 'b.docx'])
})

it('names the article that a changed one became only where it is another', () => {
  const change = { law: '甲法', article: '第五条', kind: 'CHANGED' as const, to: '第五条', presumed: false }
  expect(changeText(change)).toBe('甲法 第五条')
  expect(changeText({ ...change, kind: 'REPEALED', to: '第七条', presumed: true })).toBe('甲法 第五条 → 第七条（按文字相近推定）')
  expect(changeText({ ...change, kind: 'GONE', to: null })).toBe('甲法 第五条')
})
