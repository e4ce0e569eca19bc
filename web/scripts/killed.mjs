// Kills a real server in the middle of a save: the person is told, loses no letter, and what they send again is recorded once.
// Usage: node scripts/killed.mjs BASE ACCOUNTS_FILE SERVER_PID FOLDER; writes FOLDER/killed and waits for FOLDER/back.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { choose, date } from './walk/form.mjs'

const [base, file, pid, folder] = process.argv.slice(2)
const accounts = Object.fromEntries(readFileSync(file, 'utf8').trim().split('\n').map((l) => l.trim().split(/\s+/)))
const words = '货架上有十二瓶酱油没有标签，其中三瓶已经开封。'.repeat(20)
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })

function expect(true_, what) {
  if (!true_) throw new Error(what)
}

async function signIn() {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })).newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${base}/app/sign-in`)
  await page.getByLabel('账号').fill('officer')
  await page.getByLabel('密码').fill(accounts.officer)
  await page.getByRole('button', { name: '登录' }).click()
  await page.locator('aside[aria-label=导航]').waitFor()
  return page
}

/** A running case in which the officer may record an inspection now. */
const findCase = (page) => page.evaluate(async () => {
  const get = async (path) => (await fetch(path)).json()
  for (const { id } of (await get('/api/cases?state=open&limit=100')).items) {
    const one = await get(`/api/cases/${id}`)
    if (one.acts.some((a) => a.code === 'inspect' && a.open)) return { id, officers: one.officers.map((o) => o.name ?? o) }
  }
  return null
})
const inspections = (page, id) => page.evaluate(async (of) => (await (await fetch(`/api/cases/${of}/entries?limit=200`)).json()).items.filter((e) => e.act === 'inspect').length, id)

const page = await signIn()
try {
  const found = await findCase(page)
  expect(found, 'no case in which an inspection may be recorded')
  const before = await inspections(page, found.id)
  const form = `${base}/app/cases/${found.id}?act=inspect`
  await page.goto(form)
  await page.locator('#act-at').waitFor()
  await date(page, 'act-at', await page.locator('#act-at').inputValue())
  for (const name of found.officers.slice(0, 2)) await choose(page, page.locator('.el-select', { has: page.locator('#act-officers') }), name)
  await page.getByLabel('检查地点').fill('云台路 1 号')
  await page.getByLabel('现场情况').fill(words)
  await page.locator('[id="act-certificateShown-box"] input').first().check()
  const kept = page.waitForResponse((r) => r.url().endsWith('/api/form-drafts') && r.status() === 200 && (r.request().postData() ?? '').includes('signed'))
  await choose(page, page.locator('[id="act-signature-box"] .el-select'), '已签名')
  await kept
  await page.getByText(/^(符合规定，可以办理|可以办理，有 \d+ 项提示)$/).waitFor()

  page.on('request', (r) => { if (r.method() === 'POST' && r.url().endsWith('/acts') && !existsSync(`${folder}/killed`)) { process.kill(Number(pid), 'SIGKILL'); writeFileSync(`${folder}/killed`, '') } })
  await page.locator('form .btn.main', { hasText: '现场检查' }).click()
  await page.getByText('无法连接服务器').first().waitFor()
  expect((await page.getByLabel('现场情况').inputValue()) === words, 'letters are gone from the form')
  for (let i = 0; i < 600 && !existsSync(`${folder}/back`); i++) await page.waitForTimeout(500)

  // What was saved before is there in a browser that knows nothing of it.
  const other = await signIn()
  await other.goto(form)
  await other.locator('#act-at').waitFor()
  const recorded = (await inspections(other, found.id)) - before
  if (!recorded) {
    await other.getByText('已恢复上次填写的内容').waitFor()
    expect((await other.getByLabel('现场情况').inputValue()) === words, 'the draft on the server is not what was typed')
  }
  await page.locator('form .btn.main', { hasText: '现场检查' }).click()
  await page.getByText(/^已记录：/).waitFor()
  expect((await inspections(page, found.id)) === before + 1, 'sent again it is recorded twice, or not at all')
  console.log(`killed while it saved ${words.length} letters: told, nothing lost, recorded once${recorded ? ' (it had been recorded before it died)' : ''}`)
} catch (cause) {
  await page.screenshot({ path: `${process.env.WALK_PICTURES ?? '/tmp'}/killed.png` })
  console.log(cause.message)
  process.exitCode = 1
} finally {
  await browser.close()
}
