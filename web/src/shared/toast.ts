import { shallowRef } from 'vue'

export interface Toast { id: number; text: string; tone: 'good' | 'bad' }
export const toasts = shallowRef<Toast[]>([])
let last = 0

/** Says something briefly in the polite live region. Errors that need action belong on the page instead. */
export function toast(text: string, tone: Toast['tone'] = 'good'): void {
  const one = { id: ++last, text, tone }
  toasts.value = [...toasts.value, one]
  window.setTimeout(() => { toasts.value = toasts.value.filter((t) => t !== one) }, 5000)
}
