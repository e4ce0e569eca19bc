/** What the reader of packs says in English, for the jurist; a sentence not known here is shown as it stands. */
const known: [RegExp, (...parts: string[]) => string][] = [
  [/^not valid YAML: ?(.*)$/s, (rest) => `YAML 的写法有误，请看引号、括号和缩进是否成对（${rest}）`],
  [/^'([^']+)' is missing/, (key) => `缺少 ${key}`],
  [/^'([^']+)' is empty/, (key) => `${key} 没有填写`],
  [/^'([^']+)' is given twice/, (key) => `${key} 写了两次`],
  [/^unknown key '([^']+)'; known here: (.*)$/s, (key, list) => `没有 ${key} 这一项；这里可以写：${list}`],
  [/^severity is bar, warn or score/, () => 'severity 只能是 bar（拦截）、warn（预警）或者 score（扣分）'],
  [/^one rule is written here/, () => '这里写一条规则：{id: …, title: …, require: …}'],
  [/^expected a mapping/, () => '这里应当是“键: 值”'],
  [/^expected a single value/, () => '这里应当是一个值，不是列表或者映射'],
  [/^expected true or false, not '([^']*)'/, (given) => `这里应当是 true 或者 false，不是“${given}”`],
  [/^expected a whole number, not '([^']*)'/, (given) => `这里应当是整数，不是“${given}”`],
  [/^'([^']+)': no example looks at it/, (rule) => `没有例子用到规则 ${rule}：至少一个满足它，一个违反它`],
  [/^'([^']+)': no example satisfies it/, (rule) => `规则 ${rule} 没有满足它的例子`],
  [/^'([^']+)': no example breaks it/, (rule) => `规则 ${rule} 没有违反它的例子`],
]

export function inChinese(message: string): string {
  const [, line = '', rest = ''] = /^(第\s*\d+\s*行：)?(.*)$/s.exec(message)!
  for (const [pattern, say] of known) {
    const found = pattern.exec(rest)
    if (found) return line + say(...found.slice(1))
  }
  return message
}
