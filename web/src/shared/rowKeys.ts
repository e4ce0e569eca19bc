import { onBeforeUnmount, onMounted, type Ref } from 'vue'

/** j/k and the arrows move among the rows' main links (marked data-row) when no field has the focus. */
export function useRowKeys(root: Ref<HTMLElement | undefined>): void {
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = ({ j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 } as Record<string, number>)[event.key]
    const here = document.activeElement as HTMLElement | null
    if (!by || here?.closest('input, textarea, select, [role="combobox"], [role="dialog"], [role="tablist"]')) return
    const rows = Array.from(root.value?.querySelectorAll<HTMLElement>('[data-row]') ?? [])
    const current = rows.findIndex((r) => r === here || r.closest('tr, li')?.contains(here))
    if (event.key.startsWith('Arrow') && current < 0) return
    const next = rows[Math.max(0, Math.min(rows.length - 1, current + by))]
    if (!next) return
    event.preventDefault()
    next.focus()
    next.scrollIntoView({ block: 'nearest' })
  }
  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
}
