import { computed } from 'vue'
import type { CaseContext } from './context'

/** Names of the people met in the case, by id. */
export const useNames = ({ detail, entries }: Pick<CaseContext, 'detail' | 'entries'>) =>
  computed(() => new Map([
    ...(detail.value?.people ?? []).map((p) => [p.id, p.name] as const),
    ...entries.value.flatMap((e) => [e.actor, e.approver, ...e.officers]).filter((p) => !!p).map((p) => [p.id, p.name] as const),
  ]))
