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

/** What an example expected and what came of it; before it stands the example's own line, which people wrote. */
const outcomes: [RegExp, (...parts: string[]) => string][] = [
  [/^expected due date (\S+), got \[?([^\]]*)\]?$/, (due, got) => `应当在 ${due} 届满，实际是 ${got || '没有这项义务'}`],
  [/^expected finding (\S+), got (.*)$/, (rule, got) => `应当有 ${rule} 的问题，实际${got === 'nothing' ? '没有问题' : `是 ${got}`}`],
  [/^expected to be barred by (\S+), got (.*)$/, (rule, got) => `应当被 ${rule} 拦截，实际${got === 'nothing' ? '可以办理' : `是 ${got}`}`],
  [/^expected open, but barred by (.*)$/, (by) => `应当可以办理，实际被 ${by} 拦截`],
  [/^expected no finding (.*)$/, (rule) => `不应当有 ${rule} 的问题，实际有`],
  [/^expected no open duty of (.*)$/, (act) => `不应当有办理 ${act} 的义务，实际有`],
  [/^expected (\S+) to be overdue$/, (duty) => `${duty} 应当超期，实际没有`],
  [/^expected (.*), got \[?([^\]]*)\]?$/, (wanted, got) => `应当是 ${wanted}，实际是 ${got || '没有'}`],
]

/** "due archive-case …: expected due date 2026-07-15, got [2026-07-29]" */
function outcome(message: string): string | null {
  const found = /^(.*?): (expected .*)$/s.exec(message)
  const said = outcomes.map(([pattern, say]) => { const m = pattern.exec(found?.[2] ?? ''); return m ? say(...m.slice(1)) : null }).find((t) => t !== null)
  return found && said ? `${found[1]}：${said}` : null
}

export function inChinese(message: string): string {
  const example = outcome(message)
  if (example) return example
  const [, line = '', rest = ''] = /^(第\s*\d+\s*行：)?(.*)$/s.exec(message)!
  for (const [pattern, say] of known) {
    const found = pattern.exec(rest)
    if (found) return line + say(...found.slice(1))
  }
  return message
}
