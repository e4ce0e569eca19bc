import * as api from '../api'
import type { ListedPerson } from '../api/registers'
import type { PersonRow } from '../api/types'

const row = (p: ListedPerson): PersonRow => ({ id: p.id, name: p.name, unit: p.agencyName, roles: [], certificate: null })

/** People of the register whose name contains the text: administrators choose from all agencies that they keep. */
export const registered = async (text: string): Promise<PersonRow[]> => (await api.registers.people({ q: text.trim(), limit: 50 })).items.map(row)
