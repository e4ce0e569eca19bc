import * as api from '../api'
import type { PersonRow } from '../api/types'

const row = (r: api.Row): PersonRow => ({ id: String(r.id), name: String(r.name), unit: String(r.agencyName ?? ''), roles: [], certificate: null })

/** People of the register whose name contains the text: administrators choose from all agencies that they keep. */
export async function registered(text: string): Promise<PersonRow[]> {
  const found: PersonRow[] = []
  for (let cursor: string | undefined, more = true; more && found.length < 100;) {
    const page = await api.registry.list('officers', { cursor, limit: 200 })
    found.push(...page.items.map(row).filter((p) => p.name.includes(text.trim())))
    cursor = page.next ?? undefined
    more = !!cursor
  }
  return found
}
