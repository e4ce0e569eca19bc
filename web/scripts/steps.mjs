// What scripts/look.mjs does on each screen. Each step leaves the page as the next one finds it.
const go = async (page, url, text) => { await page.goto(url); await page.getByText(text).first().waitFor() }
const sign = async (page, base, account) => {
  await page.context().clearCookies()
  await page.goto(`${base}/app/sign-in`)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill('demo')
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}
const first = '3-900100'
/** The band of a practice city is in sight above everything else, and the title says so too. */
const practised = async (page) => {
  const band = page.getByText('练习环境：案件、人员和文书都是虚构的，没有法律效力')
  await band.waitFor()
  const above = await band.evaluate((b) => {
    const r = b.getBoundingClientRect()
    const modal = document.querySelector('dialog[open]') // what lies beneath a modal one cannot be hit
    return modal ? modal.getBoundingClientRect().top >= r.bottom : b.contains(document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2))
  })
  if (!above) throw new Error('the band is covered')
  if (!(await page.title()).startsWith('【练习】')) throw new Error(`the title is ${await page.title()}`)
}

export const steps = [
  ['00-sign-in', async (page, base) => { await page.goto(`${base}/app/cases`); await page.getByRole('heading', { name: '登录' }).waitFor() }],
  ['01-sign-in-wrong', async (page) => {
    await page.getByLabel('账号').fill('officer')
    await page.getByLabel('密码').fill('x')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('账号或密码不正确').first().waitFor()
  }],
  ['01b-locked', async (page) => {
    await page.getByLabel('账号').fill('locked')
    await page.getByLabel('密码').fill('x')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('账号已锁定').first().waitFor()
  }],
  ['01c-unreachable', async (page) => {
    await page.route('**/api/session', (r) => r.abort())
    await page.getByLabel('账号').fill('officer')
    await page.getByLabel('密码').fill('demo')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('无法连接服务器').first().waitFor()
    await page.unroute('**/api/session')
  }],
  ['01d-refused-elsewhere', async (page, base) => {
    await go(page, `${base}/app/sign-in?refused=unknown`, '没有开通')
    await page.getByRole('link', { name: '统一身份认证登录' }).waitFor()
  }],
  ['02-todo', async (page, base) => { await sign(page, base, 'officer'); await go(page, `${base}/app/todo`, '处理登记保存的物品') }],
  ['02a-help', async (page, base) => { await go(page, `${base}/app/todo`, '处理登记保存的物品'); await page.getByRole('button', { name: '看看从哪里开始' }).click(); await page.getByText('执法人员从这里开始').waitFor() }],
  ['02b-help-key', async (page, base) => {
    await go(page, `${base}/app/cases`, '下一页')
    if (await page.getByText('第一次使用？').count()) throw new Error('the note came back')
    await page.keyboard.press('F1')
    await page.getByText('保存当前筛选', { exact: false }).last().waitFor()
    await page.keyboard.press('Escape')
    await page.waitForTimeout(400)
    if (await page.getByRole('dialog').count()) throw new Error('Esc did not close the help')
  }],
  ['02ws-sums-full', async (page, base) => { await sign(page, base, 'officer'); await go(page, `${base}/app/cases/${first}?tab=sums`, '分期缴纳计算') }],
  ['02ws1-sums-made-full', async (page) => {
    const period = page.getByRole('region', { name: '期限计算' })
    await period.getByRole('button', { name: '计算' }).click()
    await period.getByText('当日不计入').last().waitFor()
    await page.getByText('加处罚款数额', { exact: true }).click()
    const plan = page.getByRole('region', { name: '分期缴纳计算' })
    await plan.getByLabel('第一期的日期').fill('2027-01-04')
    await page.keyboard.press('Enter')
    await plan.getByRole('button', { name: '计算' }).click()
    await plan.getByText('次一工作日').waitFor()
  }],
  ['02ws2-sums-hours', async (page) => {
    const period = page.getByRole('region', { name: '期限计算' })
    await period.locator('.el-select').first().click()
    await page.getByRole('option', { name: /24小时/ }).click()
    await period.getByRole('button', { name: '计算' }).click()
    const from = await period.getByLabel('从什么时候起算').inputValue()
    await period.getByText(`自${from}起算`).waitFor()
  }],
  ['02w-workload', async (page, base) => { await sign(page, base, 'head'); await go(page, `${base}/app/workload`, '执法证件无效') }],
  ['02w2-workload-substitution', async (page) => { await page.getByRole('tab', { name: '代理' }).click(); await page.getByText('代理中').waitFor() }],
  ['02w3-workload-substitute', async (page) => { await page.getByRole('button', { name: '指定代理人' }).click(); await page.getByRole('dialog').getByText('至（含当日）').waitFor() }],
  ['02w4-workload-hand-over', async (page, base) => {
    await go(page, `${base}/app/workload/12`, '请先选择接手人')
    await page.locator('.el-select').first().click()
    await page.getByRole('option', { name: '程立' }).click()
    await page.getByText('执法证件当日应当有效').first().waitFor()
  }],
  ['02w5-workload-handed-over', async (page) => {
    await page.locator('.el-select').first().click()
    await page.getByRole('option', { name: '林予安' }).click()
    await page.getByText('交接后只剩一人').waitFor()
    await page.getByLabel('事由').fill('调往县局办公室')
    await page.getByRole('button', { name: /交接 \d+ 件/ }).click()
    await page.getByText('交给').first().waitFor()
  }],
  ['02xl-letters-full', async (page, base) => { await sign(page, base, 'officer'); await go(page, `${base}/app/letters`, '待送达、缺签字件的文书'); await page.getByText('DL（220×110').waitFor() }],
  ['02xl1-letters-sender-full', async (page) => {
    await page.getByRole('button', { name: /填写地址|^修改/ }).click()
    await page.getByLabel('寄件地址').fill('云川市政务大道9号')
    await page.getByLabel('邮政编码').fill('53')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('应为六位数字').first().waitFor()
    await page.getByLabel('邮政编码').fill('530000')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('寄件：云川市市场监督管理局，云川市政务大道9号').waitFor()
  }],
  ['02xl2-letters-checked-full', async (page) => {
    await page.getByLabel(/责令改正通知书/).check()
    await page.getByLabel(/行政处罚决定书/).check()
    await page.getByLabel(/现场笔录/).check()
    await page.getByLabel(/延长办理期限通知书/).check()
    await page.getByLabel(/C5（229/).check()
    await page.getByRole('button', { name: '核对' }).click()
    await page.getByText('没有送达地址确认书，当事人也没有登记地址').waitFor()
  }],
  ['02xl3-letters-printed-full', async (page) => {
    await page.getByRole('button', { name: '生成打印文件' }).click()
    await page.getByText('打印文件已生成').waitFor()
    await page.getByText('1 份超过 100 页放不下').waitFor()
    if (!(await page.getByLabel(/延长办理期限通知书/).isChecked())) throw new Error('what was left is no longer chosen')
  }],
  ['02x-paper', async (page, base) => { await sign(page, base, 'officer'); await go(page, `${base}/app/scans`, '应由被询问人和询问人签名') }],
  ['02x1-paper-scans', async (page) => { await page.getByRole('tab', { name: '全部扫描件' }).click(); await page.getByText('都已处理').waitFor() }],
  ['02x2-paper-scan-full', async (page) => { await page.getByRole('link', { name: /扫描仪/ }).click(); await page.getByText('识读出的文书').waitFor(); await page.getByText('缺这份文书的第 2 页').waitFor() }],
  ['02x3-paper-bound-full', async (page) => {
    await page.getByRole('button', { name: /^归入.*现场笔录/ }).click()
    await page.getByText('第 12 条记录').first().waitFor()
    await page.getByLabel('第 8 页').check()
    await page.getByText('只能说明理由').waitFor()
    await page.getByLabel('或者不归入任何文书').fill('南岭区市场监督管理局的文书，已交还')
    await page.getByRole('button', { name: '不归入' }).click()
    await page.getByText('已交还').first().waitFor()
  }],
  ['02w6-todo-leavers', async (page, base) => { await sign(page, base, 'head'); await go(page, `${base}/app/todo`, '待交接的案件') }],
  ['02w6a-todo-decide', async (page) => { await page.getByRole('button', { name: '待我审批、审核' }).click(); await page.getByText(/已等 \d+ 日/).first().waitFor() }],
  ['02w6b-next-decision', async (page) => {
    await page.locator('[data-row][href*=desk]').first().click()
    await page.getByRole('button', { name: '返回' }).first().click()
    await page.getByText('下一件：').waitFor()
  }],
  ['02w6c-next-decided', async (page) => { await page.getByRole('link', { name: /^办理下一件|^打开送审稿/ }).click(); await page.getByText('下一件：').waitFor({ state: 'detached' }) }],
  ['02y-notices', async (page, base) => { await sign(page, base, 'officer'); await go(page, `${base}/app/notices`, '条未读') }],
  ['02y0-notices-messages', async (page) => { await page.getByLabel('发消息给我').uncheck(); await page.getByText('最近发给我的').click(); await page.getByText('接口答复 503').scrollIntoViewIfNeeded() }],
  ['02y1-notices-read', async (page) => { await page.getByRole('button', { name: /^标为已读/ }).first().click(); await page.getByText('已读', { exact: true }).first().waitFor() }],
  ['02z-old-cases', async (page, base) => {
    await sign(page, base, 'head')
    await go(page, `${base}/app/old-cases`, '适用的程序')
    await page.locator('.el-select').first().click()
    await page.getByRole('option', { name: /行政处罚普通程序/ }).click()
    await page.getByLabel('现场检查').check()
    await page.getByRole('link', { name: /下载模板/ }).waitFor()
  }],
  ['02z1-old-cases-tried', async (page) => {
    await page.getByLabel('导入的理由').fill('原办案系统停用，在办案件转入本平台')
    await page.getByLabel('选择文件试导入').setInputFiles({ name: '旧案.csv', mimeType: 'text/csv', buffer: Buffer.from('原案号') })
    await page.getByText('可以导入 1').waitFor()
    await page.getByText('第 3 行').scrollIntoViewIfNeeded()
  }],
  ['02z2-old-cases-done', async (page) => { await page.getByRole('button', { name: '导入 1 个案件' }).click(); await page.getByText('已导入 1').first().waitFor() }],
  ['02x1-todo-waiting', async (page, base) => { await sign(page, base, 'head'); await go(page, `${base}/app/todo?part=decide`, '送我审批') }],
  ['02x1a-todo-together', async (page) => { await page.getByRole('button', { name: '全部选中' }).click(); await page.getByRole('button', { name: /^成批办理 [1-9] 件$/ }).click(); await page.getByText('以您的名义办理结案').waitFor() }],
  ['02x1b-todo-together-done', async (page) => { await page.getByRole('button', { name: '确认办理' }).click(); await page.getByText('留下 1 件单独办理').waitFor() }],
  ['02x2-submission-decide', async (page, base) => { await go(page, `${base}/app/submissions/1`, '与上一稿的差别'); await page.getByText('送审之后案件又有').waitFor() }],
  ['02x3-submission-return', async (page) => { await page.getByRole('button', { name: '退回', exact: true }).click(); await page.getByLabel('退回的理由').fill('理由与回函不符'); await page.getByLabel('「延长的天数」的问题').fill('应为 20 日') }],
  ['02x4-submission-do', async (page) => { await page.getByRole('button', { name: '取消' }).click(); await page.getByRole('link', { name: '办理：延长办案期限' }).click(); await page.getByText('记录写明起草人').waitFor() }],
  ['02x5-todo-sent', async (page, base) => { await sign(page, base, 'officer'); await go(page, `${base}/app/todo`, '我送审的') }],
  ['02x6-submission-returned', async (page, base) => go(page, `${base}/app/submissions/2`, '修改后再次送审')],
  ['02x7-submission-mend', async (page) => { await page.getByRole('link', { name: '修改后再次送审' }).click(); await page.getByText('退回意见：检测机构回函').first().waitFor(); await page.getByText('任何一人').first().waitFor() }],
  ['02x8-submission-draft', async (page, base) => { await go(page, `${base}/app/cases/3-900102?act=extend-case`, '起草送审'); await page.getByText('任何一人').first().waitFor() }],
  ['02x9-case-submissions', async (page, base) => go(page, `${base}/app/cases/${first}`, '退回 1 次')],
  ['02w7-todo-questions', async (page, base) => { await sign(page, base, 'officer'); await go(page, `${base}/app/todo`, '同事的提问') }],
  ['02w8-notes', async (page) => {
    await page.getByRole('link', { name: /批次号/ }).click()
    await page.getByRole('button', { name: '答复', exact: true }).click()
    await page.getByLabel('答复 何静 的提问').fill('笔录抄错，已更正')
    await page.getByText('不是案件记录，不入案卷').waitFor()
  }],
  ['02w9-notes-answered', async (page) => { await page.getByRole('button', { name: '写入批注' }).click(); await page.getByText('已答复').waitFor(); await page.getByText('收回', { exact: true }).first().waitFor() }],
  ['03-cases', async (page, base) => go(page, `${base}/app/cases`, '下一页')],
  ['03b-cases-page2', async (page, base, width) => {
    await page.getByRole('button', { name: '下一页' }).click()
    await page.waitForURL(/cursor=50/)
    await page.waitForTimeout(300)
    if (width > 900) for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
  }],
  ['03c-cases-filtered', async (page, base) => go(page, `${base}/app/cases?overdue=true&state=all&sort=due&stage=决定`, /共 \d/)],
  ['03d-find', async (page, base, width) => {
    await go(page, `${base}/app/todo`, '处理登记保存的物品')
    if (width > 900) await page.keyboard.press('Control+k')
    else await page.getByRole('button', { name: '查找' }).click()
    await page.getByRole('combobox', { name: /查找案件/ }).fill('食品')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
  }],
  ['03e-find-initials', async (page) => {
    await page.getByRole('combobox', { name: /查找案件/ }).fill('ajbl')
    await page.getByRole('option', { name: /案件办理/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/app\/cases$/)
    await page.keyboard.press('Control+k')
    await page.getByRole('group', { name: '最近打开' }).waitFor()
  }],
  ['03f-find-nothing', async (page, base, width) => {
    await page.getByRole('combobox', { name: /查找案件/ }).fill('没有这样的字')
    await page.getByText('在您的权限范围之内没有找到').waitFor()
    if (width < 900) return
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '查找' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    if (!(await page.getByRole('button', { name: '查找' }).evaluate((e) => e === document.activeElement))) throw new Error('the focus did not come back')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /查找案件/ }).fill('没有这样的字')
  }],
  ['03p-party', async (page, base) => { await go(page, `${base}/app/parties/of/${first}`, '案件中的写法'); await page.waitForURL(/parties\/0+1$/); await page.getByText('可能是同一当事人').waitFor() }],
  ['03q-party-merge', async (page) => { await page.getByRole('button', { name: /^合并/ }).first().click(); await page.getByRole('dialog').getByLabel('理由').waitFor() }],
  ['03r-party-merged', async (page) => {
    await page.getByRole('dialog').getByLabel('理由').fill('营业执照变更登记，实为一家')
    await page.getByRole('dialog').getByRole('button', { name: '合并', exact: true }).click()
    await page.getByText('营业执照变更登记，实为一家').first().waitFor()
  }],
  ['03s-cases-columns', async (page, base, width) => {
    await go(page, `${base}/app/cases`, '下一页')
    if (width < 900) return
    await page.getByRole('button', { name: '列', exact: true }).click()
    await page.getByRole('dialog').getByLabel('办案机关', { exact: true }).check()
    await page.getByRole('button', { name: '办案机关上移' }).click()
  }],
  ['03t-cases-own', async (page, base, width) => {
    if (width > 900) { await page.getByRole('dialog').getByRole('button', { name: '保存' }).click(); await page.getByRole('columnheader', { name: '办案机关' }).waitFor() }
    await go(page, `${base}/app/cases?stage=${width > 900 ? '听证' : '决定'}`, '保存当前筛选')
    await page.getByRole('button', { name: '保存当前筛选' }).click()
    await page.getByLabel('筛选名称').fill('等听证的')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '等听证的' }).waitFor()
  }],
  ['04-open', async (page, base) => { await go(page, `${base}/app/cases/new`, '适用程序'); await page.getByText('行政处罚普通程序').click(); await page.getByLabel('简要案情').waitFor() }],
  ['04a-open-repeat', async (page) => {
    await page.getByRole('button', { name: '添加当事人' }).click()
    await page.getByLabel('姓名或者名称').fill('云岭市禾穗坊食品有限公司')
    await page.getByText('核对情况：').waitFor()
    await page.getByText('下列案件可能是同一违法行为').scrollIntoViewIfNeeded()
  }],
  ['04b-open-errors', async (page, base) => {
    await go(page, `${base}/app/cases/new`, '适用程序')
    await page.getByText('行政处罚普通程序').click()
    await page.getByRole('button', { name: '清空重填' }).click()
    await page.getByRole('button', { name: '添加当事人' }).click()
    await page.getByRole('button', { name: '立案', exact: true }).click()
    await page.getByText('处需要填写或改正').waitFor()
  }],
  ['04c-open-from', async (page, base) => {
    await go(page, `${base}/app/cases/${first}`, '由本案另立案件')
    await page.getByRole('link', { name: '立处罚案件' }).click()
    await page.getByText('填入当事人等内容').waitFor()
    if (await page.getByLabel('简要案情').inputValue() !== '货架上有过期生抽三瓶') throw new Error('the form was not filled')
  }],
  ['04d-linked-step', async (page, base) => {
    await go(page, `${base}/app/cases/${first}`, '关联案件的进展')
    await page.getByText('不在您的权限范围之内').waitFor()
    await page.locator('section', { hasText: '关联案件的进展' }).getByRole('link', { name: '办理' }).first().click()
    await page.getByText('请核对后办理').waitFor()
    if (await page.getByLabel('意见').inputValue() !== '公安机关已接受移送') throw new Error('the step did not fill the form')
  }],
  ['05-case', async (page, base) => go(page, `${base}/app/cases/${first}`, '应当办理')],
  ['05-case-full', async () => {}],
  ['05b-barred', async (page) => { await page.locator('summary', { hasText: '作出处罚决定' }).click(); await page.getByText('决定前应当告知并期满').last().waitFor(); await page.getByText('条件尚不具备').scrollIntoViewIfNeeded() }],
  ['05c-citation', async (page) => { await page.getByRole('tabpanel').getByRole('button', { name: '行政处罚法 第四十四条' }).first().click(); await page.getByText('法规库没有收录').or(page.getByText('施行日期')).first().waitFor(); await page.getByText('增加的文字').waitFor() }],
  ['05d-explain', async (page) => { await page.keyboard.press('Escape'); await page.waitForTimeout(400); await page.evaluate(() => scrollTo(0, 0)); await page.getByRole('button', { name: /期限怎样计算/ }).first().click(); await page.getByText('届满日', { exact: true }).waitFor() }],
  ['06-0-act-two-windows', async (page, base) => {
    await go(page, `${base}/app/cases/${first}?act=inspect`, '也打开了这份表单')
    await page.getByLabel('检查地点').fill('两个窗口')
    await page.getByText('两边不一样').waitFor()
    await page.getByRole('button', { name: '用另一个窗口的' }).scrollIntoViewIfNeeded()
  }],
  ['06-1-act-chosen', async (page) => { await page.getByRole('button', { name: '用另一个窗口的' }).click(); await page.getByText('已恢复上次填写的内容').waitFor(); await page.getByRole('button', { name: '清空重填' }).click() }],
  ['06-act', async (page, base) => go(page, `${base}/app/cases/${first}?act=inspect`, '检查地点')],
  ['06b-act-filled', async (page) => {
    await page.getByLabel('检查地点').fill('云川市东城区望湖路 88 号')
    await page.getByLabel('现场负责人').fill('方小满')
    await page.getByLabel('初步认定货值').fill('50000')
    await page.getByRole('button', { name: '添加检查事项' }).click()
    await page.getByLabel('事项（第 1 行）').fill('调味品保质期')
    await page.locator('.el-select', { has: page.locator('#act-conclusion') }).click()
    await page.getByRole('option', { name: '责令改正' }).click()
    await page.getByLabel('责令改正内容').fill('立即下架')
    await page.getByRole('radio', { name: '补录' }).click()
    await page.locator('.el-select', { has: page.locator('#act-officers') }).click()
    for (const who of ['林予安', '程立']) await page.getByRole('option', { name: who }).click()
    await page.keyboard.press('Escape')
    await page.getByText('必填内容填写完整后自动审查').waitFor()
  }],
  ['06b-act-full', async () => {}],
  ['06c-act-errors', async (page) => { await page.locator('form .btn.main').click(); await page.getByText('处需要填写或改正').waitFor() }],
  ['06c-examined', async (page) => {
    await page.getByLabel('检查时间').fill('2026-10-09 10:30')
    await page.getByLabel('检查时间').press('Enter')
    await page.getByRole('checkbox', { name: /已出示执法证件/ }).check()
    await page.locator('.rows .el-select').first().click()
    await page.getByRole('option', { name: '不合格', exact: true }).click()
    await page.getByText('尚不能办理').waitFor()
    await page.getByText('依法审查').scrollIntoViewIfNeeded()
  }],
  ['06d-restored', async (page) => { await page.reload(); await page.getByText('已恢复上次填写的内容').waitFor(); if (await page.getByLabel('检查地点').inputValue() !== '云川市东城区望湖路 88 号') throw new Error('the draft was lost') }],
  ['06e-refused', async (page, base) => {
    await go(page, `${base}/app/cases/${first}?act=return-note`, '这一动作在本案中不存在')
    await go(page, `${base}/app/cases/${first}?act=suspend`, '意见')
    await page.getByLabel('意见').fill('冲突')
    await page.getByRole('button', { name: '中止调查', exact: true }).click()
    await page.getByText('读取最新情况').or(page.getByText('已记录')).first().waitFor()
  }],
  ['06f-preview', async (page, base) => { await go(page, `${base}/app/cases/${first}?act=suspend`, '意见'); await page.getByRole('button', { name: '预览《中止调查决定书》' }).click(); await page.getByText('预览不编文号').waitFor() }],
  ['06g-expired', async (page) => {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(500)
    await page.evaluate(() => fetch('/api/mock/expire'))
    await page.getByLabel('意见').fill('因鉴定需要中止调查')
    await page.getByText('登录已过期').waitFor()
  }],
  ['06h-again', async (page) => {
    await page.getByLabel('账号').fill('officer')
    await page.getByLabel('密码').fill('demo')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('登录已过期').waitFor({ state: 'hidden' })
    if (await page.getByLabel('意见').inputValue() !== '因鉴定需要中止调查') throw new Error('what was typed was lost')
    await page.getByText('符合规定，可以办理').waitFor()
  }],
  ...['duties', 'documents', 'evidence', 'record', 'findings'].map((tab, i) => [`07${'abcde'[i]}-${tab}`, async (page, base) => go(page, `${base}/app/cases/${first}?tab=${tab}`, '办理时间线')]),
  ['07g-flow', async (page, base) => { await go(page, `${base}/app/cases/${first}?tab=flow`, '全部事项'); await page.locator('.sheet svg text').first().waitFor(); await page.getByText('应当在立案后90日内').waitFor() }],
  ['07f-record-full', async (page, base) => go(page, `${base}/app/cases/${first}?tab=record`, '查看过去某时的案件')],
  ['08-known-at', async (page, base) => go(page, `${base}/app/cases/3-900103?knownAt=2026-05-01T02:00:00Z&validAt=2026-04-30`, '回到现在')],
  ['08b-overdue', async (page, base) => go(page, `${base}/app/cases/3-900101`, '办理时间线')],
  ['08c-ended', async (page, base) => go(page, `${base}/app/cases/3-900108`, '办理时间线')],
  ['16-packs', async (page, base) => go(page, `${base}/app/packs`, '14 项未核对原文')],
  ['16b-pack-full', async (page, base) => { await go(page, `${base}/app/packs/penalty-ordinary`, '办案期限'); await page.getByText('处罚不得超出事先告知的内容').waitFor() }],
  ['16c-pack-citation', async (page) => { await page.getByRole('button', { name: '行政处罚法 第六十条' }).first().click(); await page.getByText('施行日期').or(page.getByText('法规库没有收录')).first().waitFor() }],
  ['16d-trial-missing', async (page, base) => { await go(page, `${base}/app/packs/penalty-ordinary/try`, '结果显示在这里'); await page.getByRole('button', { name: '试算', exact: true }).click(); await page.getByText('请选择办理事项').first().waitFor() }],
  ['16e-trial-full', async (page) => {
    const pick = async (n, title) => { await page.locator('.el-select', { has: page.getByLabel(`第 ${n} 个办理事项`) }).click(); await page.getByRole('option', { name: title }).filter({ visible: true }).click(); await page.getByRole('option').filter({ visible: true }).first().waitFor({ state: 'hidden' }) }
    await pick(1, '立案')
    await page.getByRole('button', { name: '添加事项' }).click()
    await pick(2, '作出行政处罚决定')
    await page.getByRole('button', { name: /填写内容.*第 2 个事项/ }).click()
    await page.locator('.form').waitFor()
    await page.getByRole('button', { name: '试算', exact: true }).click()
    await page.getByText('尚未「送达事先告知书」').waitFor()
  }],
  ['17-drafts', async (page, base) => { await sign(page, base, 'jurist'); await page.waitForURL(/todo/); await go(page, `${base}/app/packs/drafts`, '听证标准按新的地方规定提高') }],
  ['17b-draft-new', async (page, base) => { await go(page, `${base}/app/packs/penalty-ordinary`, '办案期限'); await page.getByRole('button', { name: '新建草案' }).click(); await page.getByRole('button', { name: '新建', exact: true }).click(); await page.getByText('请填写修改的理由').waitFor() }],
  ['17c-draft', async (page, base) => go(page, `${base}/app/packs/drafts/1`, '还没有修改任何内容')],
  ['17c2-draft-pending', async (page, base) => { await sign(page, base, 'jurist'); await page.waitForURL(/todo/); await go(page, `${base}/app/packs/drafts/1`, '还没有修改任何内容'); await page.getByRole('button', { name: '修改名称、施行日期、在办案件' }).click(); await page.getByLabel('自施行日起改用新版本').check(); await page.getByLabel('改用新版本的依据').waitFor() }],
  ['17d-draft-parameter', async (page, base) => {
    await go(page, `${base}/app/packs/drafts/1`, '还没有修改任何内容')
    await page.getByRole('button', { name: /修改.*办案期限/ }).click()
    await page.getByLabel(/^修改为/).fill('60')
    if (await page.getByRole('checkbox', { name: /已核对原文/ }).isChecked()) throw new Error('a confirmation was preset')
    await page.getByText('读作：六十日').waitFor()
  }],
  ['17e-draft-changed', async (page) => { await page.getByRole('button', { name: '保存', exact: true }).click(); await page.getByText('改：值、核对原文').waitFor() }],
  ['17f-draft-conflict', async (page) => {
    await page.getByRole('button', { name: /修改.*听证标准/ }).click()
    await page.getByLabel(/^说明/).fill('冲突：按新规定')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('您填写期间，草案已被修改').waitFor()
    await page.waitForTimeout(300)
    if (await page.getByLabel(/^说明/).inputValue() !== '冲突：按新规定') throw new Error('what was typed was lost')
  }],
  ['17g-draft-rules', async (page) => {
    await page.getByRole('button', { name: '读取最新内容' }).click()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('改：核对原文、说明').or(page.getByText('改：说明')).waitFor()
    await page.getByRole('tab', { name: /规则/ }).click()
    await page.getByText('处罚不得超出事先告知的内容').first().waitFor()
  }],
  ['17h-draft-rule', async (page) => {
    await page.getByRole('button', { name: /修改.*现场检查应当全程录音录像/ }).click()
    const box = page.getByLabel('规则文本（YAML）')
    await box.fill((await box.inputValue()).replace('act.recorded"', 'act.recorded || has(act.notRecordedReason)').replace('severity: warn', 'severity: bar'))
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('button', { name: '第 4 行' }).waitFor()
    await page.waitForTimeout(300)
  }],
  ['17i-draft-rule-kept', async (page) => {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(400)
    await page.getByRole('button', { name: /修改.*现场检查应当全程录音录像/ }).click()
    await page.getByText('已恢复上次没有保存的内容').waitFor()
    const box = page.getByLabel('规则文本（YAML）')
    await box.fill((await box.inputValue()).replace('notRecordedReason)', 'notRecordedReason)"'))
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已修改').waitFor()
  }],
  ['17j-draft-rule-new', async (page) => { await page.waitForTimeout(400); await page.getByRole('button', { name: '新增规则' }).click(); await page.getByRole('button', { name: '新增', exact: true }).click(); await page.getByText('请选择办理事项').waitFor() }],
  ['17j2-draft-duty-new', async (page) => { await page.locator('.el-select', { has: page.getByLabel('种类') }).click(); await page.getByRole('option', { name: /^义务/ }).filter({ visible: true }).click(); await page.waitForTimeout(300); if (!(await page.getByLabel('规则文本（YAML）').inputValue()).includes('within: 5 wd')) throw new Error('a duty does not begin with its lines'); await page.getByLabel('规则文本（YAML）').click() }],
  ['17j3-draft-dcr', async (page) => { await page.keyboard.press('Escape'); await page.waitForTimeout(400); await page.getByRole('button', { name: '读入 DCR 图' }).click(); await page.getByLabel('DCR 图文件（.xml）').setInputFiles({ name: 'a.xml', mimeType: 'application/xml', buffer: Buffer.from('<dcrgraph/>') }); await page.getByRole('button', { name: '读入', exact: true }).click(); await page.getByText('已读入 1 处').waitFor(); await page.waitForTimeout(300) }],
  ['17k-draft-check', async (page) => { await page.keyboard.press('Escape'); await page.waitForTimeout(400); await page.getByRole('tab', { name: /检查/ }).click(); await page.getByRole('tabpanel').getByRole('button', { name: '检查' }).click(); await page.locator('.note.bad', { hasText: '检查没有通过' }).waitFor() }],
  ['17l-draft-examples', async (page) => { await page.getByRole('tab', { name: /例子/ }).click(); await page.getByRole('button', { name: '填入样例' }).click(); await page.getByRole('button', { name: '保存例子' }).click(); await page.getByText('例子已保存').waitFor() }],
  ['17m-draft-replay', async (page) => { await page.getByRole('tab', { name: /检查/ }).click(); await page.getByRole('tabpanel').getByRole('button', { name: '检查' }).click(); await page.locator('.note.good', { hasText: '检查通过' }).waitFor(); await page.getByRole('tab', { name: /试跑/ }).click(); await page.getByRole('tabpanel').getByRole('button', { name: '试跑' }).click(); await page.getByText('将禁止 34 项、新增 17 处问题、消除 15 处').first().waitFor() }],
  ['17m-draft-replay-full', async () => {}],
  ['17n-draft-submit', async (page) => { await page.getByRole('button', { name: '提交批准' }).click(); await page.getByText('提交以后由另一人批准').waitFor() }],
  ['17o-draft-submitted', async (page) => { await page.getByLabel(/给批准人的说明/).fill('请批准'); await page.getByRole('dialog').getByRole('button', { name: '提交批准' }).click(); await page.getByText('起草人不得批准自己的草案').waitFor() }],
  ['17p-draft-publish', async (page, base) => { await sign(page, base, 'supervisor'); await page.waitForURL(/todo/); await go(page, `${base}/app/packs/drafts/1`, '退回修改'); await page.getByRole('button', { name: '批准并公布' }).click(); await page.getByText('公布不能撤销').waitFor() }],
  ['17q-draft-return', async (page) => {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(400)
    await page.getByRole('button', { name: '退回修改' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
    await page.getByText('请填写退回的原因').waitFor()
    await page.getByLabel('退回的原因').fill('例子不足')
    await page.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
    await page.getByText('例子不足').waitFor()
    // The next width begins again from an untouched draft.
    await page.evaluate(() => fetch('/api/mock/drafts'))
  }],
  ['08x-0-jurist', async (page, base) => { await page.evaluate(() => fetch('/api/mock/lists')); await sign(page, base, 'jurist'); await page.waitForURL(/todo/) }],
  ['08x-lists', async (page, base) => go(page, `${base}/app/lists?kind=recording`, '第 2 版待审核')],
  ['08x-list-review', async (page, base) => { await go(page, `${base}/app/lists/1`, '审核通过'); await page.getByText('120', { exact: false }).first().waitFor(); await page.getByLabel('在清单中查找').fill('无人机'); await page.getByText('2 行', { exact: true }).waitFor() }],
  ['08x-list-differences', async (page) => { await page.getByRole('tab', { name: /差异/ }).click(); await page.getByText('新增 1 行，删去 1 行，修改 1 行').waitFor() }],
  ['08x-list-versions', async (page) => { await page.getByRole('tab', { name: /各版/ }).click(); await page.getByText('云市监〔2026〕12号').first().waitFor() }],
  ['08x-list-step', async (page) => {
    await page.getByRole('button', { name: '审核通过' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '审核通过' }).click()
    await page.getByText('请填写审核意见').waitFor()
  }],
  ['08x-list-row', async (page, base) => { await go(page, `${base}/app/lists/1?version=1&row=4`, '旧条例 第八条'); await page.getByText('该法律文件当日已不再施行').waitFor() }],
  ['08y-0-officer', async (page, base) => { await sign(page, base, 'officer'); await page.waitForURL(/todo/) }],
  ['08y-list-draft', async (page, base) => go(page, `${base}/app/lists/2`, '送法制审核')],
  ['08y-list-edit', async (page) => {
    await page.getByRole('button', { name: '新增一行' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('事项编码：必填').waitFor()
  }],
  ['08y-list-import', async (page, base) => {
    await go(page, `${base}/app/lists/2`, '送法制审核')
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.getByLabel('选择文件', { exact: true }).setInputFiles({ name: '事项.csv', mimeType: 'text/csv', buffer: Buffer.from('编码,名称') })
    await page.getByText('缺少必填的栏目：事项名称').waitFor()
  }],
  ['08y-list-mapped', async (page) => {
    await page.getByRole('combobox', { name: '「名称」对应的栏目' }).click()
    await page.waitForTimeout(400) // a click on a list that still opens is lost
    await page.getByRole('option', { name: '事项名称' }).click()
    await page.getByText('可以导入 3 行').waitFor()
    await page.getByRole('button', { name: '导入 3 行' }).click()
    await page.getByText('已导入 3 行').waitFor()
  }],
  ['08y-list-new', async (page, base) => { await go(page, `${base}/app/lists?kind=leniency`, '还没有这种清单'); await page.getByRole('button', { name: '新建清单' }).click(); await page.getByLabel('编制的理由').waitFor() }],
  ['08z-evaluations', async (page, base) => { await page.evaluate(() => fetch('/api/mock/evaluations')); await go(page, `${base}/app/evaluations`, '从未评估') }],
  ['08z-evaluations-due-todo', async (page, base) => { await go(page, `${base}/app/todo`, '到期应当评估') }],
  ['08z-evaluation', async (page, base) => { await go(page, `${base}/app/evaluations/1`, '尚未落实') }],
  ['08z-evaluation-conclude', async (page) => { await page.getByRole('checkbox', { name: 'FQ-05' }).check(); await page.getByRole('button', { name: '评估选中的 1 项' }).click(); await page.getByRole('dialog').getByText('保留的不需要决定').waitFor() }],
  ['08z-evaluation-item', async (page, base) => { await go(page, `${base}/app/evaluations/1`, '尚未落实'); await page.getByRole('button', { name: '对未办理建筑垃圾处置核准的处罚' }).click(); await page.getByText('决定：同意').waitFor() }],
  ['09-0-officer', async (page, base) => { await sign(page, base, 'officer'); await page.waitForURL(/todo/) }],
  ['09-publications', async (page, base) => go(page, `${base}/app/publications`, '处罚决定依法公开')],
  ['09b-found', async (page, base) => { await sign(page, base, 'supervisor'); await page.waitForURL(/todo/); await go(page, `${base}/app/publications?state=found`, '测算的幅度为') }],
  ['09b-publication', async (page, base) => go(page, `${base}/app/publications/3-3`, '脱敏说明')],
  ['10-supervisor', async (page, base) => { await sign(page, base, 'supervisor'); await page.waitForURL(/todo/); await go(page, `${base}/app/cases/${first}`, '只读查看') }],
  ['11-bodies', async (page, base) => { await sign(page, base, 'admin'); await page.waitForURL(/registry/); await go(page, `${base}/app/registry/bodies`, '曾用名'); await page.getByRole('button', { name: '查看进度' }).click(); await page.getByText('未确认').first().waitFor() }],
  ['11a-body-full', async (page, base) => go(page, `${base}/app/registry/bodies/8`, '年度确认无误')],
  ['11a2-body-apply', async (page) => { await page.getByRole('button', { name: '提出申请' }).click(); await page.getByRole('button', { name: '提出', exact: true }).click(); await page.getByText('还有需要填写').waitFor() }],
  ['11a3-body-step', async (page) => { await page.keyboard.press('Escape'); await page.waitForTimeout(400); await page.getByRole('button', { name: '登记意见或决定' }).first().click(); await page.getByLabel('文号').waitFor() }],
  ['11a4-body-new', async (page, base) => { await go(page, `${base}/app/registry/bodies`, '曾用名'); await page.getByRole('button', { name: '登记主体' }).click(); await page.getByLabel('机关代字').waitFor() }],
  ['11a5-setup', async (page, base) => { await go(page, `${base}/app/registry/bodies`, '办理中的申请'); await page.getByRole('button', { name: '申请新设' }).click(); await page.getByRole('button', { name: '提出', exact: true }).click(); await page.getByText('还有需要填写').waitFor() }],
  ['11d-people', async (page, base) => { await go(page, `${base}/app/registry/people`, '下一页'); await page.keyboard.press('j') }],
  ['11e-people-page2', async (page) => { await page.getByRole('button', { name: '下一页' }).click(); await page.waitForURL(/cursor=/); await page.waitForTimeout(300) }],
  ['11f-people-empty', async (page, base) => go(page, `${base}/app/registry/people?q=无此人`, '没有相符的人员')],
  ['11g-person-full', async (page, base) => go(page, `${base}/app/registry/people/13`, '不能执法：')],
  ['11h-person-identity', async (page, base) => { await go(page, `${base}/app/registry/people/11`, '身份信息'); await page.getByRole('button', { name: '查看', exact: true }).click(); await page.getByText('13900000000').waitFor() }],
  ['11i-person-state', async (page) => { await page.getByRole('button', { name: '变更状态' }).first().click(); await page.getByRole('button', { name: '保存', exact: true }).click(); await page.getByText('还有需要填写').waitFor() }],
  ['11j-person-leave', async (page) => { await page.keyboard.press('Escape'); await page.waitForTimeout(400); await page.getByRole('button', { name: '离岗' }).click(); await page.getByText('停用账号').waitFor() }],
  ['11k-person-new', async (page, base) => { await go(page, `${base}/app/registry/people`, '下一页'); await page.getByRole('button', { name: '登记人员' }).click(); await page.getByLabel('身份证号').waitFor() }],
  ['11l-import-faults', async (page) => {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(400)
    await page.getByRole('button', { name: '导入' }).click()
    await page.getByLabel('选择文件').setInputFiles({ name: '有误.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名') })
    await page.getByText('3 行有误').waitFor()
  }],
  ['11m-import-refused', async (page) => { await page.getByLabel('选择文件').setInputFiles({ name: '宏.xlsm', mimeType: 'text/csv', buffer: Buffer.from('x') }).catch(() => {}); await page.getByText('不接受这种格式').waitFor() }],
  ['11n-import-clean', async (page) => { await page.getByLabel('选择文件').setInputFiles({ name: '人员.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名') }); await page.getByRole('button', { name: '导入 128 行' }).waitFor() }],
  ['11o-training', async (page, base) => { await go(page, `${base}/app/registry/training`, '至少 3 人') }],
  ['11p-training-behind', async (page) => { await page.getByRole('tab', { name: '学时不足的人员' }).click(); await page.getByText('合计').waitFor() }],
  ['11q-training-course', async (page) => { await page.getByRole('tab', { name: '课程' }).click(); await page.getByText('面授').first().waitFor(); await page.getByRole('button', { name: '登记课程' }).click(); await page.getByLabel('课程名称').waitFor() }],
  ['16a-my-exams', async (page, base) => { await sign(page, base, 'officer'); await page.waitForURL(/todo/); await go(page, `${base}/app/exams`, '准考证号') }],
  ['16b-paper-cover', async (page, base) => go(page, `${base}/app/exams/2`, '限时是考试本身所必需')],
  ['16c-paper', async (page) => { await page.getByRole('button', { name: '开始答卷' }).click(); await page.getByRole('group', { name: /不得给予几次以上/ }).waitFor(); await page.getByLabel('B. 两次').check(); await page.getByText('答案都已保存').waitFor(); await page.getByRole('button', { name: '下一题' }).click(); await page.getByText('已答 1 / 12 题').waitFor() }],
  ['16d-paper-offline', async (page) => {
    await page.route('**/answers/*', (route) => route.abort())
    await page.getByRole('button', { name: '全部一页' }).click()
    await page.locator('input[name="q-3"]').first().check()
    await page.getByText('1 题待保存').waitFor()
    await page.reload()
    await page.getByText('1 题待保存').waitFor()
    await page.unroute('**/answers/*')
    await page.getByText('答案都已保存').waitFor()
    await page.getByText('已答 2 / 12 题').waitFor()
  }],
  ['16e-paper-hand-in', async (page) => { await page.getByRole('button', { name: '交卷', exact: true }).click(); await page.getByText('还有 10 题没有作答').waitFor() }],
  ['16f-paper-result', async (page) => { await page.getByRole('button', { name: '确认交卷' }).click(); await page.getByText('以后，在这里看哪些题答错').waitFor() }],
  ['16g-paper-review-full', async (page, base) => { await go(page, `${base}/app/exams/1`, '重抽结果一致'); if ((await page.textContent('body')).includes('答案：A')) throw new Error('an answer was told') }],
  ['16h-exams', async (page, base) => { await sign(page, base, 'supervisor'); await page.waitForURL(/todo/); await go(page, `${base}/app/registry/exams`, '正在考试') }],
  ['16i-exam-full', async (page, base) => { await go(page, `${base}/app/registry/exams/1`, '抽题核对'); await page.getByLabel('准考证号').fill('3'); await page.getByRole('button', { name: '重新抽这份试卷' }).click(); await page.getByText('重抽结果一致').waitFor() }],
  ['16i2-exam-remove', async (page, base) => { await go(page, `${base}/app/registry/exams/3`, '撤下的人员'); await page.getByRole('button', { name: '撤下' }).first().click(); await page.getByText('开始答卷以前可以撤下').waitFor(); await page.getByRole('button', { name: '撤下', exact: true }).last().click(); await page.getByText('还有需要填写').waitFor() }],
  ['16j-exam-admit', async (page, base) => { await go(page, `${base}/app/registry/exams/3`, '种子摘要'); await page.getByRole('button', { name: '报名' }).click(); await page.getByLabel('程立').check(); await page.getByRole('button', { name: '报名 1' }).waitFor() }],
  ['16k-exam-new', async (page, base) => { await go(page, `${base}/app/registry/exams`, '正在考试'); await page.getByRole('button', { name: '发布考试' }).click(); await page.getByLabel('考试名称').waitFor(); await page.getByRole('button', { name: '发布', exact: true }).click(); await page.getByText('还有需要填写').waitFor() }],
  ['16ka-parameters-full', async (page, base) => { await sign(page, base, 'supervisor'); await page.waitForURL(/todo/); await go(page, `${base}/app/registry/parameters`, '等待批准 1') }],
  ['16kb-parameter-waiting-full', async (page, base) => go(page, `${base}/app/registry/parameters/certificate.soon-days`, '提前提醒')],
  ['16kc-parameter-return', async (page) => { await page.getByRole('button', { name: '退回', exact: true }).click(); await page.getByLabel('退回的理由').waitFor(); await page.getByRole('button', { name: '退回', exact: true }).last().click(); await page.getByText('还有需要填写').waitFor() }],
  ['16kd-parameter-propose', async (page, base) => { await go(page, `${base}/app/registry/parameters/rotation.soon-days`, '尚未生效'); await page.getByRole('button', { name: '提出变更' }).click(); await page.getByLabel('理由').waitFor(); await page.getByRole('button', { name: '提出', exact: true }).click(); await page.getByText('还有需要填写').waitFor() }],
  ['16l-bank', async (page, base) => go(page, `${base}/app/registry/questions`, '用于 108 份试卷')],
  ['16m-bank-question', async (page) => { await page.getByRole('button', { name: '修改' }).first().click(); await page.getByText('另立新版本；').waitFor() }],
  ['16n-bank-import', async (page, base) => { await go(page, `${base}/app/registry/questions`, '用于'); await page.getByRole('button', { name: '导入', exact: true }).click(); await page.getByLabel('选择文件').setInputFiles({ name: '题库.csv', mimeType: 'text/csv', buffer: Buffer.from('题干') }); await page.getByRole('button', { name: '导入 40 行' }).waitFor() }],
  ['16o-applications', async (page, base) => go(page, `${base}/app/registry/applications`, '公示中')],
  ['16p-application-checked', async (page, base) => go(page, `${base}/app/registry/applications/3`, '还差 12 学时')],
  ['16q-application-check', async (page, base) => { await go(page, `${base}/app/registry/applications/2`, '单位审查'); await page.getByRole('button', { name: '单位审查' }).click(); await page.getByText('是', { exact: true }).first().click(); await page.getByText('劳务派遣').waitFor() }],
  ['16r-application-notice', async (page, base) => { await go(page, `${base}/app/registry/applications/4`, '公示到'); await page.getByRole('button', { name: '登记异议' }).click(); await page.getByLabel('异议的内容').waitFor() }],
  ['16z-admin', async (page, base) => { await sign(page, base, 'admin'); await page.waitForURL(/registry/) }],
  ['16s-person-photo-full', async (page, base) => { await go(page, `${base}/app/registry/people/11`, '证件照片'); await page.getByAltText(/的证件照片/).waitFor(); await page.getByLabel('更换照片').setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') }); await page.getByText('照片已保存').waitFor() }],
  ['16t-training-new', async (page, base) => { await go(page, `${base}/app/registry/training`, '至少 3 人'); await page.getByRole('tab', { name: '新进人员' }).click(); await page.getByText('逾期').first().waitFor() }],
  ['16u-training-rotation', async (page) => { await page.getByRole('tab', { name: '全员轮训' }).click(); await page.getByText('没有参加过').first().waitFor() }],
  ['11r-equipment', async (page, base) => { await sign(page, base, 'admin'); await page.waitForURL(/registry/); await go(page, `${base}/app/registry/equipment`, 'JLY-001'); await page.getByText('尚未交还').waitFor() }],
  ['11r2-equipment-missing', async (page) => { await page.getByRole('tab', { name: '配备情况' }).click(); await page.getByText('缺 9 台').waitFor() }],
  ['11r3-equipment-standards', async (page) => { await page.getByRole('tab', { name: '配备标准' }).click(); await page.getByText('每 3 名执法人员').waitFor(); await page.getByRole('button', { name: '制定本地区标准' }).click(); await page.getByLabel('每几名执法人员').waitFor() }],
  ['11r4-equipment-new', async (page, base) => { await go(page, `${base}/app/registry/equipment`, 'JLY-001'); await page.getByRole('button', { name: '登记装备' }).click(); await page.getByRole('button', { name: '登记', exact: true }).click(); await page.getByText('还有需要填写').waitFor() }],
  ['11r5-piece-full', async (page, base) => { await go(page, `${base}/app/registry/equipment/1`, '领用和使用记录') }],
  ['11r6-piece-out', async (page) => { await page.getByRole('button', { name: '出库' }).click(); await page.getByRole('textbox', { name: '案号' }).waitFor() }],
  ['11s-posts', async (page, base) => { await sign(page, base, 'admin'); await page.waitForURL(/registry/); await go(page, `${base}/app/registry/responsibilities`, '食品案件办理岗') }],
  ['11s2-posts-open', async (page) => { await page.getByRole('tab', { name: '无人承担的事项' }).click(); await page.getByText('SC-006').waitFor() }],
  ['11s3-posts-beyond', async (page) => { await page.getByRole('tab', { name: '超出岗位的办理' }).click(); await page.getByText('3 件').waitFor(); await page.getByText('岗位不含这一动作').waitFor(); await page.getByRole('button', { name: '再看更早的案件' }).click(); await page.getByText('已看最近 31 件').waitFor() }],
  ['11s3a-posts-acts', async (page) => { await page.getByRole('tab', { name: '无人承担的环节' }).click(); await page.getByText('未对应到法律包的岗位').waitFor() }],
  ['11s4-post-new', async (page) => { await page.getByRole('button', { name: '设立岗位' }).click(); await page.getByRole('button', { name: '设立', exact: true }).click(); await page.getByText('还有需要填写').waitFor() }],
  ['11s5-post-full', async (page, base) => { await go(page, `${base}/app/registry/responsibilities/1`, '在岗人员') }],
  ['11s5a-post-acts', async (page) => { await page.getByRole('button', { name: '变更职责' }).click(); await page.getByText('调查取证', { exact: true }).waitFor(); await page.locator('summary', { hasText: '调查取证' }).locator('.aux').click(); await page.getByLabel('抽样取证').check(); await page.getByText('行政处罚普通程序：立案、调查取证（2/3）').waitFor(); await page.getByLabel('抽样取证').scrollIntoViewIfNeeded() }],
  ['11s6-post-place', async (page, base) => { await go(page, `${base}/app/registry/responsibilities/1`, '在岗人员'); await page.getByRole('button', { name: '安排人员' }).click(); await page.getByText('自何日起').waitFor() }],
  ['11s7-duty-table-full', async (page, base) => { await go(page, `${base}/app/registry/responsibilities/7/table`, '没有岗位承担') }],
  ['11s8-person-service-full', async (page, base) => { await go(page, `${base}/app/registry/people/11`, '领用的装备') }],
  ['11sa-rotation', async (page, base) => { await go(page, `${base}/app/registry/responsibilities?tab=rotation`, '应当轮岗') }],
  ['11sb-leads', async (page, base) => { await go(page, `${base}/app/registry/responsibilities?tab=leads`, '当前不能主办') }],
  ['11sb2-leads-import', async (page) => { await page.getByRole('button', { name: '导入主办人资格' }).click(); await page.getByText('下载模板').waitFor() }],
  ['11sc-powers', async (page, base) => { await go(page, `${base}/app/registry/responsibilities?tab=powers`, '不限额') }],
  ['11sc2-power-new', async (page) => { await page.getByRole('button', { name: '登记授权' }).click(); await page.getByText('审批额度').waitFor() }],
  ['11sd-postings', async (page, base) => { await go(page, `${base}/app/registry/responsibilities?tab=postings`, '望湖街道') }],
  ['11se-appraisals-full', async (page, base) => { await go(page, `${base}/app/registry/responsibilities?tab=appraisals`, '考核指标') }],
  ['11se2-appraise', async (page) => { await page.getByRole('button', { name: '填写考核' }).click(); await page.getByLabel('程序合法').waitFor() }],
  ['11se3-indicators', async (page) => { await page.keyboard.press('Escape'); await page.waitForTimeout(400); await page.getByRole('button', { name: '制定本地区指标' }).click(); await page.getByText('不予保存').waitFor() }],
  ['11se4-appraisal-full', async (page, base) => { await go(page, `${base}/app/registry/appraisals/2`, '评查成绩与通报不符') }],
  ['11sf-counsel', async (page, base) => { await go(page, `${base}/app/registry/responsibilities?tab=counsel`, '等待指派') }],
  ['11sf2-counsel-assign', async (page) => { await page.getByRole('button', { name: '指派：重大复杂案件法制审核协助', exact: true }).click(); await page.getByText('至何日止').waitFor() }],
  ['11sg-person-posting', async (page, base) => { await go(page, `${base}/app/registry/people/11`, '表彰奖励和职业保障'); await page.getByRole('button', { name: '派驻', exact: true }).click(); await page.getByText('由谁指挥').waitFor() }],
  ['11b-certificates', async (page, base) => { await go(page, `${base}/app/registry/certificates`, '下一页'); if (!page.url().endsWith('/app/registry/people')) throw new Error('the old address of the certificates leads elsewhere') }],
  ['11c-form', async (page, base) => { await go(page, `${base}/app/registry/items`, '的行政处罚'); await page.getByRole('button', { name: '登记执法事项' }).click(); await page.getByLabel('事项编码').waitFor(); await page.getByRole('button', { name: '保存' }).click() }],
  ['12-calendar', async (page, base) => go(page, `${base}/app/calendar`, '已登记')],
  ['12b-calendar-form', async (page) => { await page.getByRole('button', { name: '登记放假安排' }).click(); await page.getByLabel('通知文号').waitFor() }],
  ['12c-calendar-undo', async (page, base) => { await go(page, `${base}/app/calendar`, '已登记'); await page.getByRole('button', { name: /^撤销 / }).first().click(); await page.getByText('已看过全部 612 件').waitFor() }],
  ['13-menu', async (page, base, width) => { await go(page, `${base}/app/calendar`, '已登记'); if (width < 900) await page.getByRole('button', { name: '更多' }).click(); else await page.getByRole('button', { name: /沈一凡/ }).click() }],
  ['14-law', async (page, base) => { await sign(page, base, 'admin'); await page.waitForURL(/registry/); await go(page, `${base}/app/law`, '云川市户外广告设施管理办法') }],
  ['14b-law-import', async (page) => {
    await page.getByRole('button', { name: '导入法规' }).click()
    await page.getByLabel('选择文件', { exact: true }).setInputFiles({ name: '条例.txt', mimeType: 'text/plain', buffer: Buffer.from('某条例') })
    await page.getByLabel('施行日期', { exact: true }).fill('2027-01-01')
    await page.getByLabel('施行日期', { exact: true }).press('Enter')
    // The next field by Tab is a date again, whose calendar would cover the button.
    await page.getByLabel('效力级别', { exact: true }).focus()
    await page.getByRole('button', { name: '导入 1 个文件' }).click()
    await page.getByText('未导入 1 个').waitFor()
  }],
  ['14c-law-search', async (page, base) => { await go(page, `${base}/app/law?tab=search`, '每个检索词至少两个字'); await page.getByLabel('检索词').fill('罚款 进货'); await page.getByLabel('检索词').press('Enter'); await page.locator('mark').first().waitFor(); if (await page.evaluate(() => document.activeElement?.tagName) !== 'INPUT') throw new Error('the focus was lost') }],
  ['14d-law-version', async (page, base) => go(page, `${base}/app/law/versions/2?no=第五条`, '所引条文')],
  ['14e-law-report', async (page, base) => go(page, `${base}/app/law/versions/2/report`, '您的岗位不查看案件')],
  ['14f-law-report-full', async (page, base) => { await sign(page, base, 'officer'); await page.waitForURL(/todo/); await go(page, `${base}/app/law/versions/3/report`, '按受影响的执法事项立案') }],
  ['15-discretion', async (page, base) => { await sign(page, base, 'officer'); await page.waitForURL(/todo/); await go(page, `${base}/app/discretion`, '超过水污染物排放标准') }],
  ['15b-discretion-asks', async (page, base) => go(page, `${base}/app/discretion/tables/food-without-licence`, '没有填写货值金额')],
  ['15c-discretion-result', async (page) => {
    await page.getByLabel('货值金额').fill('5000')
    await page.getByText('共 1 项，点开选择').nth(1).click()
    await page.getByText('主动消除或者减轻').click()
    await page.getByText('75,000 元').first().waitFor()
  }],
  ['15d-discretion-departs', async (page) => {
    await page.getByLabel('拟罚款（元）').fill('30000')
    await page.getByText('应当说明理由，并经集体讨论').waitFor()
  }],
  ['15e-discretion-weights', async (page, base) => { await go(page, `${base}/app/discretion/tables/water-discharge`, '裁量起点 7%'); await page.getByText('饮用水水源保护区').first().click(); await page.getByLabel('废水日排放量').first().fill('80'); await page.getByText('写入文书的说明').waitFor() }],
  ['15f-discretion-in-form', async (page, base) => {
    await go(page, `${base}/app/cases/${first}?act=issue-notice`, '裁量基准适用说明')
    await page.getByRole('button', { name: '裁量计算' }).click()
    await page.getByRole('button', { name: /未取得食品生产经营许可/ }).click()
    await page.getByLabel('货值金额').fill('5000')
    await page.getByRole('button', { name: '填入文书' }).waitFor()
  }],
  ['15g-discretion-filled', async (page) => {
    await page.getByRole('button', { name: '填入文书' }).click()
    await page.getByRole('button', { name: '填入文书' }).waitFor({ state: 'detached' })
    if (!(await page.getByLabel('裁量基准适用说明').inputValue()).includes('参照')) throw new Error('the explanation was not filled in')
    if (await page.getByLabel('拟罚款数额').inputValue() !== '75000') throw new Error('the fine was not filled in')
  }],
  ['15ga-discretion-watch', async (page, base) => { await sign(page, base, 'supervisor'); await page.waitForURL(/todo/); await go(page, `${base}/app/discretion/watch`, '中位数在幅度中的位置') }],
  ['15gb-guidance', async (page, base) => { await sign(page, base, 'jurist'); await page.waitForURL(/todo/); await go(page, `${base}/app/guidance`, '某面包店') }],
  ['15gc-guiding-case', async (page, base) => { await go(page, `${base}/app/guidance/2`, '争议焦点'); await page.getByRole('button', { name: '审核通过' }).click(); await page.getByLabel('审核意见').fill('事实清楚') }],
  ['15h-discretion-sets', async (page, base) => { await sign(page, base, 'supervisor'); await page.waitForURL(/todo/); await go(page, `${base}/app/discretion/sets`, '云市监规'); await page.getByRole('button', { name: '读取报告' }).first().click(); await page.getByText(/损坏/).waitFor() }],
  ['15i-discretion-import', async (page) => {
    await page.getByRole('button', { name: '导入基准表' }).click()
    await page.getByLabel('选择文件', { exact: true }).setInputFiles({ name: '基准.csv', mimeType: 'text/csv', buffer: Buffer.from('违法行为') })
    await page.getByRole('button', { name: '试读' }).click()
    await page.getByRole('button', { name: '导入读出的 11 行' }).waitFor()
  }],
  ['15j-discretion-publish', async (page, base) => { await go(page, `${base}/app/discretion/sets`, '云市监规'); await page.getByRole('button', { name: '公布', exact: true }).click(); await page.getByLabel('公布的文号和日期').fill('云市监规〔2026〕4号') }],
  ['90a-second-factor-asked', async (page, base) => {
    await page.context().clearCookies()
    await page.goto(`${base}/app/sign-in`)
    await page.getByLabel('账号').fill('factor')
    await page.getByLabel('密码').fill('demo')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByLabel('验证器上的六位数字，或者一个恢复码').fill('1')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('或者已经用过').first().waitFor()
  }],
  ['90b-first-password', async (page, base) => { await sign(page, base, 'once'); await page.getByText('请先设置本人密码').first().waitFor() }],
  ['90b1-post', async (page, base) => {
    await sign(page, base, 'both')
    await page.getByRole('heading', { name: '选择岗位' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.name === 'post')
  }],
  ['90b2-post-chosen', async (page) => {
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL(/todo/)
    await page.getByRole('button', { name: '孟春和' }).click()
    await page.getByRole('link', { name: '换岗' }).waitFor()
  }],
  ['90b3-post-switch', async (page) => { await page.getByRole('link', { name: '换岗' }).click(); await page.getByRole('heading', { name: '换岗' }).waitFor() }],
  ['90b4-post-moved', async (page, base) => {
    await go(page, `${base}/app/todo`, '处理登记保存的物品')
    await page.evaluate(() => fetch('/api/session/post', { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': 'mock' }, body: '{"agency":"9"}' }))
    await page.evaluate(() => { history.pushState(null, '', '/app/cases'); dispatchEvent(new PopStateEvent('popstate')) })
    await page.getByRole('dialog', { name: '岗位已经变动' }).waitFor()
  }],
  ['90b5-post-there', async (page) => { await page.getByRole('button', { name: '到现在的岗位继续' }).click(); await page.waitForURL(/todo/); await page.getByRole('button', { name: '孟春和' }).click(); await page.locator('#person-menu').getByText('云川市城市管理综合行政执法局').waitFor() }],
  ['90c-account', async (page, base) => { await sign(page, base, 'officer'); await page.waitForURL(/todo/); await go(page, `${base}/app/account`, '正在登录的地方') }],
  ['90d-second-factor', async (page) => { await page.locator('#factor-password').fill('demo'); await page.getByRole('button', { name: '启用第二重验证' }).click(); await page.getByLabel('六位数字').fill('123456') }],
  ['90e-recovery-codes', async (page) => { await page.getByRole('button', { name: '启用', exact: true }).click(); await page.getByText('恢复码抄下').first().waitFor() }],
  ['90f-accounts', async (page, base) => { await sign(page, base, 'security'); await go(page, `${base}/app/accounts`, '周明远') }],
  ['90g-one-time-password', async (page) => { await page.getByRole('button', { name: '办理周明远的账号' }).click(); await page.getByRole('button', { name: '设置一次性密码' }).click(); await page.getByLabel('您本人的密码').fill('demo'); await page.getByRole('button', { name: '确定' }).click(); await page.getByText('只显示这一次').first().waitFor() }],
  ['90g1-roles', async (page, base) => go(page, `${base}/app/roles`, '办案机构负责人')],
  ['90g2-role-full', async (page) => { await page.getByRole('link', { name: '执法人员', exact: true }).last().click(); await page.getByText('随系统初始化').first().waitFor() }],
  ['90g3-role-give', async (page) => {
    await page.getByRole('button', { name: '授予', exact: true }).click()
    await page.getByRole('combobox', { name: '人员' }).click()
    await page.getByRole('option', { name: /许衡|林予安/ }).first().click()
    await page.locator('.el-select', { has: page.locator('#rf-agency') }).click()
    await page.getByRole('option', { name: '云川市市场监督管理局', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '授予' }).click()
    await page.getByText('三员分立').first().waitFor()
  }],
  ['90g4-role-take', async (page, base) => { await go(page, `${base}/app/roles/officer`, '随系统初始化'); await page.getByRole('button', { name: '收回：周明远的角色' }).first().click(); await page.getByText('担任的最后一日').first().waitFor() }],
  ['90h-audit', async (page, base) => { await sign(page, base, 'audit'); await go(page, `${base}/app/audit`, '凭证在其他地址被使用') }],
  ['90i-audit-follows', async (page) => { await page.getByRole('button', { name: '只看周明远' }).first().click(); await page.getByText('涉及周明远的').first().waitFor() }],
  ['99-practice-sign-in', async (page, base) => {
    await page.context().clearCookies()
    await page.request.get(`${base}/api/mock/practice`)
    await page.goto(`${base}/app/sign-in`)
    await practised(page)
  }],
  ['99a-practice-todo', async (page, base) => { await sign(page, base, 'officer'); await go(page, `${base}/app/todo`, '处理登记保存的物品'); await practised(page) }],
  ['99b-practice-case', async (page, base) => { await go(page, `${base}/app/cases/${first}`, '现在可以办理'); await practised(page) }],
  ['99c-practice-drawer', async (page) => { await page.keyboard.press('F1'); await page.getByRole('dialog').waitFor(); await page.waitForTimeout(400); await practised(page) }],
  ['99d-practice-find', async (page, base) => { await go(page, `${base}/app/todo`, '处理登记保存的物品'); await page.keyboard.press('Control+k'); await page.getByRole('dialog').waitFor(); await practised(page) }],
  ['99e-practice-over', async (page, base) => {
    await page.request.get(`${base}/api/mock/practice`)
    await go(page, `${base}/app/todo`, '处理登记保存的物品')
    if (await page.getByText('练习环境').count()) throw new Error('the band stayed')
  }],
]
