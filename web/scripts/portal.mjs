// Looks at the public pages of a running demo in Chromium at 1440 and 390: axe-core on each, nothing wider than the
// screen, no script, no message in the console. Usage: node scripts/portal.mjs BASE [SHOTS]
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const [base, shots] = process.argv.slice(2)
if (!base) {
  console.error('usage: node scripts/portal.mjs BASE [SHOTS]')
  process.exit(2)
}
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
if (shots) mkdirSync(shots, { recursive: true })
const faults = []
let looked = 0

async function look(page, name, path, status = 200) {
  const answer = await page.goto(base + path)
  if (answer.status() !== status) faults.push(`${name}: status ${answer.status()} of ${path}`)
  await page.evaluate(axe)
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
  for (const v of found.violations) faults.push(`axe ${name}: ${v.id} ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (wide > 0) faults.push(`${name}: ${wide}px beyond the screen`)
  if (await page.locator('script').count()) faults.push(`${name}: it has a script`)
  if (shots) await page.screenshot({ path: `${shots}/portal-${name}.png`, fullPage: true })
  looked++
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
try {
  for (const width of [1440, 390]) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'zh-CN' })
    page.on('console', (m) => { if (['error', 'warning'].includes(m.type()) && !/status of 404/.test(m.text())) faults.push(`console: ${m.text().slice(0, 300)}`) })
    await look(page, `home-${width}`, '/public')
    const decision = page.locator('a[href^="/public/decisions/"]').first()
    const path = await decision.getAttribute('href')
    const title = await decision.textContent()
    await look(page, `decision-${width}`, path)
    await look(page, `search-${width}`, `/public/search?q=${encodeURIComponent(title.slice(0, 2))}`)
    if (!(await page.locator(`a[href="${path}"]`).count())) faults.push(`search-${width}: ${title} is not found by its first characters`)
    await look(page, `nothing-found-${width}`, '/public/search?q=' + encodeURIComponent('没有这样的决定'))
    await look(page, `agencies-${width}`, '/public/agencies')
    await look(page, `lists-${width}`, '/public/lists')
    const list = await page.locator('a[href^="/public/lists/"]').first().getAttribute('href')
    await look(page, `list-${width}`, list)
    if (!(await page.locator('dl.item').count())) faults.push(`list-${width}: no rows`)
    await look(page, `list-missing-${width}`, '/public/lists/0', 404)
    await look(page, `procedures-${width}`, '/public/procedures')
    const chart = await page.locator('a[href^="/public/procedures/"]').first().getAttribute('href')
    await look(page, `procedure-${width}`, chart)
    const marks = await page.evaluate(() => [document.querySelectorAll('.sheet svg tspan').length, document.querySelectorAll('.steps > li').length])
    if (!marks[0] || !marks[1]) faults.push(`procedure-${width}: no chart or no list`)
    await look(page, `guide-${width}`, chart + '/guide')
    await look(page, `procedure-missing-${width}`, '/public/procedures/no-such', 404)
    await look(page, `about-${width}`, '/public/about')
    await look(page, `missing-${width}`, '/public/decisions/0-0', 404)
    await page.close()
  }
} finally {
  await browser.close()
}
faults.forEach((fault) => console.log(fault))
console.log(`${looked} public pages looked at, ${faults.length} faults`)
process.exit(faults.length ? 1 : 0)
