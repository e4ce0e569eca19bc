// Looks at the jurist's desk of a running demo, with its real packs, in Chromium at 1440 and 390: axe-core on each screen,
// nothing wider than the screen, nothing in the console. Usage: node scripts/jurist.mjs BASE ACCOUNTS_FILE OUT [packs|trial|drafts|publish]
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { draftSteps } from './jurist/drafts.mjs'
import { publishSteps } from './jurist/publish.mjs'
import { packSteps, trialSteps } from './jurist/packs.mjs'

const parts = { packs: packSteps, trial: trialSteps, drafts: draftSteps, publish: publishSteps }
const [base, file, out, only] = process.argv.slice(2)
if (!base || !file || !out) {
  console.error('usage: node scripts/jurist.mjs BASE ACCOUNTS_FILE OUT [packs|trial|drafts|publish]')
  process.exit(2)
}
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const passwords = new Map(readFileSync(file, 'utf8').trim().split('\n').map((line) => line.trim().split(/\s+/)))
mkdirSync(out, { recursive: true })
const faults = []
const pages = []
let looked = 0

/** A desk of one role; `look` takes the picture and checks the page at both widths. */
async function desk(browser, role) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  pages.push(page)
  page.setDefaultTimeout(30_000)
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type()) && !/status of 4\d\d/.test(m.text())) faults.push(`console: ${m.text().slice(0, 300)}`) })
  page.on('pageerror', (e) => faults.push(`error: ${e.message}`))
  page.on('response', (r) => { if (r.status() >= 500) faults.push(`${r.status()} ${r.request().method()} ${r.url()}`) })
  await page.goto(`${base}/app/sign-in`)
  await page.getByLabel('账号').fill(role)
  await page.getByLabel('密码').fill(passwords.get(role))
  await page.getByRole('button', { name: '登录' }).click()
  await page.locator('aside[aria-label=导航]').waitFor()
  const look = async (name, full = false) => {
    for (const [width, height] of [[390, 844], [1440, 900]]) {
      await page.setViewportSize({ width, height })
      await page.waitForTimeout(350)
      await page.evaluate(axe)
      const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
      for (const v of found.violations) faults.push(`axe ${name}-${width}: ${v.id} ${v.nodes.length}× ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wide > 0) faults.push(`${name}: ${wide}px beyond the screen of ${width}`)
      await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: full })
      looked++
    }
  }
  return { page, look, base }
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
try {
  for (const [name, steps] of Object.entries(parts)) if (!only || name === only) await steps((role) => desk(browser, role))
} catch (cause) {
  faults.push(`walk: ${cause.message.split('\n').slice(0, 4).join(' ')}`)
  for (const [i, page] of pages.entries()) await page.screenshot({ path: `${out}/failed-${i}.png`, fullPage: true })
} finally {
  await browser.close()
}
faults.forEach((fault) => console.log(fault))
console.log(`${looked} pictures, ${faults.length} faults`)
process.exit(faults.length ? 1 : 0)
