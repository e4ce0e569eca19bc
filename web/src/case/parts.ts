/** The words of a person's part in a case. */
export const partWords: Record<string, string> = { lead: '主办人', officer: '执法人员', actor: '经办人' }
