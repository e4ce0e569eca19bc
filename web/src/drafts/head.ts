import type { DraftHead } from '../api/drafts'
import { today } from '../shared/dates'

/** What is missing of a draft's head before the server is asked. */
export function missingHead(head: { title: string; reason: string; from?: string; procedure?: string }, needsProcedure = false): string[] {
  return [
    ...(needsProcedure && !head.procedure ? ['请选择要修改的法律包'] : []),
    ...(head.title.trim() ? [] : ['请填写草案名称']),
    ...(head.from ? (head.from > today() ? [] : ['施行日期应当晚于今天']) : ['请填写施行日期']),
    ...(head.reason.trim() ? [] : ['请填写修改的理由']),
  ]
}
export const trimmed = (head: { title: string; reason: string; from?: string }): DraftHead => ({ title: head.title.trim(), reason: head.reason.trim(), from: head.from ?? '' })
