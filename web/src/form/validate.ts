import { Validator } from '@cfworker/json-schema'
import type { FieldError, Schema } from '../api/types'
import { fenToYuan } from './money'
import { effective, LOCAL_DATE_TIME, resolve, type Value } from './schema'

/** "/form/fine", "form.fine", "#/fine" and "/fine" all name the field fine. */
export const pointerOf = (pointer: string) =>
  '/' + pointer.replace(/^#?\/?/, '').replace(/^form(?=[/.]|$)/, '').replace(/^[/.]+/, '').replace(/\./g, '/')

export function at(schema: Schema, pointer: string, root: Schema = schema): Schema | undefined {
  let here: Schema | undefined = schema
  for (const step of pointer.split('/').slice(1)) {
    if (!here) return undefined
    const s: Schema = resolve(here, root)
    here = /^\d+$/.test(step) ? s.items : s.properties?.[step]
  }
  return here && resolve(here, root)
}

/** Field errors of a form in the words shown beside the field; empty when it is complete. */
export function validate(schema: Schema, value: Value): FieldError[] {
  const counted = effective(schema, value)
  const result = new Validator(counted.schema as never, '2020-12', false).validate(counted.value)
  const found = new Map<string, string>()
  for (const error of result.errors) {
    if (error.keyword === 'required') {
      const name = /"([^"]+)"/.exec(error.error)?.[1] ?? ''
      add(found, `${error.instanceLocation.slice(1)}/${name}`, '', counted.schema)
    } else if (!['properties', 'items', '$ref', 'prefixItems', 'additionalProperties'].includes(error.keyword)) {
      add(found, error.instanceLocation.slice(1) || '/', error.keyword, counted.schema)
    }
  }
  const place = (pointer: string) => order(schema, pointer, schema)
  return [...found].map(([pointer, message]) => ({ pointer, message })).sort((a, b) => place(a.pointer).localeCompare(place(b.pointer)))
}

/** Sorts pointers as the form shows its fields. */
function order(schema: Schema, pointer: string, root: Schema): string {
  let here: Schema | undefined = schema
  return pointer.split('/').slice(1).map((step) => {
    const s: Schema = here ? resolve(here, root) : {}
    const row = /^\d+$/.test(step)
    here = row ? s.items : s.properties?.[step]
    return String(row ? Number(step) : Object.keys(s.properties ?? {}).indexOf(step)).padStart(4, '0')
  }).join('/')
}

function add(found: Map<string, string>, pointer: string, keyword: string, root: Schema): void {
  if (!found.has(pointer)) found.set(pointer, say(keyword, at(root, pointer) ?? {}))
}

function say(keyword: string, s: Schema): string {
  const money = s.format === 'money'
  const amount = (n: number | undefined) => (money ? `${fenToYuan(n ?? 0)} 元` : String(n))
  switch (keyword) {
    case '': return s.const === true ? '请确认' : s.enum ? '请选择' : s.type === 'array' ? '请至少填写一项' : '请填写'
    case 'const': return '请确认'
    case 'type': return money ? '请填写金额，单位为元，最多两位小数' : s.type === 'integer' ? '请填写整数' : s.type === 'number' ? '请填写数字' : '格式不正确'
    case 'minimum': return `不得少于 ${amount(s.minimum)}`
    case 'maximum': return `不得多于 ${amount(s.maximum)}`
    case 'minLength': return s.minLength === 1 ? '请填写' : `至少 ${s.minLength} 个字`
    case 'maxLength': return `最多 ${s.maxLength} 个字`
    case 'minItems': return `至少填写 ${s.minItems} 项`
    case 'maxItems': return `最多填写 ${s.maxItems} 项`
    case 'format': return s.format === 'date' ? '请填写日期' : '格式不正确'
    case 'pattern': return s.pattern === LOCAL_DATE_TIME ? '请填写日期和时间' : (s['x-help'] ?? '格式不正确')
    case 'enum': return '请从所列各项中选择'
    default: return '填写有误'
  }
}
