import { get } from './client'

const of = (id: string) => `/api/cases/${encodeURIComponent(id)}/calculations`

/** A period that the case's law knows; period: 15 nd. */
export interface KnownPeriod { name: string; title: string; period: string; words: string; cite: string }
export interface Part { title: string; value: unknown; type: string; cite: string | null }
/** A figure of the case as of a day, with what it is made from. */
export interface Sum { name: string; title: string; value: unknown; type: string; onLabel: string; cite: string; from: Part[] }
export interface Calculated { on: string; periods: KnownPeriod[]; figures: Sum[] }
export interface LastDay { due: string; provisional: boolean; steps: string[]; cite: string }
/** amount: 分; rest: why the day is a rest day. */
export interface Instalment { n: number; day: string; amount: number; rest: string | null; workday: string | null }
/** By the number of instalments or by the size of each, in 分. */
export interface Plan { amount?: number; count?: number; each?: number; first?: string; months?: number }

export const calculations = {
  of: (id: string, on?: string, signal?: AbortSignal) => get<Calculated>(of(id), { on }, signal),
  period: (id: string, from: string, period: string, strict: boolean, signal?: AbortSignal) => get<LastDay>(`${of(id)}/period`, { from, period, strict }, signal),
  instalments: (id: string, plan: Plan, signal?: AbortSignal) => get<Instalment[]>(`${of(id)}/instalments`, { ...plan }, signal),
}
