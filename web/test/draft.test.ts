import { beforeEach, expect, it } from 'vitest'
import { clearDrafts, draftKey, keepDraftsOnlyOf, readDraft, saveDraft, scrubPersonal } from '../src/form/draft'
import { ownDraft, session } from '../src/session/session'
import type { Session } from '../src/api/types'

const person: Session = { person: { id: '11', name: '林予安', roles: [], roleTitles: [] }, agency: { id: '7', name: '', field: '', region: '3', regionName: '' }, unit: null, permissions: [], posts: [] }
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
it('keeps what was typed in one post out of another and gives it back there', () => {
  const at = (agency: string) => { session.value = { ...person, agency: { ...person.agency, id: agency } } }
  at('7')
  saveDraft(ownDraft('new', 'penalty-ordinary'), { value: { place: '望湖路' }, personal: [] })
  at('9')
  expect(readDraft(ownDraft('new', 'penalty-ordinary'))).toBeNull()
  keepDraftsOnlyOf('11')
  at('7')
  expect(readDraft(ownDraft('new', 'penalty-ordinary'))).toEqual({ place: '望湖路' })
})
