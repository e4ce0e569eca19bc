// One act of a case in the browser: from the offered button over the form to the record.
import { choose, date, fillForm } from './form.mjs'

/** Leads a role to the case by the list, as a person finds it: the one handled last comes first. */
export async function openCase(office, role, text) {
  const page = await office.desk(role)
  await page.locator('aside').getByRole('link', { name: '案件办理' }).click()
  await page.locator('tr', { hasText: text }).first().waitFor()
  await page.locator('tr', { hasText: text }).first().locator('a').first().click()
  await page.getByRole('heading', { name: '办理时间线' }).waitFor()
  return page
}

/**
 * Does an act that the case page offers.
 * @param what {title, at, officers, values, files, preview}
 * @returns what the workbench said
 */
export async function doAct(page, what) {
  await offered(page, what.title)
  await page.getByRole('heading', { name: what.title, exact: true }).waitFor()
  return await fillAndSend(page, what, what.title)
}

/** Clicks the button that offers an act, where a person would look for it. */
async function offered(page, title) {
  const owed = page.locator('li', { has: page.locator('strong', { hasText: new RegExp(`^${title}$`) }) }).getByRole('link', { name: '办理', exact: true })
  const free = page.locator('a.btn.small').filter({ hasText: new RegExp(`^${title}`) })
  await page.locator('[role=tabpanel]').first().waitFor()
  await owed.or(free.first()).first().waitFor({ state: 'attached' })
  if (await owed.count()) return owed.first().click()
  const folded = page.locator('details.fold:not([open])', { has: free }).locator('> summary')
  if (await folded.count()) await folded.first().click()
  await free.first().click()
}

export async function fillAndSend(page, what, button) {
  await page.locator('#act-at').waitFor()
  await date(page, 'act-at', what.at)
  for (const name of what.officers ?? []) await choose(page, page.locator('.el-select', { has: page.locator('#act-officers') }), name)
  await what.before?.()
  await fillForm(page, what.values ?? {})
  for (const file of what.files ?? []) await attach(page, file)
  if (!what.opening) await page.getByText(/^(符合规定，可以办理|可以办理，有 \d+ 项提示)$/).waitFor()
  if (what.preview) await preview(page, what.preview)
  await what.look?.()
  await page.locator('form .btn.main', { hasText: button }).click()
  const toast = page.getByText(/^已(记录|立案)：/).last()
  await toast.waitFor()
  const said = await toast.textContent()
  await page.locator('form').filter({ has: page.locator('#act-at') }).waitFor({ state: 'detached' })
  return said
}

async function attach(page, file) {
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('link', { name: file.name }).waitFor()
}

/** Looks at the document before signing off: the PDF is there, and is one. */
async function preview(page, title) {
  await page.getByRole('button', { name: `预览《${title}》` }).click()
  const link = page.getByRole('link', { name: '下载预览' })
  await link.waitFor({ timeout: 20_000 })
  const head = await page.evaluate(async (address) => (await (await fetch(address)).text()).slice(0, 5), await link.getAttribute('href'))
  if (head !== '%PDF-') throw new Error(`the preview of ${title} is no PDF: ${head}`)
  await page.keyboard.press('Escape')
  await link.waitFor({ state: 'hidden' })
}
