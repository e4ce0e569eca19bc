import { inject, provide, type InjectionKey } from 'vue'
import type { ObjectState, PersonRow, Schema } from '../api/types'

/** What the fields of one form share. */
export interface FormContext {
  root: () => Schema
  /** Error text by JSON pointer. */
  errors: () => Record<string, string>
  objects: () => ObjectState[]
  findPeople: (text: string) => Promise<PersonRow[]>
  /** Ids of the officers who do the act, and the year it is done: whose pre-printed numbers may be used. */
  officers?: () => string[]
  year?: () => number
  /** The day of the act. */
  day?: () => string
  /** Puts values into the form, by field. */
  fill?: (values: Record<string, unknown>) => void
  /** Prefix of the fields' element ids. */
  id: string
}
const key: InjectionKey<FormContext> = Symbol('form')
export const provideForm = (context: FormContext) => provide(key, context)
export function useForm(): FormContext {
  const found = inject(key)
  if (!found) throw new Error('a field stands outside of a form')
  return found
}
export const fieldId = (prefix: string, pointer: string) => prefix + pointer.replace(/\W+/g, '-')
