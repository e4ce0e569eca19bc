// One act of a case in the browser: from the offered button over the form to the record.
import { readFileSync } from 'node:fs'
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
  const owed = page.locator('li', { has: page.locator('strong', { hasText: new RegExp(`^${title}$`) }) }).getByRole('link', { name: /^(办理|登记)$/ })
  const free = page.locator('a.btn.small').filter({ hasText: new RegExp(`^${title}`) })
  await page.locator('[role=tabpanel]').first().waitFor()
  const closed = page.locator('details', { has: page.locator(`summary .title:text-is("${title}")`) })
  await owed.or(free.first()).or(closed.first()).first().waitFor({ state: 'attached' })
  if (await owed.count()) return owed.first().click()
  if (!(await free.count())) return late(page, closed)
  const folded = page.locator('details.fold:not([open])', { has: free }).locator('> summary')
  if (await folded.count()) await folded.first().click()
  await free.first().click()
}

/** What time has run out for today can still be entered for the day on which it was done: from the list of what is barred. */
async function late(page, closed) {
  for (const fold of await page.locator('details.fold:not([open])', { has: closed }).locator('> summary').all()) await fold.click()
  await closed.last().locator('summary').click()
  await closed.last().getByRole('link', { name: '查看并填写' }).click()
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

/** Clicks a link that downloads; what comes must begin as its kind does. */
export async function downloaded(page, link, begins) {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const head = readFileSync(await download.path()).subarray(0, begins.length).toString('latin1')
  if (head !== begins) throw new Error(`${download.suggestedFilename()} begins with ${head}`)
}

/** Looks at the document before signing off: the PDF is there, and is one. */
async function preview(page, title) {
  await page.getByRole('button', { name: `预览《${title}》` }).click()
  const link = page.getByRole('link', { name: '下载预览' })
  await link.waitFor({ timeout: 20_000 })
  await downloaded(page, link, '%PDF-')
  await page.keyboard.press('Escape')
  await link.waitFor({ state: 'hidden' })
}
