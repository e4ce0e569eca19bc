// Fills a form as a person does: finds each field by its id, looks what kind of control it is, and uses that.
const box = (scope, prefix, name) => scope.locator(`[id="${prefix}-${name}-box"]`)

/** Fills the named fields, then every other required one with what its kind suggests. Values are what is read on the screen. */
export async function fillForm(page, values, prefix = 'act') {
  for (const [name, value] of Object.entries(values)) await fillField(page, box(page, prefix, name), value, `${prefix}-${name}`)
  for (const id of await required(page, prefix, Object.keys(values))) await fillField(page, page.locator(`[id="${id}-box"]`), undefined, id)
}

/** Ids of top fields with a star that nobody named and nothing fills. */
async function required(page, prefix, named) {
  const ids = await page.locator('form .field').evaluateAll((all) => all
    .filter((f) => f.querySelector(':scope > .title .star, :scope > .check .star') && !f.parentElement.closest('.field'))
    .filter((f) => ![...f.querySelectorAll('input, textarea')].some((i) => (['radio', 'checkbox'].includes(i.type) ? i.checked : i.value)) && !f.querySelector('.el-select__selected-item:not(.is-transparent) span'))
    .map((f) => f.id.replace(/-box$/, '')))
  return ids.filter((id) => !named.some((n) => id === `${prefix}-${n}`))
}

async function fillField(page, field, value, id) {
  await field.waitFor()
  const kind = await field.evaluate((f) => {
    const has = (s) => !!f.querySelector(s)
    if (has(':scope > .add')) return 'table'
    if (has('.el-date-editor')) return 'date'
    if (has('.el-select')) return 'select'
    if (has('.choices')) return 'choices'
    if (has('input[type=radio]')) return 'yes-no'
    if (has('input[type=checkbox]')) return 'confirm'
    return 'text'
  })
  await fillers[kind](page, field, value, id)
}

const fillers = {
  text: async (page, field, value = '见案卷材料', id) => page.locator(`[id="${id}"]`).fill(String(value)),
  date: async (page, field, value, id) => date(page, id, value),
  select: async (page, field, value) => { for (const one of [value].flat()) await choose(page, field.locator('.el-select'), one) },
  choices: async (page, field, value) => { for (const one of [value].flat()) await field.getByRole('checkbox', { name: one, exact: true }).check() },
  'yes-no': async (page, field, value = '是') => field.getByRole('radio', { name: value }).check(),
  confirm: async (page, field) => field.getByRole('checkbox').check(),
  table: async (page, field, rows, id) => {
    for (const [i, row] of rows.entries()) {
      await field.locator(':scope > .add').click()
      for (const [name, value] of Object.entries(row)) await fillField(page, box(page, id, `${i}-${name}`), value, `${id}-${i}-${name}`)
    }
  },
}

/** Types a date into a picker and leaves it, so that its calendar closes. */
export async function date(page, id, day) {
  const input = page.locator(`[id="${id}"]`)
  await input.fill(day)
  await input.press('Enter')
  await input.press('Tab')
}

/** Opens a select and takes the option that begins with the text; the first one if none is named. */
export async function choose(page, select, text) {
  const list = page.locator('.el-select-dropdown:visible')
  const option = text === undefined ? list.getByRole('option').first() : list.getByRole('option', { name: new RegExp(`^${escaped(text)}`) }).first()
  const chosen = select.locator('.el-select__selected-item:not(.is-transparent):not(.el-select__input-wrapper)', text === undefined ? {} : { hasText: text }).first()
  // A list that moves under the pointer swallows a click; a person sees that and clicks again.
  for (let left = 2; ; left--) {
    if (!(await list.count())) await select.click()
    await option.click()
    if (await chosen.waitFor({ timeout: 3000 }).then(() => true, () => false)) break
    if (!left) throw new Error(`${text ?? 'the first option'} was clicked three times and is not chosen`)
  }
  if (await list.count()) await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
}
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
