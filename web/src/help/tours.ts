/** What a person does first, by role; of several roles the first named here. */
export const tours: { role: string; title: string; steps: { text: string; to: string }[] }[] = [
  { role: 'officer', title: '执法人员', steps: [{ text: '看今天要办什么、哪天到期', to: '/app/todo' }, { text: '登记一条线索或者立一个案件', to: '/app/cases/new' }, { text: '在案件里办下一步：先“依法审查”再提交', to: '/app/cases' }, { text: '签了字的文书扫描回来', to: '/app/scans' }] },
  { role: 'unit-head', title: '办案机构负责人', steps: [{ text: '看等您审批的事，谁等了几天', to: '/app/todo?part=decide' }, { text: '看本单位谁办着多少，交接和代理', to: '/app/workload' }, { text: '看本单位的案件', to: '/app/cases' }] },
  { role: 'agency-head', title: '机关负责人', steps: [{ text: '看等您决定的事', to: '/app/todo?part=decide' }, { text: '看本机关的案件和超期', to: '/app/cases' }, { text: '看工作量和交接', to: '/app/workload' }] },
  { role: 'legal-reviewer', title: '法制审核人员', steps: [{ text: '看等您审核的案件', to: '/app/todo?part=decide' }, { text: '查条文原文和历次版本', to: '/app/law' }, { text: '审核清单，评估到期的清单和基准', to: '/app/evaluations' }] },
  { role: 'publication-reviewer', title: '公示审核人员', steps: [{ text: '看等您审核的公示', to: '/app/publications' }, { text: '看检查发现的问题', to: '/app/publications' }] },
  { role: 'supervisor', title: '监督人员', steps: [{ text: '看本地区的案件和超期', to: '/app/cases' }, { text: '看裁量有没有偏差', to: '/app/discretion/watch' }, { text: '看执法主体和人员', to: '/app/registry/bodies' }, { text: '审查和公布规则的修改', to: '/app/packs/drafts' }] },
  { role: 'registrar', title: '人员管理', steps: [{ text: '登记、导入人员和证件', to: '/app/registry/people' }, { text: '设立岗位，安排职责', to: '/app/registry/responsibilities' }, { text: '审查本单位的领证申请', to: '/app/registry/applications' }] },
  { role: 'system-admin', title: '系统管理员', steps: [{ text: '登记执法主体', to: '/app/registry/bodies' }, { text: '登记放假安排', to: '/app/calendar' }, { text: '核对登记参数', to: '/app/registry/parameters' }] },
  { role: 'security-admin', title: '安全管理员', steps: [{ text: '为人员开通账号', to: '/app/accounts' }, { text: '授予角色，看由谁担任', to: '/app/roles' }, { text: '为自己设置第二重验证', to: '/app/account' }] },
  { role: 'audit-admin', title: '审计管理员', steps: [{ text: '看谁做了什么', to: '/app/audit' }, { text: '为自己设置第二重验证', to: '/app/account' }] },
]
