import { inject, provide, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import type { ActDone, CaseDetail, Changed, DocumentRow, EntryRow } from '../api/types'
import type { Problem } from '../api/client'

export interface CaseContext {
  detail: ShallowRef<CaseDetail | null>
  documents: ShallowRef<DocumentRow[] | null>
  documentsProblem: ShallowRef<Problem | null>
  /** What the last act changed in the findings of later entries. */
  changed: ShallowRef<Changed[]>
  /** Newest first, as far as read. */
  entries: ShallowRef<EntryRow[]>
  entriesProblem: ShallowRef<Problem | null>
  moreEntries: Ref<boolean>
  readMore: () => Promise<void>
  reload: () => Promise<void>
  /** The case as an accepted act returned it. */
  accept: (answer: ActDone) => void
  /** No act may be done: another role looks on, or an earlier state is shown. */
  looking: Ref<boolean>
  tab: Ref<string>
  showEntry: (seq: number) => void
}
const key: InjectionKey<CaseContext> = Symbol('case')
export const provideCase = (context: CaseContext) => provide(key, context)
export function useCase(): CaseContext {
  const found = inject(key)
  if (!found) throw new Error('a part of a case stands outside of its page')
  return found
}
