import type { On } from '../api/types'

/** {party: "party-1"} ↔ "party:party-1", as it stands in an address. */
export const onText = (on: On | undefined) => Object.entries(on ?? {}).sort().map(([k, v]) => `${k}:${v}`).join(',')
export const onOf = (text: string): On =>
  Object.fromEntries(text.split(',').filter(Boolean).map((p) => p.split(/:(.*)/).slice(0, 2) as [string, string]))

export const actLink = (id: string, act: string, on?: On) => ({
  path: `/app/cases/${id}`,
  query: { act, ...(onText(on) ? { on: onText(on) } : {}) },
})
