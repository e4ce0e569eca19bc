import type { KnownBy, PartyFine } from '../api/parties'
import { money } from '../form/money'

/** By what a party is told from others. */
export const knownBy: Record<KnownBy, string> = { code: '统一社会信用代码相同', id: '身份证件号码相同', case: '没有登记证件号码，只认本案' }
export const fined = (fines: PartyFine[]) => fines.map((f) => (f.fine ? `${f.on} 罚款 ${money(f.fine)}` : `${f.on} 决定，未罚款`)).join('；')
