import { doAct, downloaded, fillAndSend, openCase } from './act.mjs'
import { ago, matter } from './matter.mjs'

const at = (office, role) => openCase(office, role, matter.violation)

/** Service, payment, the end of the case and its file; then its documents and citations. */
export async function closing(office, step) {
  step('officer serves the decision')
  const officer = await at(office, 'officer')
  await doAct(officer, { title: '送达决定书', at: ago(18), values: { method: '直接送达', receipt: '是', signedBy: '本人签收', creditNotice: '是' } })
  step('officer files the recording that the list of recorded steps asks for')
  await doAct(officer, { title: '归集音像记录', at: ago(17), values: { step: '送达处罚决定书', recorded: '是' } })
  step('officer enters the payment')
  await doAct(officer, { title: '缴纳罚款', at: ago(12), values: { amount: '52000', receipt: '电子票据0001' } })
  step('officer confirms the execution')
  await doAct(officer, { title: '确认执行结果', at: ago(10), values: { outcome: '执行完毕', findings: '罚款已经缴清，违法行为已经改正。' } })
  step('head of agency closes the case')
  const head = await at(office, 'agency-head')
  await doAct(head, { title: '结案', at: ago(8), values: { ground: '处罚决定执行完毕', summary: '处罚决定已经执行完毕。' } })
  await filed(office, step)
  await papers(office, step)
  await citation(office, step)
}

async function filed(office, step) {
  step('archivist files the case')
  const archivist = await office.desk('archivist')
  await archivist.goto(`${office.base}/app/todo`)
  await archivist.getByRole('link', { name: '立卷归档' }).first().waitFor()
  await archivist.locator('li', { hasText: matter.party }).getByRole('link', { name: '立卷归档' }).click()
  await archivist.getByRole('heading', { name: '立卷归档', exact: true }).waitFor()
  const contents = [{ title: '行政处罚决定书', pages: '13-16' }, { title: '送达回证', pages: '17-18' }]
  await fillAndSend(archivist, { at: ago(5), values: { volume: '处罚卷', contents, retention: '十年' } }, '立卷归档')
  await office.shot(archivist, '14-archived')
}

/** The documents are listed, numbered, and come down as PDF and Word. */
async function papers(office, step) {
  step('officer takes the documents')
  const page = await office.desk('officer')
  await page.reload()
  await page.getByRole('tab', { name: /文书/ }).click()
  const decision = page.locator('[role=tabpanel] li', { hasText: '行政处罚决定书' })
  await decision.waitFor()
  await office.shot(page, '15-documents')
  matter.number = (await decision.locator('.code').first().textContent()).trim()
  for (const [name, head] of [['PDF', '%PDF'], ['Word', 'PK']]) {
    await downloaded(page, decision.getByRole('link', { name: new RegExp(`^${name}`) }), head)
  }
  const count = await page.locator('[role=tabpanel] li').count()
  if (count < 10) throw new Error(`${count} documents, expected at least ten`)
}

async function citation(office, step) {
  step('officer reads an article behind a citation')
  const page = await office.desk('officer')
  await page.getByRole('tab', { name: /期限/ }).click()
  await page.locator('[role=tabpanel] .cites button').first().click()
  await page.locator('.el-drawer').getByText(/施行日期|法规库没有收录/).first().waitFor()
  await office.shot(page, '16-citation')
  await page.keyboard.press('Escape')
  for (const tab of ['证据', '记录', '发现的问题']) {
    await page.getByRole('tab', { name: new RegExp(tab) }).click()
    await page.waitForTimeout(300)
    await office.shot(page, `17-${tab}`)
  }
}
