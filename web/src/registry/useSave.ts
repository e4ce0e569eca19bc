import { ref, shallowRef } from 'vue'
import { Problem } from '../api/client'
import type { Schema } from '../api/types'
import { place, type PlacedError } from '../case/fieldErrors'
import { effective, type Value } from '../form/schema'
import { validate } from '../form/validate'

/** Checks a form, sends it, and keeps what was refused. `focus` is called when something is to be mended. */
export function useSave(prefix: string, schema: () => Schema, form: () => Value, send: (body: Value) => Promise<unknown>, focus: () => unknown) {
  const errors = shallowRef<PlacedError[]>([])
  const refused = shallowRef<Problem | null>(null)
  const busy = ref(false)

  /** @returns true when it was saved */
  async function save(): Promise<boolean> {
    refused.value = null
    errors.value = validate(schema(), form()).map((e) => place(e, schema(), prefix))
    if (errors.value.length) {
      await focus()
      return false
    }
    busy.value = true
    try {
      await send(effective(schema(), form()).value)
      return true
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause
      refused.value = cause
      errors.value = cause.errors.map((e) => place(e, schema(), prefix))
      await focus()
      return false
    } finally {
      busy.value = false
    }
  }
  return { errors, refused, busy, save }
}
