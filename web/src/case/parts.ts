/** The words of a person's part in a case. */
export const partWords: Record<string, string> = { lead: '主办人', officer: '执法人员', actor: '经办人' }

/** The tone of how an act stands in the flow chart; the word stands beside it. */
export const standingTones: Record<string, 'pine' | 'amber' | 'red' | 'indigo' | 'grey'> = { DONE: 'pine', DUE: 'amber', OVERDUE: 'red', OPEN: 'indigo', BARRED: 'grey', OVER: 'grey' }
