import { matter } from './matter.mjs'

/** The officer submits the masked text, a second person releases it, everyone finds it. */
export async function publicity(office, step) {
  step('officer submits the masked text')
  const officer = await office.desk('officer')
  await officer.locator('aside').getByRole('link', { name: /公示/ }).click()
  // The case's page names the party as a link too.
  await officer.getByRole('heading', { name: '公示', level: 1, exact: true }).waitFor()
  await officer.getByRole('link', { name: matter.party }).waitFor()
  await office.shot(officer, '20-publications')
  await officer.getByRole('link', { name: matter.party }).click()
  await officer.getByRole('heading', { name: '脱敏说明' }).waitFor()
  await office.shot(officer, '21-publication')
  await officer.getByRole('button', { name: '提交审核' }).click()
  await officer.getByText('须由另一人审核后公示').waitFor()
  step('reviewer releases it')
  const reviewer = await office.desk('publication-reviewer')
  await reviewer.locator('aside').getByRole('link', { name: /公示/ }).click()
  await reviewer.getByRole('tab', { name: '待审核' }).click()
  await reviewer.getByRole('link', { name: matter.party }).click()
  await reviewer.getByRole('button', { name: '审核通过，公示' }).click()
  await reviewer.getByText('已公示').first().waitFor()
  await found(office, step)
}

/** On the public page, without an account. */
async function found(office, step) {
  const page = await office.page('public')
  await page.goto(`${office.base}/public`)
  await office.shot(page, '30-portal')
  for (const [what, text] of [['number', matter.number], ['party', matter.party], ['agency', '云岭市市场监督管理局']]) {
    step(`everyone finds the decision by its ${what}`)
    await page.goto(`${office.base}/public`)
    await page.locator('#q').fill(text)
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByRole('link', { name: matter.number }).waitFor()
    await office.shot(page, `31-portal-by-${what}`)
  }
  step('everyone reads the masked decision')
  await page.getByRole('link', { name: matter.number }).click()
  await page.getByRole('heading', { name: '决定书', exact: true }).waitFor()
  await office.shot(page, '32-portal-decision')
  const text = await page.locator('main').innerText()
  const surname = matter.witness.slice(0, 1)
  if (text.includes(matter.witness) || !text.includes(`${surname}某`)) throw new Error('the witness stands in the public decision by name')
  if (text.includes('13912345678')) throw new Error('a telephone number stands in the public decision')
  for (const shown of [matter.party, matter.uscc, matter.number, '52000']) if (!text.replaceAll(',', '').includes(shown)) throw new Error(`the public decision does not show ${shown}`)
  await page.context().close()
}
