// Walks the built workbench against the mock in Chromium: a picture of every screen at 1440 and 390,
// axe-core on each, and no message from the content security policy. Usage: npm run build && npm run look [OUT [STEPS]]
// NAMES=long: whoever and whatever has a name has one of forty characters. NET=bad: each answer comes 400 ms late, every hundredth not at all.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { steps } from './steps.mjs'

const out = process.argv[2] ?? '/tmp/mingfa-look'
const only = process.argv[3]
const port = process.env.PORT ?? String(20_000 + (process.pid % 20_000)) // two looks on one machine do not meet
const base = `http://127.0.0.1:${port}`
const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
mkdirSync(out, { recursive: true })

const mock = spawn(process.execPath, [fileURLToPath(new URL('../mock/server.mjs', import.meta.url))], { env: { ...process.env, PORT: port }, stdio: ['ignore', 'pipe', 'inherit'] })
await new Promise((ready) => mock.stdout.once('data', ready))
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
let faults = 0
let looked = 0
const fault = (text) => { faults++; console.log(text) }

/** In the page: a target that lies half beneath a fixed bar is measured again in the middle of the screen. */
async function clear(violations) {
  const still = async (node) => {
    const target = document.querySelector(node.target[0])
    target.scrollIntoView({ block: 'center' })
    return (await window.axe.run(target, { runOnly: { type: 'rule', values: ['target-size'] } })).violations.length > 0
  }
  for (const v of violations.filter((one) => one.id === 'target-size')) {
    const nodes = []
    for (const node of v.nodes) if (await still(node)) nodes.push(node)
    v.nodes = nodes
  }
  return violations.filter((v) => v.nodes.length)
}

/** Every name in an answer, in forty characters that begin as it did. */
function lengthened(value, key = '') {
  if (Array.isArray(value)) return value.map((v) => lengthened(v, key))
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, lengthened(v, k)]))
  const named = typeof value === 'string' && NAMED.has(key) && /^[\p{Script=Han}（）·]{2,39}$/u.test(value)
  return named ? (value + '及其驻云川高新技术产业开发区联合管理委员会直属分支机构和全资所属各单位总部').slice(0, 40) : value
}
const NAMED = new Set(['name', 'party', 'partyName', 'agencyName', 'personName', 'regionName', 'lead', 'person', 'holder', 'author', 'sender', 'unit'])

let requests = 0
async function strain(route) {
  if (process.env.NET === 'bad') {
    requests++
    await new Promise((late) => setTimeout(late, 400))
    if (requests % 100 === 50) return route.abort('connectionreset')
  }
  const answer = await route.fetch()
  if (process.env.NAMES !== 'long' || !(answer.headers()['content-type'] ?? '').includes('json')) return route.fulfill({ response: answer })
  const text = await answer.text()
  return route.fulfill({ response: answer, body: text ? JSON.stringify(lengthened(JSON.parse(text))) : text })
}

async function check(page, name) {
  await page.evaluate(axe)
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
  for (const v of await page.evaluate(clear, found.violations)) fault(`axe ${name}: ${v.id} ${v.nodes.length}× ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (wide > 0) fault(`wide ${name}: ${wide}px beyond the screen`)
}

try {
  for (const width of [1440, 390]) {
    const context = await browser.newContext({ viewport: { width, height: width === 390 ? 844 : 900 }, locale: 'zh-CN', hasTouch: width === 390 })
    if (process.env.NAMES || process.env.NET) await context.route(/\/api\//, strain)
    const page = await context.newPage()
    page.setDefaultTimeout(30_000) // it runs beside other tests
    page.on('console', (m) => { if (['error', 'warning'].includes(m.type()) && !/status of 4\d\d|ERR_CONNECTION|net::/.test(m.text())) fault(`console: ${m.text().slice(0, 300)}`) })
    page.on('pageerror', (e) => fault(`error: ${e.message}`))
    for (const [name, walk] of steps) {
      if (only && !new RegExp(only).test(name) && name !== '02-todo') continue
      try {
        await walk(page, base, width)
        await page.waitForTimeout(350)
        await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: name.endsWith('full') })
        looked++
        await check(page, `${name}-${width}`)
      } catch (cause) {
        fault(`walk ${name}-${width}: ${cause.message.split('\n').slice(0, 4).join(' ')}`)
        await page.screenshot({ path: `${out}/${name}-${width}-failed.png` })
      }
    }
    await context.close()
  }
} finally {
  await browser.close()
  mock.kill()
}
console.log(`${looked} screens looked at, ${faults} faults`)
process.exit(faults ? 1 : 0)
