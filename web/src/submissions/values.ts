import type { Schema } from '../api/types'
import { resolve } from '../form/schema'

/** The schema of a place in an act ("/form/parties/0/name"); undefined outside of the form. */
export function schemaAt(root: Schema | null, pointer: string): Schema | undefined {
  const [first, ...path] = pointer.split('/').slice(1)
  if (!root || first !== 'form') return undefined
  let here: Schema | undefined = root
  for (const part of path) {
    const s: Schema | undefined = here && resolve(here, root)
    here = /^\d+$/.test(part) && s?.items ? s.items : s?.properties?.[part.replace(/~1/g, '/').replace(/~0/g, '~')]
  }
  return here && resolve(here, root)
}

/** A value as the server tells it in a difference, as its schema wants it. */
export function valueOf(text: string | null, schema: Schema | undefined): unknown {
  if (text === null) return null
  if (schema?.type === 'boolean') return text === 'true'
  return schema?.type === 'integer' ? Number(text) : text
}
