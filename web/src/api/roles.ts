import { call, get, post } from './client'
import type { Count, Page } from './types'

/** Roles as a release brings them, and who holds them (角色). Days are ISO text. */
export interface Area { title: string; rights: { code: string; title: string }[] }
export interface Role { code: string; title: string; reach: 'agency' | 'region' | 'none'; areas: Area[]; excludes: string[]; holders: Count }
/** `home`: the person's own body where it is another; `by` and `at` are empty for what came with the installation. */
export interface Holder { person: string; name: string; home: string | null; agency: string; agencyName: string; from: string; to: string | null; by: string | null; at: string | null }

const of = (role: string) => `/api/registry/roles/${encodeURIComponent(role)}`
const person = (id: string) => `/api/registry/officers/${encodeURIComponent(id)}/roles`

export const roles = {
  all: () => get<Role[]>('/api/registry/roles'),
  one: (role: string) => get<Role>(of(role)),
  holders: (role: string, query: { agency?: string; cursor?: string }) => get<Page<Holder>>(`${of(role)}/holders`, { ...query, limit: 50 }),
  give: (to: string, body: { role: string; agency: number; from: string; to?: string }) => post<void>(person(to), body),
  take: (from: string, role: string, body: { agency: number; last: string }) => call<void>('PUT', `${person(from)}/${encodeURIComponent(role)}`, { body }),
}
