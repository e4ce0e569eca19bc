import { computed } from 'vue'
import type { Count } from '../api/types'
import { mayI } from '../session/session'
import { counters } from './counters'

export interface NavItem { to: string; title: string; icon: string; count?: Count; needs?: string | string[] }

export interface NavGroup { title: string; items: NavItem[] }

/** What this person may reach, by permission. */
export const nav = computed<NavGroup[]>(() =>
  all.value.map((g) => ({ ...g, items: g.items.filter((i) => !i.needs || [i.needs].flat().some(mayI)) })).filter((g) => g.items.length))

const all = computed<NavGroup[]>(() => [
  {
    title: '办理',
    items: [
      { to: '/app/todo', title: '我的待办', icon: 'todo', count: counters.value?.duties.open, needs: 'case.read' },
      { to: '/app/cases', title: '案件办理', icon: 'cases', needs: 'case.read' },
      { to: '/app/cases/new', title: '立案', icon: 'open', needs: 'case.act' },
      { to: '/app/workload', title: '工作量', icon: 'clock', needs: 'case.assign' },
      { to: '/app/letters', title: '成批打印', icon: 'file', needs: 'file.write' },
      { to: '/app/scans', title: '纸质文书', icon: 'file', needs: 'file.write' },
    ],
  },
  { title: '公开', items: [{ to: '/app/publications', title: '公示', icon: 'public', count: counters.value?.releases?.pending, needs: 'publication.read' }] },
  {
    title: '法律',
    items: [
      { to: '/app/law', title: '法规库', icon: 'book', needs: 'law.read' },
      { to: '/app/discretion', title: '裁量基准', icon: 'book', needs: 'law.read' },
      { to: '/app/guidance', title: '指导案例', icon: 'book', needs: 'law.read' },
      { to: '/app/discretion/watch', title: '裁量监测', icon: 'book', needs: 'discretion.watch' },
      { to: '/app/lists', title: '清单', icon: 'book', needs: 'list.read' },
      { to: '/app/evaluations', title: '评估', icon: 'todo', needs: 'list.read' },
      { to: '/app/packs', title: '法律包', icon: 'book' },
      { to: '/app/packs/drafts', title: '修改草案', icon: 'file', needs: 'law.draft' },
    ],
  },
  {
    title: '基础',
    items: [
      { to: '/app/registry/bodies', title: '执法主体', icon: 'book', needs: 'registry.read' },
      { to: '/app/registry/people', title: '执法人员', icon: 'book', needs: 'registry.read' },
      { to: '/app/registry/responsibilities', title: '岗位职责', icon: 'book', needs: 'registry.read' },
      { to: '/app/registry/equipment', title: '装备', icon: 'book', needs: 'registry.read' },
      { to: '/app/registry/training', title: '培训', icon: 'todo', needs: 'registry.read' },
      { to: '/app/exams', title: '领证和考试', icon: 'file', needs: 'exam.take' },
      { to: '/app/registry/applications', title: '领证申请', icon: 'file', needs: ['application.check.own', 'application.decide'] },
      { to: '/app/registry/exams', title: '资格考试', icon: 'todo', needs: 'exam.read' },
      { to: '/app/registry/parameters', title: '登记参数', icon: 'book', needs: 'registry.read' },
      { to: '/app/registry/items', title: '执法事项', icon: 'book', needs: 'registry.read' },
      { to: '/app/numbers', title: '文书编号', icon: 'book', needs: 'case.act' },
      { to: '/app/old-cases', title: '旧案导入', icon: 'file', needs: 'case.import' },
      { to: '/app/accounts', title: '账号', icon: 'file', needs: 'account.manage' },
      { to: '/app/roles', title: '角色', icon: 'book', needs: ['role.write', 'registry.write'] },
      { to: '/app/audit', title: '审计记录', icon: 'clock', needs: 'audit.read' },
      { to: '/app/calendar', title: '工作日历', icon: 'clock', needs: 'registry.read' },
    ],
  },
])

/** Which item a path belongs to: the longest that it begins with. */
export function activeItem(path: string): string {
  const paths = nav.value.flatMap((g) => g.items.map((i) => i.to))
  return paths.filter((to) => path === to || path.startsWith(`${to}/`)).sort((a, b) => b.length - a.length)[0] ?? ''
}
