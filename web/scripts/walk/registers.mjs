import { date, fillForm } from './form.mjs'
import { ago } from './matter.mjs'

/** An invented notice in the order of the form, 元旦 to 国庆节: off from, off to, statutory from, statutory to. */
const notice = [
  ['01-01', '01-03', '01-01', '01-01'], ['02-05', '02-12', '02-05', '02-08'], ['04-03', '04-05', '04-05', '04-05'], ['05-01', '05-05', '05-01', '05-02'],
  ['06-07', '06-09', '06-09', '06-09'], ['09-13', '09-15', '09-15', '09-15'], ['10-01', '10-07', '10-01', '10-03'],
]

/** The administrator renews a certificate and announces next year's holidays. */
export async function registers(office, step) {
  const page = await office.desk('system-admin')
  await office.shot(page, '40-registers')
  await certificate(office, step, page)
  await holidays(office, step, page)
}

async function certificate(office, step, page) {
  step('administrator renews a certificate')
  await page.locator('aside').getByRole('link', { name: '执法证件' }).click()
  const row = page.locator('tr', { hasText: '农业' }).first()
  await row.waitFor()
  await office.shot(page, '41-certificates')
  const number = (await row.locator('.code').first().textContent()).trim()
  await row.getByRole('button', { name: /变更/ }).click()
  await page.locator('#reg-lastDay-box').waitFor()
  const until = `${Number(ago(0).slice(0, 4)) + 4}-06-30`
  await fillForm(page, { lastDay: until, from: ago(0) }, 'reg')
  await office.shot(page, '42-certificate-form')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已登记').first().waitFor()
  await page.locator('tr', { hasText: number }).getByText(until).waitFor()
}

async function holidays(office, step, page) {
  step('administrator announces the holidays of next year')
  await page.locator('aside').getByRole('link', { name: '工作日历' }).click()
  await page.getByRole('button', { name: '登记放假安排' }).click()
  await page.locator('#cal-source').waitFor()
  await office.shot(page, '43-calendar-form')
  const year = Number(ago(0).slice(0, 4)) + 1
  await page.locator('#cal-source').fill(`国办发明电〔${year - 1}〕0号（演示）`)
  for (const [i, [from, to, statutoryFrom, statutoryTo]] of notice.entries()) {
    for (const [name, day] of Object.entries({ from, to, statutoryFrom, statutoryTo })) await date(page, `cal-holidays-${i}-${name}`, `${year}-${day}`)
  }
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('届满日正在重新计算').waitFor()
  await page.getByRole('heading', { name: new RegExp(`${year} 年`) }).waitFor()
  await office.shot(page, '44-calendar')
}
