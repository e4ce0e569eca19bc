// Walks a running demo as a newcomer does: in all roles, with the offered buttons only, from lead to archive and to the
// public page. Usage: node scripts/walk.mjs BASE ACCOUNTS_FILE [SHOTS]; exit code 1 with a picture on the first step that fails,
// on any error in a console and on any refusal by the server.
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { Office } from './walk/desk.mjs'
import { chapters } from './walk/chapters.mjs'

const [base, file, shots] = process.argv.slice(2)
if (!base || !file) {
  console.error('usage: node scripts/walk.mjs BASE ACCOUNTS_FILE [SHOTS]')
  process.exit(2)
}
const failures = shots ?? '/tmp'
/** Lines of `role  password  name（agency）`, as the demo writes them. */
const accounts = new Map(readFileSync(file, 'utf8').trim().split('\n').map((line) => {
  const [role, password, rest] = line.trim().split(/\s+/)
  return [role, { password, name: rest.replace(/（.*/, '') }]
}))

const began = Date.now()
const seconds = () => ((Date.now() - began) / 1000).toFixed(1)
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
const office = new Office(browser, base.replace(/\/$/, ''), accounts, shots)
let step = ''
try {
  for (const [title, walk] of chapters.filter(([t]) => !process.env.SKIP || !t.includes(process.env.SKIP))) {
    await walk(office, (name) => { step = `${title}: ${name}`; if (process.env.VERBOSE) console.log(`${seconds()} s  ${step}`) })
    console.log(`${seconds().padStart(6)} s  ${title}`)
  }
} catch (cause) {
  office.fault(`${step}: ${cause.message.split('\n').slice(0, 6).join(' | ')}`)
  for (const [role, page] of office.desks) await page.screenshot({ path: `${failures}/walk-failed-${role}.png` })
  console.log(`pictures of every desk: ${failures}/walk-failed-*.png`)
} finally {
  await browser.close()
}
console.log(`${chapters.length} chapters, ${office.looked} screens looked at, ${office.faults.length} faults, ${seconds()} s`)
process.exit(office.faults.length ? 1 : 0)
