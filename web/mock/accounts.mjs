// Invented accounts, sessions and audit entries. The account "once" must set a password first.
const ago = (minutes) => new Date(Date.now() - minutes * 60000).toISOString()
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const phone = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'
const sessions = [
  { id: '3', current: true, address: '10.20.3.15', agent: firefox, since: ago(95), seen: ago(0) },
  { id: '2', current: false, address: '10.20.8.101', agent: phone, since: ago(300), seen: ago(41) },
]
const factor = false // the walk enables it twice, at two widths
const square = `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><rect width="29" height="29" fill="#fff"/><path d="M4 4h7v7h-7zM18 4h7v7h-7zM4 18h7v7h-7zM14 14h3v3h-3zM19 19h6v2h-6z"/></svg>').toString('base64')}`
const row = (person, name, login, more = {}) => ({ person, name, agency: '云川市市场监督管理局', roles: '执法人员', login, locked: false, disabled: false, oneTime: false, secondFactor: false, sessions: 0, lastSeen: null, ...more })
const people = [
  row('11', '林予安', 'linyuan', { sessions: 2, lastSeen: ago(3) }), row('12', '周明远', 'zhoumy', { locked: true, lastSeen: ago(26) }),
  row('13', '程立', null), row('14', '何静', 'hejing', { oneTime: true, roles: '法制审核、听证主持人' }),
  row('31', '沈一凡', 'system-admin', { roles: '系统管理', secondFactor: true, sessions: 1, lastSeen: ago(12) }), row('15', '顾长风', 'gucf', { disabled: true, roles: '' }),
]
const acts = { 'sign-in': '登录', 'sign-out': '退出登录', 'session-elsewhere': '凭证在其他地址被使用，已拒绝', password: '设置本人密码', 'account-password': '设置一次性密码', 'account-factor': '重置他人的第二重验证', 'audit-export': '导出审计记录' }
const who = { 11: '林予安', 12: '周明远', 31: '沈一凡', 32: '苏晓雯', 33: '何静' }
const kinds = [['sign-in', 'account', '', null, '11'], ['POST /api/registry/officers/{id}/roles', '/api/registry/officers', '14', null, '32'], ['account-password', 'account', '12', '12', '32'], ['session-elsewhere', 'account', '', null, '12'], ['GET /api/registry/people/export', '/api/registry/people/export', '', null, '31'], ['PUT /api/registry/bodies/{id}', '/api/registry/bodies', '7', null, '31'], ['sign-in', 'account', '', null, '12']]
const titles = ['登录', '执法人员：新增或者办理', '设置一次性密码', '凭证在其他地址被使用，已拒绝', '执法人员：导出', '执法主体：修改', '登录']
const entries = Array.from({ length: 64 }, (_, i) => { const [act, kind, object, about, actor] = kinds[i % 7]; return { id: String(2064 - i), at: ago(7 + i * 53), actor: { id: actor, name: who[actor] }, agency: actor === '12' ? '云川市市场监督管理局' : '云川市司法局', title: titles[i % 7], act, kind, object, about: about && { id: about, name: who[about] }, address: i % 7 === 3 ? '172.16.9.4' : `10.20.3.${11 + (i % 7)}`, done: i % 7 !== 3 && i % 14 !== 6 } })

export const routesOf = (page, refusal) => [
  ['GET', /^\/api\/account$/, ({ who: me }) => ({ login: me.login ?? 'linyuan', oneTimeUntil: null, secondFactor: factor, obligatory: me.person.roles.includes('security-admin'), codesLeft: factor ? 10 : 0, sessions })],
  ['PUT', /^\/api\/account\/password$/, ({ who: me, body }) => { if (body.next.length < 10) throw refusal(422, '不符合规定', '密码须不少于 10 个字符，且不超过 72 字节'); me.pending = null; return { status: 204 } }],
  ['POST', /^\/api\/account\/second-factor$/, () => ({ secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Mingfa:linyuan', qr: square })],
  ['PUT', /^\/api\/account\/second-factor$/, ({ body }) => { if (body.code === '000000') throw refusal(422, '不符合规定', '验证码不正确，请核对手机时间后重新输入'); return Array.from({ length: 10 }, (_, i) => `k7qd-mv2${i}-xw5e-r3nb`) }],
  ['POST', /^\/api\/account\/second-factor\/removal$/, () => ({ status: 204 })],
  ['DELETE', /^\/api\/account\/sessions\/(\d+)$/, ({ m }) => { sessions.splice(sessions.findIndex((s) => s.id === m[1]), 1); return { status: 204 } }],
  ['GET', /^\/api\/accounts$/, ({ q }) => page(people.filter((p) => (p.name + p.login).includes(q.get('q') ?? '')), q)],
  ['POST', /^\/api\/accounts\/(\d+)\/password$/, ({ m, body }) => ({ login: people.find((p) => p.person === m[1])?.login ?? body.login, password: 'k7qdmv2xw5er3nbt', until: ago(-72 * 60) })],
  ['POST', /^\/api\/accounts\/(\d+)\/second-factor\/removal$/, () => ({ status: 204 })],
  ['DELETE', /^\/api\/accounts\//, () => ({ status: 204 })],
  ['GET', /^\/api\/audit$/, ({ q }) => page(entries.filter((e) => (!q.get('person') || [e.actor.id, e.about?.id].includes(q.get('person'))) && (!q.get('act') || e.act === q.get('act')) && (!q.get('object') || e.object === q.get('object')) && (!q.get('done') || String(e.done) === q.get('done'))), q)],
  ['GET', /^\/api\/audit\/acts$/, () => acts],
]
