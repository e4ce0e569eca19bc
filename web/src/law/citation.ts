import { shallowRef } from 'vue'

/** The citation whose article is shown beside the page; one at a time. */
export const current = shallowRef<{ ref: string; on?: string } | null>(null)
export const shownCitation = shallowRef(false)

export function openCitation(ref: string, on?: string): void {
  current.value = { ref, on }
  shownCitation.value = true
}
