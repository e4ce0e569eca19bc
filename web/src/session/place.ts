import { computed, shallowRef, watch } from 'vue'
import * as api from '../api'
import type { Ways } from '../api/types'

/** What the server says of itself to whoever comes; null until it has. */
const place = shallowRef<Ways | null>(null)
export const practice = computed(() => place.value?.practice ?? false)
export const PRACTICE = '练习环境：案件、人员和文书都是虚构的，没有法律效力'
export const mark = computed(() => (practice.value ? '/mark-practice.svg' : '/mark.svg'))

let asked: Promise<Ways> | null = null
/** Asked until it is answered once; before that nobody gets in. Throws a Problem. */
export async function learnPlace(): Promise<Ways> {
  asked ??= api.session.ways().catch((cause: unknown) => {
    asked = null
    throw cause
  })
  return (place.value = await asked)
}

export function entitle(title: string): void {
  document.title = `${practice.value ? '【练习】' : ''}${title} · 明法`
}

watch(practice, (on) => {
  document.documentElement.classList.toggle('practice', on)
  document.querySelector('link[rel=icon]')?.setAttribute('href', mark.value)
})
