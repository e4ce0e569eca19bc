import { matter } from './matter.mjs'

/** Those who look on see everything and may do nothing. */
export async function supervision(office, step) {
  step('supervisor reads the case')
  const page = await office.desk('supervisor')
  await page.locator('aside').getByRole('link', { name: '案件办理' }).click()
  await page.getByRole('heading', { name: '案件办理' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /查找案件/ }).fill(matter.violation)
  await page.getByRole('group', { name: '案件' }).getByRole('option', { name: matter.violation }).first().click()
  await page.getByRole('heading', { name: '办理时间线' }).waitFor()
  await page.getByText('只读查看').waitFor()
  if (await page.locator('a[href*="act="]').count()) throw new Error('the supervisor is offered an act')
  await office.shot(page, '50-supervisor')
}

/** The other administrators see registers, and no case. */
export async function administrators(office, step) {
  for (const role of ['security-admin', 'audit-admin']) {
    step(`${role} signs in`)
    const page = await office.desk(role)
    await page.getByRole('heading', { name: '执法主体' }).waitFor()
    if (await page.locator('aside').getByRole('link', { name: /案件|待办|公示/ }).count()) throw new Error(`${role} is led to cases`)
    await office.shot(page, `51-${role}`)
  }
}
