// Opens every screen that a person's navigation, lists and case tabs lead to, on a server with many cases: twice on a good network,
// at 1440 and 390, with axe-core, width and the Tab key; once on a bad one, every answer 400 ms late and every hundredth read lost.
// Usage: node scripts/strength.mjs BASE PASSWORD LOGIN...; exit code 1 where a screen fails, with what and where.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const [base, password, ...logins] = process.argv.slice(2)
if (!logins.length) {
  console.error('usage: node scripts/strength.mjs BASE PASSWORD LOGIN...')
  process.exit(2)
}
const GOOD_MS = 2000 // a screen whole, on a good network
const BAD_MS = 10_000 // and on a bad one
const TABS = 600
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
const faults = new Set()
const fault = (text) => { if (!faults.has(text)) { faults.add(text); console.log(`fault: ${text}`) } }
const times = { good: [], bad: [] }
const answers = []

/** A page that knows what is still on its way. */
async function desk(login, width, net) {
  const context = await browser.newContext({ viewport: { width, height: width === 390 ? 844 : 900 }, locale: 'zh-CN', hasTouch: width === 390 })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const it = { page, net, open: new Map(), last: Date.now() }
  const api = (r) => r.url().includes('/api/')
  const { open } = it
  page.on('request', (r) => { open.set(r, Date.now()); it.last = Date.now() })
  const ended = (r) => {
    const ms = Date.now() - (open.get(r) ?? Date.now())
    if (ms > 5000) console.log(`  ${Math.round(ms / 1000)} s, ${net} network: ${r.method()} ${new URL(r.url()).pathname}`)
    open.delete(r)
    it.last = Date.now()
  }
  page.on('requestfailed', ended)
  page.on('requestfinished', ended)
  page.on('response', (r) => {
    const path = new URL(r.url()).pathname
    if (r.status() >= 400 && !(r.status() === 401 && path.startsWith('/api/session'))) fault(`${login}: ${r.status()} ${r.request().method()} ${path}`)
    if (net === 'good' && api(r)) r.finished().then(() => { const t = r.request().timing(); answers.push({ path: path.replace(/\d+-\d+|\d{2,}/g, 'N'), ms: t.responseStart - t.requestStart }) })
  })
  page.on('pageerror', (e) => fault(`${login} at ${page.url()}: ${e.message}`))
  if (net === 'bad') {
    const line = await context.newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 250_000, uploadThroughput: 125_000 })
    let reads = 0
    await context.route(/\/api\//, (route) => (route.request().method() === 'GET' && ++reads % 100 === 0 ? route.abort('connectionreset') : route.continue()))
  }
  await page.goto(`${base}/app/sign-in`)
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
  await settled(it)
  return it
}

async function settled(it) {
  const until = Date.now() + 60_000
  it.last = Date.now()
  while (it.open.size || Date.now() - it.last < 250) {
    if (Date.now() > until) throw new Error(`it does not come to rest: ${[...it.open.keys()].map((r) => new URL(r.url()).pathname).join(' ')}`)
    await it.page.waitForTimeout(20)
  }
  return it.last
}

/** Tab by Tab through the page: everything that can be worked is reached, and it shows where one is. */
async function byKeyboard(page, name) {
  await page.evaluate(() => { window.scrollTo(0, 0); const first = document.querySelector('.skip'); first.focus(); window.reached = new Set([first]); window.bare = [] })
  for (let i = 0; i < TABS; i++) {
    await page.keyboard.press('Tab')
    const round = await page.evaluate(() => {
      const e = document.activeElement
      if (!e || e === document.body || window.reached.has(e)) return true
      window.reached.add(e)
      const shows = (node) => { const s = getComputedStyle(node); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none' }
      if (![e, e.nextElementSibling, e.closest('.el-select__wrapper, .el-input__wrapper'), e.parentElement, e.parentElement?.parentElement].some((node) => node && shows(node))) window.bare.push(e.outerHTML.slice(0, 120))
      return false
    })
    if (round) break
  }
  const { missed, bare } = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select:not([disabled]), textarea:not([disabled]), summary')]
    const inGroup = (e) => e.type === 'radio' && [...window.reached].some((r) => r.name === e.name)
    const worked = all.filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && e.tabIndex >= 0 && !e.closest('.el-popper'))
    return { missed: worked.filter((e) => !window.reached.has(e) && !inGroup(e)).map((e) => e.outerHTML.slice(0, 120)), bare: window.bare }
  })
  if (missed.length) fault(`keyboard ${name}: ${missed.length} not reached, such as ${missed[0]}`)
  if (bare.length) fault(`keyboard ${name}: ${bare.length} show no focus, such as ${bare[0]}`)
}

async function looked(it, name, width, ms) {
  const { page, net } = it
  times[net].push({ name, ms })
  if (ms > (net === 'good' ? GOOD_MS : BAD_MS)) fault(`slow ${name} on a ${net} network: ${Math.round(ms)} ms`)
  const said = await page.locator('[role=alert]').allTextContents()
  if (said.some((text) => /服务器出错|无法连接|未成功/.test(text))) fault(`says ${name} on a ${net} network: ${said.join(' ').trim().slice(0, 120)}`)
  if (net === 'bad') return
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (wide > 0) fault(`wide ${name}-${width}: ${wide}px beyond the screen`)
  await page.evaluate(axe)
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
  for (const v of found.violations.filter((one) => one.id !== 'target-size')) fault(`axe ${name}-${width}: ${v.id} ${v.nodes.length}× ${v.nodes[0].target.join(' ')}`)
  if (width === 1440) await byKeyboard(page, name)
}

/** Within the workbench, as a click on a link does. */
async function open(it, path) {
  const began = Date.now()
  await it.page.evaluate((to) => { const a = Object.assign(document.createElement('a'), { href: to }); document.querySelector('#app').__vue_app__.config.globalProperties.$router.push(a.pathname + a.search) }, path)
  return (await settled(it)) - began
}

async function walk(login, width, net) {
  const it = await desk(login, width, net)
  const nav = await it.page.locator('aside[aria-label=导航] a[href^="/app/"]').evaluateAll((links) => [...new Set(links.map((a) => a.getAttribute('href')))])
  let detail = 0
  for (const path of nav) {
    const name = `${login} ${path}`
    try {
      await looked(it, name, width, await open(it, path))
      const first = await it.page.locator('main a[href^="/app/"]').evaluateAll((links) => links.map((a) => a.getAttribute('href')).find((h) => /\/[^/?]*\d[^/?]*(\?.*)?$/.test(h) && !h.includes('?act=')))
      if (!first) continue
      await looked(it, `${login} ${first.replace(/\d+/g, 'N')}`, width, await open(it, first))
      detail++
      for (const tab of ['duties', 'flow', 'documents', 'evidence', 'record', 'findings']) {
        if (!/^\/app\/cases\/[^/?]+$/.test(first)) break
        await looked(it, `${login} case, ${tab}`, width, await open(it, `${first}?tab=${tab}`))
      }
    } catch (cause) {
      fault(`${name} at ${width}, ${net} network: ${cause.message.split('\n')[0]}`)
    }
  }
  await it.page.context().close()
  console.log(`${login} at ${width} on a ${net} network: ${nav.length} pages of the navigation, ${detail} of what they list`)
}

for (const login of logins) {
  for (const width of [1440, 390]) await walk(login, width, 'good')
  await walk(login, 390, 'bad')
}
await browser.close()

const worst = (rows, n) => [...rows].sort((a, b) => b.ms - a.ms).slice(0, n)
const middle = (rows) => (rows.length ? [...rows].sort((a, b) => a.ms - b.ms)[rows.length >> 1].ms : 0)
for (const net of ['good', 'bad']) {
  console.log(`screens on a ${net} network: ${times[net].length}, p50 ${Math.round(middle(times[net]))} ms; slowest:`)
  for (const t of worst(times[net], 5)) console.log(`  ${String(Math.round(t.ms)).padStart(6)} ms  ${t.name}`)
}
console.log(`answers of the server: ${answers.length}, p50 ${Math.round(middle(answers))} ms; slowest:`)
for (const t of worst(answers, 12)) console.log(`  ${String(Math.round(t.ms)).padStart(6)} ms  ${t.path}`)
console.log(`${faults.size} faults`)
process.exit(faults.size ? 1 : 0)
