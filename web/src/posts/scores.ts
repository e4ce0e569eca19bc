import type { IndicatorSet } from '../api/posts'
import type { Schema } from '../api/types'
import type { Value } from '../form/schema'
import { form, text } from './words'

type Indicators = IndicatorSet['indicators']

/** A field for each indicator, in their order. */
export const scoreForm = (of: Indicators, before: Record<string, Schema>, required: string[]): Schema => form([...required, ...of.map((_, i) => `s${i}`)], {
  ...before,
  ...Object.fromEntries(of.map((one, i) => [`s${i}`, { type: 'integer', title: `${one.title}（${one.points} 分）`, minimum: 0, maximum: one.points, 'x-help': one.standard } as Schema])),
  remark: text('评语', 500, { 'x-widget': 'textarea' }),
})
export const scoresOf = (v: Value, of: Indicators) => of.map((_, i) => Number(v[`s${i}`]))
