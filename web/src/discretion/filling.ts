import type { Assessment } from '../api/discretion'
import type { Schema } from '../api/types'

/** What the calculator puts into a form: the explanation into the field `name`, and what the hint names where the form has it. */
export function filled(result: Assessment, reason: string, name: string, hint: NonNullable<Schema['x-discretion']>, form: Schema): Record<string, unknown> {
  const out: Record<string, unknown> = { [name]: result.explanation }
  const has = (field?: string): field is string => !!field && field in (form.properties ?? {})
  const fine = result.parties[0]?.decided ?? result.parties[0]?.proposed
  if (has(hint.fine)) out[hint.fine] = result.spared ? 0 : fine ?? 0
  if (has(hint.degree)) {
    const schema = form.properties![hint.degree]!
    const at = schema['x-titles']?.indexOf(result.choice) ?? -1
    if (at >= 0) out[hint.degree] = schema.enum?.[at]
  }
  if (has(hint.departs)) out[hint.departs] = result.departs
  if (has(hint.reason) && result.departs) out[hint.reason] = reason
  if (has(hint.keep)) out[hint.keep] = result.kept
  return out
}
