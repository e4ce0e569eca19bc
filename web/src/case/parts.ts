/** The words of a person's part in a case. */
const partWords: Record<string, string> = { lead: '主办人', officer: '执法人员', actor: '经办人', former: '原承办人' }

/** Each person once, with all parts; who leads or enforces is not named as having acted besides. */
export function takingPart(people: { id: string; name: string; part: string }[]): { id: string; name: string; parts: string }[] {
  const parts = new Map<string, Set<string>>()
  for (const p of people) parts.set(p.id, (parts.get(p.id) ?? new Set<string>()).add(p.part))
  return [...parts].map(([id, all]) => {
    if (all.size > 1) all.delete('actor')
    return { id, name: people.find((p) => p.id === id)!.name, parts: [...all].map((part) => partWords[part] ?? part).join('、') }
  })
}

/** The tone of how an act stands in the flow chart; the word stands beside it. */
export const standingTones: Record<string, 'pine' | 'amber' | 'red' | 'indigo' | 'grey'> = { DONE: 'pine', DUE: 'amber', OVERDUE: 'red', OPEN: 'indigo', BARRED: 'grey', OVER: 'grey' }
