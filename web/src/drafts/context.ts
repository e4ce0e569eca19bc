import { inject, onScopeDispose, provide, ref, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import * as api from '../api'
import { Problem } from '../api/client'
import type { Draft } from '../api/drafts'

export interface DraftContext {
  draft: ShallowRef<Draft | null>
  reload: () => Promise<void>
}
const key: InjectionKey<DraftContext> = Symbol('draft')
export const provideDraft = (context: DraftContext) => provide(key, context)
function context(): DraftContext {
  const found = inject(key)
  if (!found) throw new Error('a part of a draft stands outside of its page')
  return found
}

/** The draft that this part belongs to; parts are shown only once it is read. */
export function useDraft(): { draft: ShallowRef<Draft> } {
  return { draft: context().draft as ShallowRef<Draft> }
}

/**
 * Writes of one form. The answer is the draft as it is now. On a refusal nothing that was typed changes; on 409 `latest`
 * holds the draft as others left it, until the person takes it over.
 */
export function useSend() {
  const { draft } = context()
  const busy = ref(false)
  const refused = shallowRef<Problem | null>(null)
  const latest = shallowRef<Draft | null>(null)
  let gone = false
  onScopeDispose(() => { gone = true })

  async function send(write: (id: string, seq: number) => Promise<Draft>): Promise<boolean> {
    const before = draft.value!
    if (busy.value) return false
    busy.value = true
    refused.value = latest.value = null
    try {
      const now = await write(before.id, before.seq)
      if (draft.value?.id === before.id) draft.value = now
      return true
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause
      refused.value = cause
      if (cause.status === 409) latest.value = await newer(before)
      return false
    } finally {
      if (!gone) busy.value = false
    }
  }
  /** Goes on from what others left; what is typed here stays. */
  function takeOver(): void {
    if (latest.value) draft.value = latest.value
    refused.value = latest.value = null
  }
  return { busy, refused, latest, send, takeOver }
}
export type Send = ReturnType<typeof useSend>

/** The draft as it is now, if somebody else wrote it; the refusal stands whether or not it can be read. */
async function newer(known: Draft): Promise<Draft | null> {
  try {
    const now = await api.drafts.read(known.id)
    return now.seq > known.seq ? now : null
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    return null
  }
}
