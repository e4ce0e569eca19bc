import { expect, it } from 'vitest'
import { actInput, type ActDraft } from '../src/case/useAct'

const draft = (of: Partial<ActDraft>): ActDraft => ({ date: '2026-03-01', time: '', officers: [], form: {}, files: [], mode: 'NOW', reason: '', approver: '', notSame: '', ...of })
const sent = (of: Partial<ActDraft>) => actInput('file-case', {}, draft(of), null, 0)

it('what was found of the same conduct is the reason of the entry', () => {
  expect(sent({ notSame: ' 另一门店的行为 ' }).reason).toBe('另一门店的行为')
  expect(sent({ mode: 'LATE', reason: '当日停电', notSame: '另一门店的行为' }).reason).toBe('当日停电；另一门店的行为')
})
it('an act done now says no reason that nobody asked for', () => {
  expect(sent({ reason: '改回现在办理以前所写' })).not.toHaveProperty('reason')
})
