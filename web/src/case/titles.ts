import type { ObjectState, Schema, TitledField } from '../api/types'
import { resolve } from '../form/schema'

/**
 * The fields of an object with their titles. Where the API gives names only, the titles are those of the form that
 * made it: the one whose rows, or itself, have all these names.
 */
export function titled(object: ObjectState, form: Schema | null): TitledField[] {
  if (Array.isArray(object.fields)) return object.fields
  const fields = Object.entries(object.fields ?? {}).filter(([name, v]) => name !== 'id' && v !== null && v !== '')
  const made = form ? [form, ...Object.values(form.properties ?? {}).map((p) => resolve(resolve(p, form).items ?? {}, form))]
    .find((s) => fields.length > 0 && fields.every(([name]) => name in (s.properties ?? {}))) : undefined
  return fields.map(([name, value]) => ({ name, title: made?.properties?.[name]?.title ?? name, value }))
}

export const schemaOf = (object: ObjectState, form: Schema | null): Record<string, Schema> =>
  (form ? [form, ...Object.values(form.properties ?? {}).map((p) => resolve(resolve(p, form).items ?? {}, form))] : [])
    .find((s) => Object.keys(object.fields ?? {}).filter((n) => n !== 'id').every((n) => n in (s.properties ?? {})))?.properties ?? {}
