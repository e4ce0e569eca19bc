import type { FieldError, Schema } from '../api/types'
import { fieldId } from '../form/context'
import { at, pointerOf } from '../form/validate'

const envelope: Record<string, string> = { at: '办理日期', officers: '执法人员', reason: '原因', approver: '批准人', files: '附件', mode: '记录方式', on: '办理对象', notSame: '一事不二罚的核对情况', item: '执法事项' }
export type PlacedError = FieldError & { label: string; target: string }

/** Where an error belongs: "/form/x" and "/x" to a field of the form, "/at" and its like to the envelope. */
export function place(error: FieldError, schema: Schema | null, prefix: string): PlacedError {
  const raw = error.pointer.replace(/^#?\/?/, '').replace(/^act\//, '')
  const first = raw.split('/')[0] ?? ''
  const ofForm = raw.startsWith('form') || (schema?.properties && first in schema.properties)
  if (!ofForm && first in envelope) return { ...error, pointer: `@${first}`, label: envelope[first] ?? first, target: `${prefix}@${first}` }
  const pointer = pointerOf(raw)
  const row = /\/(\d+)\//.exec(pointer)
  const title = (schema && at(schema, pointer)?.title) || pointer.slice(1)
  return { ...error, pointer, label: row ? `第 ${Number(row[1]) + 1} 行 ${title}` : title, target: fieldId(prefix, pointer) }
}

export const byPointer = (errors: PlacedError[]) => Object.fromEntries(errors.map((e) => [e.pointer, e.message]))
