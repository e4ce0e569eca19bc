import { ref } from 'vue'

/** Whether the help of the page is open. */
export const open = ref(false)

const key = (person: string | number): string => `mingfa.tour.${person}`

/** Whether this person has put the tour away on this machine; where nothing can be kept it is taken as seen. */
export function tourSeen(person: string | number): boolean {
  try {
    return localStorage.getItem(key(person)) !== null
  } catch {
    return true
  }
}
export function seenTour(person: string | number): void {
  try {
    localStorage.setItem(key(person), '1')
  } catch {
    // A browser that keeps nothing shows it again.
  }
}
