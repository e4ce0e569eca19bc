import { createApp, h, nextTick, ref } from 'vue'
import { afterEach, expect, it } from 'vitest'
import type { Schema } from '../src/api/types'
import SchemaForm from '../src/form/SchemaForm.vue'

let app: ReturnType<typeof createApp> | null = null
afterEach(() => { app?.unmount(); document.body.innerHTML = '' })

function mount(schema: Schema, start: Record<string, unknown> = {}) {
  const value = ref(start)
  const errors = ref<Record<string, string>>({})
  const host = document.body.appendChild(document.createElement('div'))
  app = createApp({ render: () => h(SchemaForm, { id: 'f', schema, errors: errors.value, findPeople: async () => [], modelValue: value.value, 'onUpdate:modelValue': (v: Record<string, unknown>) => { value.value = v } }) })
  app.mount(host)
  return { host, value, errors }
}
const type = async (el: HTMLInputElement, text: string) => { el.value = text; el.dispatchEvent(new Event('input')); await nextTick() }

it('never presets a confirmation, nor writes one by showing it', async () => {
  const { host, value } = mount({ type: 'object', required: ['told'], properties: { told: { type: 'boolean', const: true, title: '已告知权利' } } })
  const box = host.querySelector<HTMLInputElement>('input[type=checkbox]')!
  expect(box.checked).toBe(false)
  expect(value.value).not.toHaveProperty('told')
  box.click()
  await nextTick()
  expect(value.value.told).toBe(true)
  box.click()
  await nextTick()
  expect(value.value.told).toBeUndefined()
})

it('leaves yes and no both open at first', () => {
  const { host, value } = mount({ type: 'object', properties: { refused: { type: 'boolean', title: '拒绝签字' } } })
  expect(host.querySelectorAll('input[type=radio]:checked')).toHaveLength(0)
  expect(value.value).toEqual({})
})

it('stores yuan as fen and keeps what is no amount as typed', async () => {
  const { host, value } = mount({ type: 'object', properties: { fine: { type: 'integer', format: 'money', title: '罚款' } } })
  const input = host.querySelector<HTMLInputElement>('#f-fine')!
  await type(input, '50,000.5')
  expect(value.value.fine).toBe(5000050)
  await type(input, '五万')
  expect(value.value.fine).toBe('五万')
  expect(input.value).toBe('五万')
})

it('shows a conditional field in place and ties its error to it', async () => {
  const { host, errors } = mount({ type: 'object', properties: { a: { type: 'string', title: '甲' }, b: { type: 'string', title: '乙', 'x-when': "a == '1'" } } })
  expect(host.querySelector('#f-b')).toBeNull()
  await type(host.querySelector<HTMLInputElement>('#f-a')!, '1')
  errors.value = { '/b': '请填写' }
  await nextTick()
  const b = host.querySelector<HTMLInputElement>('#f-b')!
  expect(b.getAttribute('aria-invalid')).toBe('true')
  expect(host.querySelector(`#${b.getAttribute('aria-describedby')}`)?.textContent).toBe('请填写')
})

it('labels every control', () => {
  const { host } = mount({ type: 'object', properties: { a: { type: 'string', title: '甲' }, t: { type: 'string', title: '丙', 'x-widget': 'textarea' }, m: { type: 'integer', format: 'money', title: '丁' } } })
  for (const el of host.querySelectorAll('input, textarea')) expect(host.querySelector(`label[for="${el.id}"]`)?.textContent).toBeTruthy()
})
