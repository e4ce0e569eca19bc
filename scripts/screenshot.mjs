// Takes the picture of README from a running demo: node scripts/screenshot.mjs ADDRESS ACCOUNT PASSWORD [OUT]
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const { chromium } = createRequire(`${root}/web/package.json`)('playwright-core')
const [base, account, password, out = `${root}/docs/images/workbench.png`] = process.argv.slice(2)

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  await page.goto(`${base}/app/sign-in`)
  await page.fill('#account', account)
  await page.fill('#password', password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/app/todo')
  const id = await page.evaluate(async (wanted) => {
    const { items } = await (await fetch('/api/cases?state=open&limit=50')).json()
    return (items.find((c) => c.violation.includes(wanted)) ?? items[0]).id
  }, process.env.VIOLATION ?? '虚假宣传')
  await page.goto(`${base}/app/cases/${id}`)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(500)
  await page.screenshot({ path: out })
} finally {
  await browser.close()
}
