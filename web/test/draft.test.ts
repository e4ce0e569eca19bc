import { beforeEach, expect, it } from 'vitest'
import { clearDrafts, draftKey, keepDraftsOnlyOf, readDraft, saveDraft, scrubPersonal } from '../src/form/draft'

beforeEach(() => sessionStorage.clear())
const mine = draftKey('11', '3-1', 'inspect', '')
const put = () => saveDraft(mine, { value: { form: { name: '方小满', parties: [{ name: '甲', kind: 'org' }], place: '望湖路' } }, personal: ['name'] })

it('gives back what was typed', () => {
  put()
  expect(readDraft(mine)).toMatchObject({ form: { place: '望湖路', name: '方小满' } })
})
it('removes personal fields when the session is found ended, and keeps the rest', () => {
  put()
  scrubPersonal()
  expect(readDraft(mine)).toEqual({ form: { parties: [{ kind: 'org' }], place: '望湖路' } })
})
it('forgets another person’s drafts', () => {
  put()
  keepDraftsOnlyOf('12')
  expect(readDraft(mine)).toBeNull()
})
it('forgets all drafts on sign-out and touches nothing else', () => {
  put()
  sessionStorage.setItem('other', '1')
  clearDrafts()
  expect(readDraft(mine)).toBeNull()
  expect(sessionStorage.getItem('other')).toBe('1')
})
