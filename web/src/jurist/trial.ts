import type { FieldError, PackText, Schema, TrialAct } from '../api/types'
import { effective, type Value } from '../form/schema'

/** A row of a trial: an act, its day, and its contents once they are asked for. */
export interface TrialRow { key: number; code?: string; date?: string; schema: Schema | null; form: Value }

export const body = (rows: TrialRow[]): TrialAct[] =>
  rows.map((r) => ({ code: r.code ?? '', at: r.date ?? '', ...(r.schema ? { form: effective(r.schema, r.form).value } : {}) }))

/** What is missing before the server can be asked, by row. */
export function missing(rows: TrialRow[]): FieldError[] {
  return rows.flatMap((r, i) => [
    ...(r.code ? [] : [{ pointer: `/acts/${i}/code`, message: '请选择办理事项' }]),
    ...(r.date ? [] : [{ pointer: `/acts/${i}/at`, message: '请填写日期' }]),
  ])
}

/** "/acts/2/form/fine" → row 2, pointer "/form/fine". */
export function ofRow(error: FieldError): { row: number; pointer: string } | null {
  const found = /^\/acts\/(\d+)(\/.*)?$/.exec(error.pointer)
  return found ? { row: Number(found[1]), pointer: found[2] ?? '' } : null
}

/** Every act to choose from, in the order of the stages. */
export const choices = (text: PackText) =>
  text.stages.flatMap((s) => s.acts.map((a) => ({ value: a.code, label: a.title, aux: s.title })))
