import { describe, expect, it } from 'vitest'
import { Problem } from '../src/api/client'
import type { Draft, DraftParameter } from '../src/api/drafts'
import { offered } from '../src/drafts/decisions'
import { difference } from '../src/drafts/difference'
import { inChinese } from '../src/drafts/faults'
import { missingHead } from '../src/drafts/head'
import { amount, chinese } from '../src/drafts/numerals'
import { begin, changedParts, typedValue, valueKind, valueWords } from '../src/drafts/parameter'
import { exampleTemplate } from '../src/drafts/templates'
import { changes, checkStands, faultsOf, replayText, since } from '../src/drafts/words'

const parameter = (more: Partial<DraftParameter>): DraftParameter => ({ name: 'caseDays', title: '办案期限', value: '90 nd', words: '九十日', cite: '行政处罚法 第六十条', verified: true, note: '', layer: '国家', file: 'a.yaml', line: 1, change: null, ...more })
const draft = (more: Partial<Draft>) => ({ state: 'draft', submittable: false, publishable: false, parameters: [], rules: [], added: [], examples: null, history: [], ...more }) as unknown as Draft

describe('a value of a parameter', () => {
  it('is typed as a jurist writes it and sent as the pack writes it', () => {
    const sent = (p: Partial<DraftParameter>, text: string, unit = 'wd') => typedValue(valueKind(parameter(p)), { ...begin(parameter(p)), text, unit })
    expect(sent({}, '60')).toBe('60 wd')
    expect(sent({ value: 1000000, words: '1万元' }, '2,000.50')).toBe(200050)
    expect(sent({ value: 7, words: '7' }, '5')).toBe(5)
    expect(sent({ value: '01-31', words: '1月31日' }, '2月29日')).toBe('02-29')
    expect(sent({ value: '0.03', words: '3%' }, '0.05')).toBe('0.05')
    expect(sent({ value: true, words: '是' }, 'false')).toBe(false)
  })
  it('is refused where it is none', () => {
    expect(typedValue('period', { ...begin(parameter({})), text: '九十' })).toBeNull()
    expect(typedValue('money', { ...begin(parameter({})), text: '' })).toBeNull()
    expect(typedValue('day', { ...begin(parameter({})), text: '2-30' })).toBeNull()
    expect(typedValue('int', { ...begin(parameter({})), text: '1.5' })).toBeNull()
  })
  it('never begins as checked against the original text, but keeps what was confirmed of the change', () => {
    expect(begin(parameter({ verified: true })).verified).toBe(false)
    expect(begin(parameter({ change: { value: '60 nd', cite: 'x', verified: true, note: '' } })).verified).toBe(true)
  })
  it('is read in words as the server reads the old one', () => {
    expect(valueWords('period', '20 wd')).toBe('二十个工作日')
    expect(valueWords('money', 10_000_000)).toBe('10万元')
    expect(valueWords('ratio', '0.03')).toBe('3%')
    expect([10, 11, 20, 101, 110, 1005].map(chinese)).toEqual(['十', '十一', '二十', '一百零一', '一百一十', '一千零五'])
    expect(amount(150_000)).toBe('1500元')
  })
  it('names what about it is new', () => {
    const old = { value: '90 nd', cite: 'a', verified: true, note: '' }
    expect(changedParts(old, { ...old, value: '60 nd', cite: 'b' })).toEqual(['值', '法律依据'])
  })
})

describe('two texts side by side', () => {
  it('lose nothing of either', () => {
    const [old, now] = ['severity: warn\nrequire: "a && b"', 'severity: bar\nrequire: "a && b || c"\nmend: 改']
    const pieces = difference(old, now)
    expect(pieces.filter((p) => p.kind !== 'INSERTED').map((p) => p.text).join('')).toBe(old)
    expect(pieces.filter((p) => p.kind !== 'DELETED').map((p) => p.text).join('')).toBe(now)
    expect(pieces.filter((p) => p.kind === 'DELETED').map((p) => p.text)).toEqual(['warn'])
  })
  it('are compared line by line when they are long', () => {
    const long = Array.from({ length: 900 }, (_, i) => `line ${i}: x`).join('\n')
    expect(difference(long, long.replace('line 450: x', 'line 450: y')).filter((p) => p.kind !== 'SAME').map((p) => p.text.trim())).toEqual(['line 450: x', 'line 450: y'])
  })
})

describe('a refused text', () => {
  const refusal = (detail: string, body = {}) => faultsOf(new Problem(422, '不符合规定', detail, body))
  it('says at which line it is wrong', () => {
    expect(refusal('', { errors: [{ pointer: '/text', line: 3, message: '缺少引号' }] })).toEqual([{ line: 3, message: '缺少引号' }])
    expect(refusal('第 2 行：缩进不对')[0]!.line).toBe(2)
    expect(refusal('名称太长', { errors: [{ pointer: '/title', message: '名称太长' }] })).toEqual([])
  })
})

describe('a fault of a pack', () => {
  it('is told in Chinese where it is known, and never lost where it is not', () => {
    expect(inChinese('第 3 行：severity is bar, warn or score')).toMatch(/^第 3 行：severity 只能是/)
    expect(inChinese("'inspect.recorded': no example breaks it")).toBe('规则 inspect.recorded 没有违反它的例子')
    expect(inChinese('something else')).toBe('something else')
    expect(inChinese('due archive-case as-of 2026-07-01: expected due date 2026-07-15, got [2026-07-29]')).toBe('due archive-case as-of 2026-07-01：应当在 2026-07-15 届满，实际是 2026-07-29')
    expect(inChinese('x 2026-01-01: expected to be barred by a.b, got nothing')).toContain('应当被 a.b 拦截，实际可以办理')
  })
})

describe('a draft', () => {
  it('counts what it changes', () => expect(changes(draft({ parameters: [parameter({}), parameter({ change: { value: '60 nd', cite: 'x', verified: false, note: '' } })], examples: 'x' }))).toBe(2))
  it('says what a replay found', () => {
    expect(replayText({ barred: 12, added: 3, removed: 1 })).toBe('将禁止 12 项、新增 3 处问题、消除 1 处')
    expect(replayText({ barred: 0, added: 3, removed: 0 })).toBe('新增 3 处问题')
    expect(replayText({ barred: 0, added: 0, removed: 0 })).toContain('没有差别')
  })
  it('offers a person what their duties allow, and only in its state', () => {
    const may = (...held: string[]) => (p: string) => held.includes(p)
    const names = (d: Draft, ...held: string[]) => offered(d, may(...held)).map((o) => o.what)
    expect(names(draft({}), 'law.draft')).toEqual(['submit', 'withdraw'])
    expect(names(draft({}), 'law.publish')).toEqual([])
    expect(names(draft({ state: 'submitted' }), 'law.draft')).toEqual(['withdraw'])
    expect(names(draft({ state: 'submitted' }), 'law.draft', 'law.publish')).toEqual(['publish', 'return', 'withdraw'])
    expect(names(draft({ state: 'published' }), 'law.draft', 'law.publish')).toEqual([])
  })
  it('may be published by this person only when the server says so', () => expect(offered(draft({ state: 'submitted' }), () => true)[0]!.open).toBe(false))
  it('has no check that stands once it was changed', () => {
    const check = { at: '2026-01-02T00:00:00Z', passed: true, problems: [], examples: { run: 1, failed: [] } }
    const event = (at: string) => ({ at, by: { id: '1', name: '甲' }, what: 'changed' as const, note: null })
    expect(checkStands(draft({ check, history: [event('2026-01-01T00:00:00Z')] }))).toBe(true)
    expect(checkStands(draft({ check, history: [event('2026-01-03T00:00:00Z')] }))).toBe(false)
  })
  it('tells who wrote in between', () => {
    const created = { at: '2026-01-01T00:00:00Z', by: { id: '1', name: '甲' }, what: 'created' as const, note: null }
    const changed = { at: '2026-01-02T00:00:00Z', by: { id: '2', name: '乙' }, what: 'changed' as const, note: '办案期限' }
    expect(since(draft({ history: [created] }), draft({ history: [changed, created] }))).toEqual([changed])
  })
  it('begins on a later day, with a title and a reason', () => {
    expect(missingHead({ title: '', reason: ' ', from: '2020-01-01' })).toHaveLength(3)
    expect(missingHead({ title: 'a', reason: 'b', from: '2999-01-01' })).toEqual([])
  })
  it('has examples dated from the day in force', () => expect(exampleTemplate('penalty-ordinary', '2027-02-28', 'file-case')).toContain('2027-03-02 barred by'))
})
