import type { Schema } from '../../api/types'
import type { Widget } from '../schema'

export interface FieldProps {
  schema: Schema
  pointer: string
  inputId: string
  title: string
  required: boolean
  invalid: boolean
  described?: string
  widget: Widget
}
