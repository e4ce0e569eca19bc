import type { FieldError, PackText, Schema, TrialAct } from '../api/types'
import { place, type PlacedError } from '../case/fieldErrors'
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

/** Where an error of a trial is mended, and what it is about: the field of an act's contents, or the act's row. */
export function placeInTrial(error: FieldError, rows: TrialRow[]): PlacedError {
  const at = ofRow(error)
  if (!at) return { ...error, label: '试算', target: 'row-0' }
  const row = rows[at.row]
  const ofForm = at.pointer.startsWith('/form')
  const inner = place({ ...error, pointer: at.pointer }, ofForm ? (row?.schema ?? null) : null, `trial-${row?.key}`)
  const label = `第 ${at.row + 1} 个事项${ofForm ? ` ${inner.label}` : ''}`
  return { ...inner, pointer: error.pointer, label, target: ofForm ? inner.target : `row-${at.row}` }
}

/** Every act to choose from, in the order of the stages. */
export const choices = (text: PackText) =>
  text.stages.flatMap((s) => s.acts.map((a) => ({ value: a.code, label: a.title, aux: s.title })))
