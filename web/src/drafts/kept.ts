import { ref, watch, type Ref } from 'vue'
import { dropDraft, readDraft, saveDraft } from '../form/draft'
import { ownDraft } from '../session/session'

/** Something typed that outlives a closed drawer and a reload, until it is saved or given up. */
export function useKept<T>(initial: () => T, ...place: string[]) {
  const key = ownDraft('law', ...place)
  const found = readDraft<T>(key)
  const value = ref(found ?? initial()) as Ref<T>
  const restored = ref(found !== null)
  const plain = JSON.stringify(initial())
  watch(() => JSON.stringify(value.value), (text) => (text === plain ? dropDraft(key) : saveDraft(key, { value: JSON.parse(text), personal: [] })))
  /** Saved: there is nothing to keep. */
  const drop = () => dropDraft(key)
  function giveUp(): void {
    value.value = initial()
    restored.value = false
    drop()
  }
  return { value, restored, drop, giveUp }
}
