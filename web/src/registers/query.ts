import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** A list's filters live in the address, so that a list can be kept, sent and come back to; a new filter begins at the first page. */
export function useQuery<N extends string>(names: readonly N[]) {
  const route = useRoute()
  const router = useRouter()
  const filters = computed(() => Object.fromEntries(names.map((n) => [n, route.query[n] ? String(route.query[n]) : undefined])) as Record<N, string | undefined>)
  const cursor = computed(() => (route.query.cursor ? String(route.query.cursor) : undefined))

  function set(changes: Partial<Record<N, string | undefined>>): void {
    const query: Record<string, string> = {}
    for (const [n, v] of Object.entries({ ...filters.value, ...changes })) if (v) query[n] = String(v)
    void router.replace({ query })
  }
  /** Forward pushes, so that the browser's own Back is 上一页 too. */
  function forward(next: string): void {
    void router.push({ query: { ...route.query, cursor: next }, state: { pages: Number(history.state?.pages ?? 0) + 1 } })
  }
  function back(): void {
    if (Number(history.state?.pages ?? 0) > 0) router.back()
    else set({})
  }
  return { filters, cursor, set, forward, back }
}
