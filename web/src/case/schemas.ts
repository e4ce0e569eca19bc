import * as api from '../api'
import type { Schema } from '../api/types'

const held = new Map<string, Promise<Schema>>()

/** A form schema of a case; it cannot change within a case's pinned packs, so it is read once. */
export function formSchema(id: string, act: string): Promise<Schema> {
  const key = `${id} ${act}`
  const known = held.get(key)
  if (known) return known
  const reading = api.cases.form(id, act)
  held.set(key, reading)
  reading.catch(() => held.delete(key))
  return reading
}
