import type { RuleKind } from '../api/drafts'

/** What a new rule begins with; `rule` is the YAML of one rule. */
export const ruleTemplate = `id: "" # 编号，如 recorded-or-reason
title: "" # 规则的名称
severity: bar # bar 拦截，warn 预警，score 扣分
require: "" # 满足什么才合法，如 has(act.recorded) && act.recorded
cite: "" # 法律依据，如 行政处罚法 第四十七条
mend: "" # 如何补正
`

/** What a new relation begins with, by kind; `act` is the code of the act that it names. */
export const templates: Record<RuleKind, string> = {
  rules: ruleTemplate,
  needs: `act: "" # 应当先办的事项（代码）
title: "" # 名称
# after: 5 wd # 期满后才能办理的，写期限
cite: "" # 法律依据
mend: "" # 如何补正
`,
  'waits-for': `act: "" # 负有这项义务的，先完成（代码）
title: "" # 名称
cite: "" # 法律依据
mend: "" # 如何补正
`,
  obliges: `act: "" # 办理后应当办理的事项（代码）
within: 5 wd # 期限：wd 工作日，nd 日，m 月；不写的为及时
title: "" # 名称
cite: "" # 法律依据
`,
  opens: `act: "" # 办理后可以办理的事项（代码）
until: 5 wd # 逾期丧失
title: "" # 名称
cite: "" # 法律依据
`,
}
export const ruleKinds: Record<RuleKind, string> = { rules: '规则', needs: '先办', 'waits-for': '等待', obliges: '义务', opens: '权利' }

export const levels: Record<string, string> = { base: '基础', national: '国家', shared: '几个程序共用', field: '领域', province: '省', 'province-field': '省的领域', city: '市', county: '县' }

/** A day some days after another, both ISO. */
function later(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** Examples to begin with: one that may be done, one that is barred. Lines after # are for the reader. */
export function exampleTemplate(procedure: string, from: string, opening: string, rule = { act: '事项代码', id: '规则编号' }): string {
  const clause = rule.id.includes('.') ? rule.id : `${rule.act}.${rule.id}`
  return `# 每条新的或者修改的规则至少两个例子：一个满足，一个违反。日期从施行日期起。
examples-of: ${procedure}
fixtures: # 各事项默认填写的内容
  ${opening}: {form: {}}
examples:
  - title: 满足的，可以办理
    given: ['${opening} ${from}']
    then: ['${rule.act} ${later(from, 2)} {字段: 值} open']
  - title: 违反的，不得办理
    given: ['${opening} ${from}']
    then: ['${rule.act} ${later(from, 2)} barred by ${clause}']
`
}
