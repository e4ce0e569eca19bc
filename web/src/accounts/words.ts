/** What a browser calls itself, in two words. */
export function device(agent: string): string {
  const system = [['Android', '安卓手机'], ['iPhone', '苹果手机'], ['iPad', '苹果平板'], ['Windows', 'Windows 电脑'], ['Mac OS', '苹果电脑'], ['Linux', 'Linux 电脑']].find(([mark]) => agent.includes(mark!))?.[1]
  const browser = [['Edg/', 'Edge'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']].find(([mark]) => agent.includes(mark!))?.[1]
  return [system, browser].filter(Boolean).join('，') || '其他设备'
}

interface Stated { login: string | null; locked: boolean; disabled: boolean; oneTime: boolean }
export function accountState(a: Stated): { text: string; tone: 'pine' | 'amber' | 'red' | 'grey' } {
  if (!a.login) return { text: '没有账号', tone: 'grey' }
  if (a.disabled) return { text: '已停用', tone: 'red' }
  if (a.locked) return { text: '已锁定', tone: 'red' }
  return a.oneTime ? { text: '待本人设置密码', tone: 'amber' } : { text: '正常', tone: 'pine' }
}
