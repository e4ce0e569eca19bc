import { doAct, fillAndSend, openCase } from './act.mjs'
import { choose } from './form.mjs'
import { ago, matter, photo } from './matter.mjs'

/** From the lead to the evidence, with a preservation that the keeper of property gives back. */
export async function investigation(office, step) {
  const pair = await colleagues(office)
  await lead(office, step, pair)
  await filing(office, step, pair)
  await evidence(office, step, pair)
  await preservation(office, step, pair)
}

/** The officer and a colleague with a certificate, as their unit knows them. */
export async function colleagues(office) {
  const page = await office.desk('officer')
  const people = await (await page.request.get(`${office.base}/api/people?role=officer`)).json()
  const own = office.nameOf('officer')
  const other = people.find((p) => p.name !== own && p.certificate?.valid)
  if (!other) throw new Error('the officer has no colleague with a valid certificate')
  return [own, other.name]
}

async function lead(office, step, pair) {
  step('officer opens a case with its lead')
  const page = await office.desk('officer')
  await office.shot(page, '01-todo')
  await page.locator('aside').getByRole('link', { name: '立案' }).click()
  await page.waitForURL(/\/app\/cases\/new/)
  await page.locator('label', { has: page.getByRole('radio') }).filter({ hasText: '行政处罚普通程序' }).click()
  await choose(page, page.locator('.el-select', { has: page.locator('#item') }), '对未按规定建立并遵守进货查验记录等制度的处罚')
  await page.locator('#act-source').waitFor()
  await office.shot(page, '02-open-case')
  await fillAndSend(page, { at: ago(80), opening: true, values: { source: '检查发现', summary: matter.lead } }, '登记案源')
  await page.getByRole('heading', { name: '办理时间线' }).waitFor()
  await office.shot(page, '03-lead')
  step('officer checks the lead')
  await doAct(page, { title: '核查线索', at: ago(78), officers: pair, values: { findings: '两名执法人员到场核查，货架上有超过保质期的糕点12盒。', proposal: '建议立案' } })
}

async function filing(office, step, pair) {
  step('head of agency files the case')
  const page = await openCase(office, 'agency-head', matter.lead)
  await office.shot(page, '04-head-sees-lead')
  const party = { kind: '法人', name: matter.party, uscc: matter.uscc, representative: matter.representative, address: matter.address, phone: '13912345678' }
  await doAct(page, {
    title: '立案', at: ago(76), officers: pair, preview: '立案审批表', look: () => office.shot(page, '05-filing-form'),
    values: {
      violation: matter.violation, facts: `经核查，${matter.party}涉嫌经营超过保质期的食品。`, parties: [party], discoveredOn: ago(80), conductEndedOn: ago(80),
      evidenceShown: '是', punishable: '是', ownJurisdiction: '是', clauses: matter.basis, lead: pair[0],
    },
  })
  await office.shot(page, '06-filed')
}

async function evidence(office, step, pair) {
  const page = await openCase(office, 'officer', matter.violation)
  step('officer inspects, with a photograph')
  await doAct(page, {
    title: '现场检查', at: ago(75), officers: pair, files: [photo('现场照片.png')],
    values: { place: matter.address, findings: '货架上有超过保质期的糕点12盒，已拍照。', certificateShown: '是', signature: '已签名', recorded: '是' },
  })
  step('officer tells the party its rights')
  await doAct(page, { title: '告知当事人权利义务', at: ago(75), values: { answer: '听清楚了，不申请回避。' } })
  step('officer interviews a shop assistant')
  await doAct(page, {
    title: '询问', at: ago(74), officers: pair, look: () => office.shot(page, '07-interview-form'),
    values: { person: matter.witness, relation: '店员', place: '本机关询问室', content: '问：这批糕点何时上架？答：上个月，一直没有清理。', certificateShown: '是', individually: '是', signature: '已签名' },
  })
  step('officer collects evidence')
  await doAct(page, { title: '调取证据', at: ago(73), officers: pair, values: { kind: '书证', name: '进货票据复印件6页', proves: '证明进货时间和数量', original: '否', verified: '是', certificateShown: '是' } })
  step('officer orders correction')
  await doAct(page, { title: '责令改正', at: ago(73), values: { content: '立即下架超过保质期的食品', days: '15' } })
}

async function preservation(office, step, pair) {
  step('head of agency approves the preservation')
  const head = await openCase(office, 'agency-head', matter.violation)
  await doAct(head, { title: '批准先行登记保存', at: ago(72), values: { items: '糕点12盒', reason: '可能灭失' } })
  step('officer preserves the goods')
  const officer = await openCase(office, 'officer', matter.violation)
  await doAct(officer, {
    title: '先行登记保存证据', at: ago(72), officers: pair,
    values: { name: '超过保质期的糕点', quantity: '12盒', place: '当事人仓库', inPlace: '是', urgent: '否', certificateShown: '是', listHanded: '是' },
  })
  await office.shot(officer, '08-preserved')
  step('head of agency decides on the preserved goods')
  const again = await openCase(office, 'agency-head', matter.violation)
  await doAct(again, { title: '处理登记保存的证据', at: ago(69), values: { outcome: '解除登记保存', reasons: '已经拍照、清点。' } })
  step('keeper of property returns them')
  const keeper = await openCase(office, 'property-keeper', matter.violation)
  await doAct(keeper, { title: '退还登记保存物品', at: ago(68), values: { receivedBy: matter.representative, condition: '物品完好' } })
}
