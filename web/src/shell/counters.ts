import { ref, shallowRef } from 'vue'
import * as api from '../api'
import { Problem } from '../api/client'
import type { Overview } from '../api/types'

export const counters = shallowRef<Overview | null>(null)
/** True while the last attempt to read the counters failed: they are then not shown. */
export const countersFailed = ref(false)

export async function refreshCounters(): Promise<void> {
  try {
    counters.value = await api.overview()
    countersFailed.value = false
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    counters.value = null
    countersFailed.value = true
  }
}
