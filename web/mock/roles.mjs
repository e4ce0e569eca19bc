// Invented roles, as a release brings them, and who holds them.
const areas = {
  officer: [['案件', ['查看案件、待办、期限和文书', '办理案件：依法审查、提交、出具文书', '上传附件和扫描件']], ['公示', ['查看公示', '提交公示审核']], ['法律', ['查看法规库、法律包和裁量基准', '提出指导案例']], ['清单', ['查看清单和评估', '起草清单，提出评估意见']]],
  'agency-head': [['案件', ['查看案件、待办、期限和文书', '办理案件：依法审查、提交、出具文书', '审批事项（法律包规定由负责人批准的）', '查看工作量，交接案件，指定代理人', '导出案件列表']], ['清单', ['公布清单']]],
  supervisor: [['案件', ['查看案件、待办、期限和文书', '导出案件列表']], ['法律', ['起草、送审法律包的修改', '批准、公布法律包的修改，导入、公布裁量基准', '裁量监测']]],
  'security-admin': [['主体和人员', ['查看执法主体、人员和各项登记（不含证件号码）', '登记人员、变更岗位、调动和离岗']], ['账号和审计', ['开通、停用账号，重置密码和第二重验证，结束登录', '授予和收回角色']]],
}
const three = ['系统管理', '安全管理', '审计']
const role = (code, title, reach, excludes, value) => ({ code, title, reach, areas: (areas[code] ?? [['清单', ['查看清单和评估']]]).map(([t, r]) => ({ title: t, rights: r.map((x, i) => ({ code: `${t}${i}`, title: x })) })), excludes, holders: { value, more: value > 998 } })
const roles = [
  role('officer', '执法人员', 'agency', three, 64), role('unit-head', '办案机构负责人', 'agency', three, 7), role('legal-reviewer', '法制审核', 'agency', three, 4), role('agency-head', '机关负责人', 'agency', three, 5),
  role('supervisor', '监督', 'region', [], 3), role('system-admin', '系统管理', 'none', ['执法人员', '办案机构负责人', '法制审核', '机关负责人', '安全管理', '审计'], 1), role('security-admin', '安全管理', 'none', ['执法人员', '办案机构负责人', '法制审核', '机关负责人', '系统管理', '审计'], 2), role('audit-admin', '审计', 'none', ['执法人员', '办案机构负责人', '法制审核', '机关负责人', '系统管理', '安全管理'], 1),
]
const names = ['林予安', '周明远', '程立', '孟春和', '秦朗', '白露', '顾长风']
const holders = Array.from({ length: 64 }, (_, i) => ({ person: i % 7 === 0 ? '11' : String(100 + i), name: names[i % 7], home: names[i % 7] === '孟春和' ? '云川市城市管理综合行政执法局' : null, agency: '7', agencyName: '云川市市场监督管理局', from: `20${20 + (i % 6)}-03-01`, to: i % 5 === 4 ? '2027-12-31' : null, by: i % 3 ? '何静' : null, at: i % 3 ? '2026-03-01T01:20:00Z' : null }))

export const routesOf = (page, refusal) => [
  ['GET', /^\/api\/registry\/roles$/, () => roles],
  ['GET', /^\/api\/registry\/roles\/([\w-]+)$/, ({ m }) => roles.find((r) => r.code === m[1])],
  ['GET', /^\/api\/registry\/roles\/([\w-]+)\/holders$/, ({ m, q }) => page(holders.slice(0, roles.find((r) => r.code === m[1]).holders.value), q)],
  ['POST', /^\/api\/registry\/officers\/(\w+)\/roles$/, () => { throw refusal(409, '内容已被他人更新', '此人同期担任审计，不得兼任：系统管理、安全管理、审计三员分立，且不办理案件。') }],
  ['PUT', /^\/api\/registry\/officers\/(\w+)\/roles\/([\w-]+)$/, () => ({ status: 204 })],
]
