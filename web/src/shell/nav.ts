import { computed } from 'vue'
import type { Count } from '../api/types'
import { counters } from './counters'

export interface NavItem { to: string; title: string; icon: string; count?: Count; red?: boolean }

export const nav = computed<{ title: string; items: NavItem[] }[]>(() => [
  {
    title: '办理',
    items: [
      { to: '/app/todo', title: '我的待办', icon: 'todo', count: counters.value?.duties.open },
      { to: '/app/cases', title: '案件办理', icon: 'cases' },
      { to: '/app/cases/new', title: '立案', icon: 'open' },
    ],
  },
  { title: '公开', items: [{ to: '/app/publications', title: '公示', icon: 'public', count: counters.value?.releases.pending }] },
  {
    title: '基础',
    items: [
      { to: '/app/registry/agencies', title: '执法主体', icon: 'book' },
      { to: '/app/registry/officers', title: '执法人员', icon: 'book' },
      { to: '/app/registry/certificates', title: '执法证件', icon: 'book' },
      { to: '/app/registry/items', title: '执法事项', icon: 'book' },
      { to: '/app/calendar', title: '工作日历', icon: 'clock' },
    ],
  },
])

/** Which item a path belongs to: the longest that it begins with. */
export function activeItem(path: string): string {
  const all = nav.value.flatMap((g) => g.items.map((i) => i.to))
  return all.filter((to) => path === to || path.startsWith(`${to}/`)).sort((a, b) => b.length - a.length)[0] ?? ''
}
