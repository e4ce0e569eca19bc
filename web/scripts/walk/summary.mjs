import { doAct, fillAndSend, openCase } from './act.mjs'
import { choose } from './form.mjs'
import { colleagues } from './investigation.mjs'
import { ago, matter } from './matter.mjs'

const at = (office, role) => openCase(office, role, matter.spot)

/** The next number of the officer's book. */
async function take(page, name) {
  await page.locator('li', { hasText: `${name}的本册` }).getByRole('button', { name: /^取 / }).first().click()
}

/** The unit head hands a book of pre-printed numbers to the officer. */
async function book(office, step) {
  step('unit head hands out a book of numbers')
  const page = await office.desk('unit-head')
  await page.locator('aside').getByRole('link', { name: '文书编号' }).click()
  await page.getByRole('button', { name: '发放本册' }).click()
  await choose(page, page.locator('.el-select', { has: page.locator('#book-holder') }), office.nameOf('officer'))
  await page.getByRole('button', { name: '发放', exact: true }).click()
  await page.getByText(/^已发放：/).waitFor()
  await office.shot(page, '45-numbers')
}

/** A penalty on the spot against a natural person, with a number from the officer's book. */
export async function summary(office, step) {
  const pair = await colleagues(office)
  await book(office, step)
  step('officer opens the case on the spot')
  const page = await office.desk('officer')
  await page.locator('aside').getByRole('link', { name: '立案' }).click()
  await page.waitForURL(/\/app\/cases\/new/)
  await page.locator('label', { has: page.getByRole('radio') }).filter({ hasText: '行政处罚简易程序' }).click()
  await choose(page, page.locator('.el-select', { has: page.locator('#item') }), '对未按规定建立并遵守进货查验记录等制度的处罚')
  await fillAndSend(page, {
    at: ago(6), officers: pair, opening: true,
    values: {
      violation: matter.spot, facts: '当场检查发现未保存进货凭证。', evidence: '现场照片2张', place: matter.address, conductEndedOn: ago(6), certificateShown: '是',
      parties: [{ kind: '自然人', name: matter.spotPerson, address: '云岭市南岭区云台路5号' }],
    },
  }, '当场调查取证')
  await page.getByRole('heading', { name: '办理时间线' }).waitFor()
  step('officer tells, hears and decides')
  await doAct(page, { title: '当场告知并听取陈述申辩', at: ago(6), values: { content: '拟处以罚款50元。', fine: '50', rightsTold: '是', heard: '是' } })
  await doAct(page, {
    title: '作出当场行政处罚决定', at: ago(6), officers: pair, before: () => take(page, pair[0]), preview: '当场行政处罚决定书', look: () => office.shot(page, '18-decide-on-spot'),
    values: {
      kind: '罚款', fine: '50', violation: matter.spot, basis: matter.basis, degree: '一般', place: matter.address, performance: '十五日内到代收银行缴纳',
      remedies: '六十日内先申请行政复议；对复议决定不服的，可以提起行政诉讼', reconsiderFirst: '是', handedOver: '是', signature: '已签收',
    },
  })
  step('officer files the recording that the list of recorded steps asks for')
  await doAct(page, { title: '归集音像记录', at: ago(5), values: { step: '现场检查', recorded: '是' } })
  step('officer reports it, the fine is paid, the unit head closes, the archivist files')
  await doAct(page, { title: '报机关备案', at: ago(5), values: { materials: '当场处罚决定书存根' } })
  await doAct(page, { title: '缴纳罚款', at: ago(4), values: { amount: '50', receipt: '电子票据0002' } })
  await doAct(await at(office, 'unit-head'), { title: '结案', at: ago(3), values: { ground: '处罚决定执行完毕', summary: '罚款已经缴清。' } })
  await page.reload()
  await doAct(page, { title: '立卷归档', at: ago(2), values: { volume: '简易处罚卷', contents: [{ title: '当场行政处罚决定书', pages: '1' }] } })
  await office.shot(page, '19-summary-archived')
}
