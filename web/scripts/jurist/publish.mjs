/** A draft with a new rule and its examples: replayed over closed cases, given back, submitted again, published by a supervisor. */
const rule = `id: facts-in-full
title: 简要案情应当写明（示例）
severity: warn
require: "act.facts.size() >= 200"
cite: 行政处罚法 第五十四条
mend: 写明时间、地点、行为和后果
`
const fixture = '{violation: 案由, facts: 简要案情, parties: [{id: party-1, kind: natural, name: 甲, address: 甲路1号}], discoveredOn: "2026-12-25", conductEndedOn: "2026-12-20", evidenceShown: true, punishable: true, ownJurisdiction: true}'
const examples = (from) => `examples-of: penalty-ordinary
layers: [山西省]
case: {region: "140000"}
fixtures:
  file-case:
    form: ${fixture}
examples:
  - title: 案情过短，提示
    given: []
    then: ['file-case ${from} finding file-case.facts-in-full']
  - title: 案情写明的，不提示
    given: []
    then: ['file-case ${from} {facts: "${'写明时间、地点、行为和后果。'.repeat(20)}"} no finding file-case.facts-in-full']
`

export async function publishSteps(desk) {
  const { page, look, base } = await desk('legal-reviewer')
  const wide = (p) => p.setViewportSize({ width: 1440, height: 900 })
  const from = new Date(Date.now() + 50 * 86_400_000).toISOString().slice(0, 10)
  const choose = async (label, title) => { await page.locator('.el-select', { has: page.getByLabel(label) }).click(); await page.locator('.el-select-dropdown__item:visible').filter({ has: page.locator('span:first-child', { hasText: title }) }).first().click(); await page.waitForTimeout(400) }
  await page.goto(`${base}/app/packs/drafts`)
  await page.getByRole('button', { name: '新建草案' }).click()
  await choose('要修改的法律包', /^行政处罚普通程序$/)
  await page.getByLabel('草案名称').fill('立案时应当写明案情')
  await page.getByLabel('修改的理由').fill('示例：案卷评查发现立案审批表的案情过于简略。')
  await page.getByLabel('施行日期', { exact: true }).fill(from)
  await page.getByLabel('施行日期', { exact: true }).press('Enter')
  await page.getByLabel('草案名称').focus()
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.waitForURL(/drafts\/[^/]+$/)
  const address = page.url().replace(/\?.*/, '')

  await page.getByRole('tab', { name: /规则/ }).click()
  await page.getByRole('button', { name: '新增规则' }).click()
  await choose('约束的办理事项', /^立案$/)
  await choose('写入的文件', /山西/)
  await page.getByLabel('规则文本（YAML）').fill(rule)
  await page.getByRole('button', { name: '新增', exact: true }).click()
  await page.getByText('新增的规则').waitFor()
  await page.waitForTimeout(400)
  await look('publish-rule-added')
  await wide(page)
  await page.getByRole('tab', { name: /^检查/ }).click()
  await page.getByRole('tabpanel').getByRole('button', { name: '检查' }).click()
  await page.locator('.note.good, .note.bad').first().waitFor({ timeout: 120_000 })
  await look('publish-check-failed', true)
  await wide(page)

  // Somebody else writes while this page is open: the same person at another desk will do.
  const other = await desk('legal-reviewer')
  await other.page.goto(`${address}?tab=parameters`)
  await other.page.getByLabel('查找参数').fill('归档期限')
  await other.page.getByRole('button', { name: /修改.*归档期限/ }).click()
  await other.page.getByLabel(/^修改为/).fill('20')
  await other.page.getByRole('button', { name: '保存', exact: true }).click()
  await other.page.getByText('二十个工作日').first().waitFor()
  await page.getByRole('tab', { name: /例子/ }).click()
  await page.getByLabel('例子（YAML）').fill(examples(from))
  await page.getByRole('button', { name: '保存例子' }).click()
  await page.getByText('草案已被修改').waitFor()
  await look('publish-conflict')
  await wide(page)
  await page.getByRole('button', { name: '读取最新内容' }).click()
  if (await page.getByLabel('例子（YAML）').inputValue() !== examples(from)) throw new Error('what was typed was lost')
  await page.getByRole('button', { name: '保存例子' }).click()
  await page.getByText('例子已保存').waitFor()

  await page.getByRole('tab', { name: /^检查/ }).click()
  await page.getByRole('tabpanel').getByRole('button', { name: '检查' }).click()
  await page.getByText('正在检查').waitFor({ state: 'hidden', timeout: 120_000 })
  await look('publish-check', true)
  await wide(page)
  await page.getByRole('tab', { name: /试跑/ }).click()
  await page.getByRole('tabpanel').getByRole('button', { name: '试跑' }).click()
  await page.locator('.sum').waitFor({ timeout: 120_000 })
  await look('publish-replay', true)
  await wide(page)
  const submit = async () => {
    await page.getByRole('button', { name: '提交批准' }).click()
    await page.getByLabel(/给批准人的说明/).fill('请批准')
    await page.getByRole('dialog').getByRole('button', { name: '提交批准' }).click()
    await page.getByText('待批准').first().waitFor()
    await page.waitForTimeout(500)
  }
  await submit()
  await look('publish-submitted')

  const chief = await desk('supervisor')
  await chief.page.goto(`${address}?tab=rules`)
  await chief.page.getByRole('button', { name: '退回修改' }).waitFor()
  await chief.look('publish-supervisor', true)
  await wide(chief.page)
  await chief.page.getByRole('button', { name: '退回修改' }).click()
  await chief.page.getByLabel('退回的原因').fill('请再核对一次例子')
  await chief.page.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
  await chief.page.getByText('起草中').first().waitFor()
  await wide(page)
  await page.goto(address)
  await page.getByText('请再核对一次例子').waitFor()
  await look('publish-returned')
  await wide(page)
  if (!(await page.getByRole('button', { name: '提交批准' }).isEnabled())) {
    await page.getByRole('tab', { name: /^检查/ }).click()
    await page.getByRole('tabpanel').getByRole('button', { name: '检查' }).click()
    await page.getByText('正在检查').waitFor({ state: 'hidden', timeout: 120_000 })
  }
  await submit()
  await chief.page.goto(`${address}?tab=replay`)
  await chief.page.getByRole('button', { name: '批准并公布' }).click()
  await chief.page.getByText('公布不能撤销').waitFor()
  await chief.look('publish-confirm')
  await wide(chief.page)
  await chief.page.getByRole('dialog').getByRole('button', { name: '批准并公布' }).click()
  await chief.page.getByText('已公布').first().waitFor({ timeout: 120_000 })
  await chief.page.waitForTimeout(500)
  await chief.look('published', true)
  await wide(chief.page)
  await chief.page.goto(`${base}/app/packs/drafts`)
  await chief.page.getByText('立案时应当写明案情').first().waitFor()
  await chief.look('publish-list')
  await page.goto(`${base}/app/packs/penalty-ordinary?on=${from}`)
  await page.getByText('简要案情应当写明（示例）').first().waitFor()
  await look('published-pack')
}
