// Invented parameters of the registers for their screen.
import { dayOf } from './data.mjs'

const figure = (name, topic, title, value, unit, cite, layer, verified, touches, page, more = {}) => ({ name, topic, title, value, unit, validFrom: '1900-01-01', cite, layer, verified, least: 0, most: unit === '是否' ? 1 : 1000, whole: unit !== '学时', touches, page, nextFrom: null, nextValue: null, open: null, ...more })
const figures = [
  figure('training.hours', '培训', '年度培训学时', 60, '学时', '国办发〔2023〕27号：行政执法人员每年参加不少于60学时的公共法律知识、业务知识和行政执法技能培训', 'national', false, '各单位年度学时是否完成、十月以前的不足提醒、人员页的年度学时', '/app/registry/training'),
  figure('training.public-hours', '培训', '其中公共法律知识', 30, '学时', '日照市行政执法质量三年提升行动：公共法律知识培训每年不少于30学时', 'city', false, '其中公共法律知识是否完成', '/app/registry/training'),
  figure('reviewer.share', '法制审核', '法制审核人员占执法人员的百分比', 5, '%', '国办发〔2018〕118号（十一）：法制审核人员原则上不少于本单位执法人员总数的5%', 'national', true, '各单位应当配备的法制审核人员数', '/app/registry/training'),
  figure('certificate.soon-days', '执法证件', '执法证件到期前提醒的天数', 60, '天', '平台默认值', 'platform', false, '“即将到期”的人员名单', '/app/registry/people', { open: 7 }),
  figure('check.failed-suspends', '执法证件', '年度审验不合格的暂扣执法证件', 1, '是否', '交通运输行政执法证件管理规定 第三十一条', 'ministry', false, '年度审验不合格的证件是否同时暂扣', '/app/registry/people'),
  figure('exam.valid-years', '资格考试', '考试合格后未领证的，成绩保留的年数', 5, '年', '浙江省综合行政执法条例 第二十八条（该条为一省对其他在编人员的规定，借作平台默认值）', 'province', true, '合格成绩多久以内可以申领证件', '/app/registry/applications'),
  figure('rotation.soon-days', '岗位职责', '轮岗到期前提醒的天数', 180, '天', '平台默认值', 'platform', false, '轮岗即将到期的名单', '/app/registry/responsibilities?tab=rotation', { nextFrom: dayOf(40), nextValue: 120 }),
]
const wanted = { validFrom: dayOf(30), value: 90, cite: '云川市行政执法证件管理办法 第十二条', layer: 'city', verified: true, document: '云司发〔2026〕18号', reason: '换证办理需要两个月以上，提前提醒' }
const version = (f) => ({ validFrom: f.validFrom, value: f.value, cite: f.cite, layer: f.layer, verified: f.verified, document: '', reason: '', proposedBy: null, approvedBy: null, recordedAt: `${dayOf(-300)}T08:00` })
const change = (state, more = {}) => ({ id: 7, wanted, state, proposedBy: '许知行', proposedAt: `${dayOf(-2)}T09:30`, decidedBy: null, decidedAt: null, note: '', may: [], ...more })

export const routesOf = (refuse) => [
  ['GET', /^\/api\/registry\/parameters$/, () => figures],
  ['GET', /^\/api\/registry\/parameters\/([\w.-]+)$/, ({ m, who }) => {
    const f = figures.find((x) => x.name === m[1])
    if (!f) throw refuse(404, '没有找到', '没有这个参数')
    const changes = f.open ? [change('proposed', { may: who.permissions.includes('parameter.approve') ? ['approve', 'return'] : [] }), change('returned', { id: 3, decidedBy: '顾长风', decidedAt: `${dayOf(-60)}T10:00`, note: '写明依据的条款' })] : []
    const later = f.nextFrom ? [{ ...version(f), validFrom: f.nextFrom, value: f.nextValue, document: '云司发〔2026〕9号', reason: '轮岗改为提前四个月准备', proposedBy: '许知行', approvedBy: '顾长风', recordedAt: `${dayOf(-5)}T16:00` }] : []
    return { figure: f, versions: [...later, version(f)], changes, mayPropose: !f.open }
  }],
  ['POST', /^\/api\/registry\/parameters\/[\w.-]+\/changes$/, ({ body }) => { if (body.value === 1000) throw refuse(422, '不符合规定', '应为 0 至 366 天', { errors: [{ pointer: '/value', message: '应为 0 至 366 天' }] }); return { status: 201, json: { id: 8 } } }],
  ['POST', /^\/api\/registry\/parameters\/changes\/\d+\/decision$/, () => ({ status: 204 })],
]
