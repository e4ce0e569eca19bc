import * as api from '../api'
import type { CaseDetail, Schema } from '../api/types'

const held = new Map<string, Promise<Schema>>()

/** A form schema of a case, read once; it changes only when the case goes over to a later version. */
export function formSchema(id: string, act: string, packs: CaseDetail['packs'] = []): Promise<Schema> {
  const key = `${id} ${act} ${packs.map((p) => p.version).join(' ')}`
  const known = held.get(key)
  if (known) return known
  const reading = api.cases.form(id, act)
  held.set(key, reading)
  reading.catch(() => held.delete(key))
  return reading
}
