import type { Schema } from '../api/types'

export type Value = Record<string, unknown>
export type Widget =
  | 'text' | 'textarea' | 'integer' | 'number' | 'money' | 'date' | 'date-time' | 'time'
  | 'confirm' | 'yes-no' | 'choice' | 'choices' | 'lines' | 'table' | 'object' | 'person' | 'people' | 'printed' | 'group' | 'listed' | 'assessment' | 'unknown'

/** Follows a local $ref: #/$defs/x or #/objects/x. */
export function resolve(schema: Schema, root: Schema): Schema {
  if (!schema.$ref) return schema
  const [, place, name] = /^#\/(\$defs|objects)\/(.+)$/.exec(schema.$ref) ?? []
  const found = place === '$defs' ? root.$defs?.[name ?? ''] : root.objects?.[name ?? ''] ?? root.$defs?.[name ?? '']
  return found ? { ...found, ...(schema.title ? { title: schema.title } : {}) } : schema
}

export const empty = (v: unknown) =>
  v === undefined || v === null || v === '' || (Array.isArray(v) && v.length === 0)

const typeOf = (s: Schema) => (Array.isArray(s.type) ? s.type.find((t) => t !== 'null') : s.type)

export function widgetOf(schema: Schema, root: Schema): Widget {
  const s = resolve(schema, root)
  const hint = s['x-widget']
  if (hint === 'person' || hint === 'officer') return 'person'
  if (hint === 'people') return 'people'
  if (s['x-object']) return 'object'
  if (s['x-list']) return 'listed'
  if (s['x-assessment']) return 'assessment'
  if (s['x-number-pool']) return 'printed'
  if (s.enum) return 'choice'
  switch (typeOf(s)) {
    case 'boolean': return s.const === true ? 'confirm' : 'yes-no'
    case 'integer': return s.format === 'money' ? 'money' : 'integer'
    case 'number': return 'number'
    case 'string': return textWidget(s, hint)
    case 'array': return arrayWidget(s, root)
    case 'object': return 'group'
    default: return 'unknown'
  }
}

function textWidget(s: Schema, hint: string | undefined): Widget {
  if (hint === 'textarea') return 'textarea'
  if (s.format === 'date' || s.format === 'date-time' || s.format === 'time') return s.format
  return 'text'
}

function arrayWidget(s: Schema, root: Schema): Widget {
  const items = resolve(s.items ?? {}, root)
  if (items.enum || items['x-object']) return 'choices'
  return typeOf(items) === 'object' ? 'table' : 'lines'
}

export const isWide = (w: Widget) => ['textarea', 'table', 'listed', 'group', 'assessment', 'confirm', 'lines', 'choices'].includes(w)

/** Not for people to fill: an object's own id, a number that the platform issues, rows of a list of which none concerns the case. */
export const silent = (s: Schema) => s['x-hidden'] === true || (s['x-list'] !== undefined && !s['x-rows']?.length) || (s['x-number'] !== undefined && !s['x-number-pool'])

/** x-when in both spellings; a condition that is not understood never hides a field. */
export function shown(schema: Schema, value: Value): boolean {
  const when = schema['x-when']
  if (!when) return true
  if (typeof when === 'object') {
    const actual = value[when.field]
    if (when.in) return when.in.some((v) => v === actual)
    return 'equals' in when ? actual === when.equals : !empty(actual) && actual !== false
  }
  return when.split(/\s*&&\s*/).every((part) => holds(part.trim(), value))
}

function holds(test: string, value: Value): boolean {
  const compare = /^(\w+)\s*(==|!=)\s*(?:'([^']*)'|"([^"]*)"|(true|false|-?\d+))$/.exec(test)
  if (compare) {
    const [, field, op, a, b, bare] = compare
    const wanted = bare === undefined ? (a ?? b) : bare === 'true' ? true : bare === 'false' ? false : Number(bare)
    return (value[field ?? ''] === wanted) === (op === '==')
  }
  const among = /^(\w+)\s+in\s+\[(.*)\]$/.exec(test)
  if (among) return (among[2] ?? '').split(',').map((t) => t.trim().replace(/^['"]|['"]$/g, '')).includes(String(value[among[1] ?? '']))
  const flag = /^(!?)(\w+)$/.exec(test)
  if (flag) return (value[flag[2] ?? ''] === true) !== (flag[1] === '!')
  return true
}

/** The form as it counts: hidden fields and empty values are left out. */
export function effective(schema: Schema, value: Value, root: Schema = schema): { schema: Schema; value: Value } {
  const properties: Record<string, Schema> = {}
  const kept: Value = {}
  for (const [name, raw] of Object.entries(schema.properties ?? {})) {
    if (!shown(raw, value)) continue
    const inner = part(resolve(raw, root), value[name], root)
    properties[name] = inner.schema
    if (!empty(inner.value)) kept[name] = inner.value
  }
  const required = (schema.required ?? []).filter((name) => name in properties)
  return { schema: { type: 'object', properties, required }, value: kept }
}

/** A legal date-time is local: RFC 3339's seconds and zone do not belong to it. */
export const LOCAL_DATE_TIME = '^\\d{4}-(0[1-9]|1[0-2])-([0-2]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d$'

function part(given: Schema, v: unknown, root: Schema): { schema: Schema; value: unknown } {
  const s = given.format === 'date-time' ? { ...given, format: undefined, pattern: LOCAL_DATE_TIME } : given
  // As the calculator gave it, empty parts too: the server compares it whole.
  if (s['x-assessment']) return { schema: { type: 'object' }, value: v }
  if (typeOf(s) === 'object' && s.properties) {
    const inner = effective(s, (v ?? {}) as Value, root)
    return { schema: inner.schema, value: Object.keys(inner.value).length ? inner.value : undefined }
  }
  if (s.type !== 'array' || !Array.isArray(v)) return { schema: s, value: v }
  const items = resolve(s.items ?? {}, root)
  if (!items.properties) return { schema: { ...s, items }, value: v.filter((one) => !empty(one)) }
  // Rows keep their places, so that an error's pointer names the row that is seen.
  return { schema: { ...s, items: { ...items, $ref: undefined } }, value: v.map((row) => effective(items, (row ?? {}) as Value, root).value) }
}

/** Names of all fields marked x-personal, at any depth. */
export function personal(schema: Schema, root: Schema = schema, seen = new Set<Schema>()): string[] {
  const s = resolve(schema, root)
  if (seen.has(s)) return []
  seen.add(s)
  const own = Object.entries(s.properties ?? {}).flatMap(([name, p]) => [
    ...(resolve(p, root)['x-personal'] ? [name] : []),
    ...personal(p, root, seen),
  ])
  return s.items ? [...own, ...personal(s.items, root, seen)] : own
}
