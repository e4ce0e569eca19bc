import { doAct, openCase } from './act.mjs'
import { colleagues } from './investigation.mjs'
import { ago, matter } from './matter.mjs'

const at = (office, role) => openCase(office, role, matter.violation)
const evidence = () => `现场笔录一份；证人${matter.witness}的询问笔录一份，证明违法经过；进货票据复印件6页`

/** Review, notice, defence and hearing, and the decision. */
export async function notice(office, step) {
  const pair = await colleagues(office)
  await review(office, step, pair, [62, 61, 60], 'first')
  await telling(office, step)
  await hearing(office, step)
  await review(office, step, null, [0, 29, 27], 'second')
  await deciding(office, step, pair)
}

async function review(office, step, pair, [concluded, submitted, reviewed], which) {
  const officer = await at(office, 'officer')
  if (pair) {
    step('officer concludes the investigation')
    await doAct(officer, {
      title: '调查终结', at: ago(concluded), officers: pair, preview: '调查终结报告', look: () => office.shot(officer, '09-conclude-form'),
      values: {
        facts: `${matter.party}经营超过保质期的糕点12盒，事实清楚。`, evidence: evidence(), nature: `违反${matter.basis}的规定`, proposal: '给予行政处罚', basis: matter.basis,
        discretion: '没有从轻、从重情节，按一般阶次', conductEndedOn: ago(80), harmful: '否', publicInterest: '否', complexLaw: '否', reviewByLaw: '否', complexOrMajor: '否',
      },
    })
  }
  step(`officer submits for the ${which} review`)
  await doAct(officer, { title: '报送法制审核', at: ago(submitted), values: { materials: '案卷一册及调查终结报告' } })
  step(`legal reviewer gives the ${which} opinion`)
  const reviewer = await at(office, 'legal-reviewer')
  await office.shot(reviewer, `10-reviewer-${which}`)
  await doAct(reviewer, { title: '审核（法制审核、案件审核）', at: ago(reviewed), values: { type: '法制审核', result: '同意', opinion: '事实清楚，证据充分，定性准确，程序合法，同意。', firstTime: '否' } })
}

async function telling(office, step) {
  step('head of agency issues the notice')
  const head = await at(office, 'agency-head')
  await doAct(head, {
    title: '批准并制发事先告知书', at: ago(59), preview: '行政处罚事先告知书',
    values: { facts: '你单位经营超过保质期的糕点12盒。', evidence: evidence(), basis: matter.basis, kinds: ['罚款'], fine: '52000', defenceRight: '是', hearingRight: '是' },
  })
  step('officer serves the notice')
  const officer = await at(office, 'officer')
  await doAct(officer, { title: '送达事先告知书', at: ago(58), values: { method: '直接送达', receipt: '是', signedBy: '本人签收' } })
  step('officer enters the defence and what came of it')
  await doAct(officer, { title: '当事人陈述申辩', at: ago(56), values: { content: '已经全部下架，请求从轻处理。' } })
  await doAct(officer, { title: '复核陈述申辩意见', at: ago(54), values: { adopted: '不予采纳', reasons: '改正情况已在裁量时考虑。' } })
  step('officer enters the request for a hearing')
  await doAct(officer, { title: '当事人要求听证', at: ago(54), values: { document: '听证申请书', reasons: '对罚款数额有异议' } })
  await office.shot(officer, '11-hearing-requested')
}

async function hearing(office, step) {
  step('head of agency gives notice of the hearing')
  const head = await at(office, 'agency-head')
  await doAct(head, { title: '通知听证', at: ago(52), values: { hearingOn: ago(33), time: '09:30', place: '本机关听证室', host: office.nameOf('hearing-officer'), open: '是' } })
  step('hearing officer holds the hearing and reports')
  const host = await at(office, 'hearing-officer')
  await doAct(host, { title: '举行听证', at: ago(33), values: { attended: '到场', agents: '1', transcript: '听证笔录一份，各方已核对签名。', signature: '核对无误后签名' } })
  await doAct(host, { title: '提出听证报告', at: ago(31), values: { disputes: '罚款数额', opinion: '事实清楚，建议维持拟处罚意见。' } })
}

async function deciding(office, step, pair) {
  step('head of agency deliberates')
  const head = await at(office, 'agency-head')
  await doAct(head, { title: '集体讨论', at: ago(26), values: { present: [office.nameOf('agency-head'), office.nameOf('unit-head')], opinions: '均同意。', conclusion: '同意处罚' } })
  step('officer rechecks the correction')
  await doAct(await at(office, 'officer'), { title: '复查改正情况', at: ago(25), values: { corrected: '是', findings: '已经改正' } })
  step('head of agency decides')
  const again = await at(office, 'agency-head')
  await doAct(again, {
    title: '作出行政处罚决定', at: ago(20), officers: pair, preview: '行政处罚决定书', look: () => office.shot(again, '12-decision-form'),
    values: {
      facts: `${matter.party}经营超过保质期的糕点12盒，事实清楚。`, evidence: evidence(), defenceResult: '当事人的意见已经复核，不予采纳。', basis: matter.basis, discretion: '按一般阶次',
      kinds: ['罚款'], fine: '52000', degree: '一般', performance: '自收到本决定书之日起十五日内到代收银行缴纳', collector: '云岭市商业银行云台路支行', surchargeTold: '是',
      remedies: '六十日内申请行政复议，六个月内提起行政诉讼', publicityTold: '是', correction: '立即改正',
    },
  })
  await office.shot(again, '13-decided')
}
