import { computed, ref } from 'vue'
import { get } from '../api/client'
import { session } from '../session/session'
import { nav } from '../shell/nav'
import { place } from './initials'

export interface Marked { text: string; marks: [number, number][] }
export interface Hit { id: string; part: string | null; title: Marked; hint: Marked }
export interface Group { kind: string; title: string; hits: Hit[] }
/** A hit with the screen that it opens. */
export interface Option extends Hit { kind: string; to: string }
export interface Options { kind: string; title: string; options: Option[] }

export const ask = (q: string, signal: AbortSignal) => get<{ groups: Group[] }>('/api/find', { q }, signal)

const pages: Record<string, (hit: Hit) => string> = {
  case: (h) => `/app/cases/${encodeURIComponent(h.id)}`,
  party: (h) => `/app/parties/${encodeURIComponent(h.id)}`,
  document: (h) => `/app/cases/${encodeURIComponent(h.part ?? '')}`,
  person: (h) => `/app/registry/people/${encodeURIComponent(h.id)}`,
  body: (h) => `/app/registry/bodies/${encodeURIComponent(h.id)}`,
  article: (h) => `/app/law/versions/${encodeURIComponent(h.id)}?no=${encodeURIComponent(h.part ?? '')}`,
  law: (h) => `/app/law/versions/${encodeURIComponent(h.id)}`,
  item: () => '/app/registry/items',
  pack: (h) => `/app/packs/${encodeURIComponent(h.id)}`,
}

const titled = (text: string, marks: [number, number][] = []): Marked => ({ text, marks })

/** Screens of the navigation that these words or initials name. */
export function screens(words: string): Option[] {
  return nav.value.flatMap((g) => g.items.map((i) => ({ i, at: place(i.title, words), group: g.title })))
    .filter(({ at }) => at)
    .map(({ i, at, group }) => ({ id: i.to, part: null, kind: 'screen', to: i.to, title: titled(i.title, [at!]), hint: titled(group) }))
}

const MOST_RECENT = 8
const opened = ref<{ person: string; options: Option[] }>({ person: '', options: [] })

/** What this person opened last from here, the latest first: in memory only, as the names in it are others' data. */
export const recent = computed(() => (opened.value.person === session.value?.person.id ? opened.value.options : []))

export function remember(option: Option): void {
  const plain = { ...option, title: titled(option.title.text), hint: titled(option.hint.text) }
  opened.value = { person: session.value?.person.id ?? '', options: [plain, ...recent.value.filter((o) => o.to !== option.to)].slice(0, MOST_RECENT) }
}

/** The groups as shown: screens first, and in each what was opened lately before the rest. */
export function arranged(words: string, groups: Group[]): Options[] {
  const found = groups.map((g) => ({ kind: g.kind, title: g.title, options: g.hits.map((h) => ({ ...h, kind: g.kind, to: pages[g.kind]?.(h) ?? '/app' })) }))
  const all = [{ kind: 'screen', title: '页面', options: screens(words) }, ...found].filter((g) => g.options.length)
  const late = (o: Option) => { const at = recent.value.findIndex((r) => r.to === o.to && r.kind === o.kind); return at < 0 ? MOST_RECENT : at }
  return all.map((g) => ({ ...g, options: [...g.options].sort((a, b) => late(a) - late(b)) }))
}

/** A text cut where it matched: every second piece matched. */
export function pieces(of: Marked): string[] {
  const cuts = of.marks.flat()
  return [0, ...cuts].map((from, i) => of.text.slice(from, cuts[i] ?? of.text.length))
}
