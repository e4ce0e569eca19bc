import { computed, inject, onMounted, provide, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import * as api from '../api'
import type { Problem } from '../api/client'
import type { Note } from '../api/work'
import { useFeed } from '../shared/load'

/** Notes between colleagues (批注) on the entries of one case; they are no part of its record. */
export interface CaseNotes { of: ComputedRef<Map<number, Note[]>>; problem: ShallowRef<Problem | null>; next: Ref<string | null>; load: () => Promise<void>; more: () => Promise<void> }

const key: InjectionKey<CaseNotes> = Symbol('notes')

/** Reads them and makes them known to the entries below; of each entry the oldest first. */
export function provideNotes(id: string): CaseNotes {
  const feed = useFeed((cursor) => api.work.notes(id, cursor))
  onMounted(feed.load)
  const of = computed(() => {
    const all = new Map<number, Note[]>()
    for (const n of feed.items.value) all.set(n.seq, [n, ...(all.get(n.seq) ?? [])])
    return all
  })
  const notes = { of, problem: feed.problem, next: feed.next, load: feed.load, more: feed.more.load }
  provide(key, notes)
  return notes
}
export const useNotes = () => inject(key, null)
