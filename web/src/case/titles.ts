import type { ObjectState, Schema, TitledField } from '../api/types'
import { resolve } from '../form/schema'

const names = (o: ObjectState) => Object.keys(o.fields ?? {}).filter((n) => n !== 'id')
const rowsOf = (form: Schema) => Object.values(form.properties ?? {}).map((p) => resolve(resolve(p, form).items ?? {}, form))

/** The schema that made an object: a form, or rows of one, that has all of its fields. */
export function maker(object: ObjectState, forms: Schema[]): Schema | undefined {
  const wanted = names(object)
  return forms.flatMap((f) => [f, ...rowsOf(f)]).find((s) => wanted.length > 0 && wanted.every((n) => n in (s.properties ?? {})))
}

/** The fields of an object with titles, in the order of its form; where no form is known, as they come. */
export function titled(object: ObjectState, schema: Schema | undefined): TitledField[] {
  const given = object.fields
  if (Array.isArray(given)) return given
  const order = schema ? Object.keys(schema.properties ?? {}) : []
  return names(object)
    .filter((n) => given[n] !== null && given[n] !== '')
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((name) => ({ name, title: schema?.properties?.[name]?.title ?? name, value: given[name] }))
}
