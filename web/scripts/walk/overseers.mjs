import { matter } from './matter.mjs'

/** Those who look on see everything and may do nothing; the other administrators see no case. */
export async function overseers(office, step) {
  step('supervisor reads the case')
  const page = await office.desk('supervisor')
  await page.locator('aside').getByRole('link', { name: '案件办理' }).click()
  await page.locator('.search input').fill(matter.violation)
  await page.locator('.search input').press('Enter')
  await page.locator('tr', { hasText: matter.violation }).locator('a').first().click()
  await page.getByRole('heading', { name: '办理时间线' }).waitFor()
  await page.getByText('只读查看').waitFor()
  if (await page.locator('a[href*="act="]').count()) throw new Error('the supervisor is offered an act')
  await office.shot(page, '50-supervisor')
  for (const role of ['security-admin', 'audit-admin']) {
    step(`${role} signs in`)
    await office.shot(await office.desk(role), `51-${role}`)
  }
}
