import { onScopeDispose, ref, shallowRef } from 'vue'
import { Problem } from '../api/client'

/** One thing read from the server: its value, whether it is on its way, and what went wrong. */
export function useLoad<T>(read: () => Promise<T>) {
  const value = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let turn = 0
  onScopeDispose(() => { turn = -1 })

  async function load(): Promise<void> {
    const mine = ++turn
    loading.value = true
    try {
      const got = await read()
      if (mine !== turn) return
      value.value = got
      problem.value = null
    } catch (cause) {
      if (mine !== turn || (cause instanceof DOMException && cause.name === 'AbortError')) return
      if (!(cause instanceof Problem)) throw cause
      problem.value = cause
    } finally {
      if (mine === turn) loading.value = false
    }
  }
  return { value, problem, loading, load }
}

/** A keyset list that grows by 加载更多. */
export function useFeed<T>(read: (cursor?: string) => Promise<{ items: T[]; next: string | null }>) {
  const items = shallowRef<T[]>([])
  const next = ref<string | null>(null)
  const first = useLoad(async () => {
    const page = await read()
    items.value = page.items
    next.value = page.next
    return page
  })
  const later = useLoad(async () => {
    const page = await read(next.value ?? undefined)
    items.value = [...items.value, ...page.items]
    next.value = page.next
    return page
  })
  return { items, next, loading: first.loading, problem: first.problem, load: first.load, more: later }
}
