// Walks a running demo as a newcomer does: in all roles, with the offered buttons only, from lead to archive and to the
// public page. Usage: node scripts/walk.mjs BASE ACCOUNTS_FILE [SHOTS]; exit code 1 with a picture on the first step that fails,
// on any error in a console and on any refusal by the server.
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { Office } from './walk/desk.mjs'
import { strands } from './walk/chapters.mjs'

const [base, file, shots] = process.argv.slice(2)
if (!base || !file) {
  console.error('usage: node scripts/walk.mjs BASE ACCOUNTS_FILE [SHOTS]')
  process.exit(2)
}
const failures = shots ?? process.env.WALK_PICTURES ?? '/tmp'
/** Lines of `role  password  name（agency）`, as the demo writes them. */
const accounts = new Map(readFileSync(file, 'utf8').trim().split('\n').map((line) => {
  const [role, password, rest] = line.trim().split(/\s+/)
  return [role, { password, name: rest.replace(/（.*/, '') }]
}))

const began = Date.now()
const seconds = () => ((Date.now() - began) / 1000).toFixed(1)
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
const faults = []
let chapters = 0
let looked = 0

/** One strand of the walk, at desks of its own; a step that fails ends it. */
async function walk(strand) {
  const office = new Office(browser, base.replace(/\/$/, ''), accounts, shots, faults)
  let step = ''
  try {
    for (const [title, chapter] of strand) {
      await chapter(office, (name) => { step = `${title}: ${name}`; if (process.env.VERBOSE) console.log(`${seconds()} s  ${step}`) })
      console.log(`${seconds().padStart(6)} s  ${title}`)
      chapters++
    }
  } catch (cause) {
    office.fault(`${step}: ${cause.message.split('\n').slice(0, 6).join(' | ')}`)
    for (const [role, page] of office.desks) await page.screenshot({ path: `${failures}/walk-failed-${role}.png` })
    console.log(`pictures of every desk: ${failures}/walk-failed-*.png`)
  }
  looked += office.looked
}

await Promise.all(strands.map(walk))
await browser.close()
console.log(`${chapters} chapters, ${looked} screens looked at, ${faults.length} faults, ${seconds()} s`)
process.exit(faults.length ? 1 : 0)
