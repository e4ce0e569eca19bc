import { date, fillForm } from './form.mjs'
import { ago } from './matter.mjs'

/** An invented notice in the order of the form, 元旦 to 国庆节: off from, off to, statutory from, statutory to. */
const notice = [
  ['01-01', '01-03', '01-01', '01-01'], ['02-05', '02-12', '02-05', '02-08'], ['04-03', '04-05', '04-05', '04-05'], ['05-01', '05-05', '05-01', '05-02'],
  ['06-07', '06-09', '06-09', '06-09'], ['09-13', '09-15', '09-15', '09-15'], ['10-01', '10-07', '10-01', '10-03'],
]

/** The administrator records a certificate's yearly check and announces next year's holidays. */
export async function registers(office, step) {
  const page = await office.desk('system-admin')
  await office.shot(page, '40-registers')
  await certificate(office, step, page)
  await holidays(office, step, page)
}

async function certificate(office, step, page) {
  step('administrator records the yearly check of a certificate')
  await page.locator('aside').getByRole('link', { name: '执法人员' }).click()
  const row = page.locator('tr', { hasText: '农业' }).filter({ has: page.locator('.cert .code') }).first()
  await row.waitFor()
  await office.shot(page, '41-people')
  await row.getByRole('link').first().click()
  await page.getByRole('button', { name: '年度审验' }).first().click()
  await page.locator('#rf-result-box').waitFor()
  await fillForm(page, { result: '合格', on: ago(0) }, 'rf')
  await office.shot(page, '42-yearly-check')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText(`${ago(0).slice(0, 4)} 年度审验：合格`).first().waitFor()
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
