import { createApp, h, nextTick, ref } from 'vue'
import { afterEach, expect, it } from 'vitest'
import type { ListColumn, ListRow } from '../src/api/lists'
import type { Schema } from '../src/api/types'
import SchemaForm from '../src/form/SchemaForm.vue'
import { citeNote, period, tableColumns } from '../src/lists/words'

const column = (name: string, more: Partial<ListColumn> = {}): ListColumn => ({ name, title: name, type: 'text', required: false, key: false, choices: [], max: 200, note: '', example: '', ...more })
const row = (...states: ListRow['cites'][number]['state'][]): ListRow => ({ key: '1', cells: {}, cites: states.map((state) => ({ ref: 'a', state, note: '' })), evaluateBy: null, evaluated: null })

it('says the gravest of what is wrong with the citations of a row, and nothing where all hold', () => {
  expect(citeNote(row('held', 'held'))).toBeNull()
  expect(citeNote(row('unheld', 'gone'))).toEqual({ text: '依据已不再施行', tone: 'red' })
  expect(citeNote(row('unheld', 'held'))).toEqual({ text: '法规库未收录', tone: 'amber' })
})

it('shows what must be filled in, no long texts, at most six columns, in their order', () => {
  const columns = [column('a', { required: true }), column('b', { type: 'long', required: true }), column('c'), column('d', { type: 'items' }), ...Array.from({ length: 8 }, (_, i) => column(`e${i}`, { required: true }))]
  expect(tableColumns(columns).map((c) => c.name)).toEqual(['a', 'e0', 'e1', 'e2', 'e3', 'e4'])
  expect(tableColumns(columns.slice(0, 4)).map((c) => c.name)).toEqual(['a', 'd'])
})

it('says from when to when a version stands', () => {
  expect(period({ from: null, to: null })).toBe('尚未施行')
  expect(period({ from: '2026-01-01', to: null })).toBe('2026-01-01 起')
  expect(period({ from: '2026-01-01', to: '2026-06-30' })).toBe('2026-01-01 至 2026-06-30')
})

let app: ReturnType<typeof createApp> | null = null
afterEach(() => { app?.unmount(); document.body.innerHTML = '' })

function form(rows: Schema['x-rows']) {
  const value = ref<Record<string, unknown>>({})
  const schema: Schema = { type: 'object', properties: { leniency: { type: 'array', title: '条件核对', 'x-list': 'leniency', 'x-rows': rows, items: { type: 'object' } } } }
  const host = document.body.appendChild(document.createElement('div'))
  app = createApp({ render: () => h(SchemaForm, { id: 'f', schema, errors: {}, findPeople: async () => [], modelValue: value.value, 'onUpdate:modelValue': (v: Record<string, unknown>) => { value.value = v } }) })
  app.mount(host)
  return { host, value }
}

it('asks each condition of a row, presets none and keeps answer and reason', async () => {
  const { host, value } = form([{ list: '1', title: '不罚轻罚清单', version: 2, row: '7', head: '', any: false, conditions: ['首次违法', '及时改正'], cells: { 违法行为: '未备案' } }])
  expect(host.textContent).toContain('《不罚轻罚清单》第 2 版 7')
  expect(host.querySelectorAll('input[type=radio]:checked')).toHaveLength(0)
  host.querySelectorAll<HTMLInputElement>('input[type=radio]')[2]!.click()
  await nextTick()
  const reason = host.querySelectorAll<HTMLInputElement>('input.reason')[1]!
  reason.value = '已复查'
  reason.dispatchEvent(new Event('input'))
  await nextTick()
  expect(value.value.leniency).toEqual([{ list: '不罚轻罚清单', row: '7', condition: '及时改正', met: true, reason: '已复查' }])
})

it('does not show the field where no row concerns the case', () => {
  expect(form([]).host.textContent).not.toContain('条件核对')
})
