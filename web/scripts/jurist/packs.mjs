/** 法律包 and 试算 as a legal reviewer sees them. */
export async function packSteps(desk) {
  const { page, look, base } = await desk('legal-reviewer')
  await page.goto(`${base}/app/packs`)
  await page.getByText('行政处罚普通程序').first().waitFor()
  await look('packs', true)
  await page.getByRole('link', { name: '行政处罚普通程序', exact: true }).click()
  await page.getByRole('heading', { name: '参数' }).waitFor()
  await look('pack-top')
  await page.getByText('只看未核对原文').click()
  await look('pack-unverified')
  await page.locator('article').nth(3).scrollIntoViewIfNeeded()
  await look('pack-acts')
  for (const summary of await page.locator('article details > summary').all().then((all) => all.slice(0, 6))) await summary.click()
  await look('pack-conditions')
  await page.locator('article .cites button').first().click()
  await page.locator('[role=dialog]').waitFor()
  await look('pack-citation')
  await page.keyboard.press('Escape')
}

/** 试算: four acts of 普通程序 with dates only, then one with its contents. */
export async function trialSteps(desk) {
  const { page, look, base } = await desk('legal-reviewer')
  await page.goto(`${base}/app/packs/penalty-ordinary/try`)
  await page.getByText('结果显示在这里').waitFor()
  await page.setViewportSize({ width: 1440, height: 900 })
  const pick = async (n, title) => {
    await page.locator('.el-select', { has: page.getByLabel(`第 ${n} 个办理事项`) }).click()
    await page.locator('.el-select-dropdown__item:visible').filter({ has: page.locator('span:first-child', { hasText: new RegExp(`^${title}$`) }) }).first().click()
    await page.waitForTimeout(400)
  }
  const day = async (n, date) => { const box = page.getByLabel(`第 ${n} 个事项的日期`); await box.fill(date); await box.press('Enter') }
  await pick(1, '立案')
  await day(1, '2026-03-02')
  for (const [n, title, date] of [[2, '调查终结', '2026-04-01'], [3, '送达事先告知书', '2026-04-03'], [4, '作出行政处罚决定', '2026-04-09']]) {
    await page.getByRole('button', { name: '添加事项' }).click()
    await pick(n, title)
    await day(n, date)
  }
  await page.getByRole('button', { name: '试算', exact: true }).click()
  await page.getByRole('heading', { name: '试算结果' }).waitFor()
  await look('trial', true)
  await page.getByRole('button', { name: /填写内容.*第 4 个事项/ }).click()
  await page.locator('.form').waitFor()
  await page.getByRole('button', { name: '试算', exact: true }).click()
  await page.waitForTimeout(1500)
  await look('trial-filled', true)
}
