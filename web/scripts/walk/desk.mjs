// A person at a desk: one browser context per account, signed in by hand, every fault of the page collected.
import { mkdirSync } from 'node:fs'

/** Answers that the workbench asks for and expects: who is signed in, and what an expired session answers. */
const EXPECTED = /\/api\/session(\?|$)/

export class Office {
  /** @param accounts role → {password, name}; faults are shared by all strands of a walk */
  constructor(browser, base, accounts, shots, faults) {
    Object.assign(this, { browser, base, accounts, shots, faults, desks: new Map(), looked: 0 })
    if (shots) mkdirSync(shots, { recursive: true })
  }

  fault(text) {
    this.faults.push(text)
    console.log(`fault: ${text}`)
  }

  nameOf(role) {
    return this.accounts.get(role).name
  }

  /** The desk of a role; signs in the first time. */
  async desk(role) {
    const known = this.desks.get(role)
    if (known) return known
    const page = await this.page(role)
    await page.goto(`${this.base}/app/sign-in`)
    await page.getByLabel('账号').fill(role)
    await page.getByLabel('密码').fill(this.accounts.get(role).password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.locator('aside[aria-label=导航]').waitFor()
    this.desks.set(role, page)
    return page
  }

  /** A fresh page of nobody yet, watched for faults. */
  async page(who) {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', acceptDownloads: true })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    page.on('console', (m) => { if (m.type() === 'error' && !/status of 401/.test(m.text())) this.fault(`${who} console: ${m.text().slice(0, 300)} ${m.location().url}`) })
    page.on('pageerror', (e) => this.fault(`${who} error: ${e.message}`))
    page.on('response', (r) => {
      const unexpected = r.status() >= 400 && !(r.status() === 401 && EXPECTED.test(r.url()))
      if (unexpected) r.text().catch((cause) => cause.message).then((text) => this.fault(`${who}: ${r.status()} ${r.request().method()} ${r.url()} ${text.slice(0, 300)}`))
    })
    return page
  }

  /** A picture at both widths; a page wider than its screen is a fault. */
  async shot(page, name) {
    if (!this.shots) return
    for (const [width, height] of [[390, 844], [1440, 900]]) {
      await page.setViewportSize({ width, height })
      await page.waitForTimeout(150)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wide > 0) this.fault(`${name} at ${width}: ${wide}px beyond the screen`)
      await page.screenshot({ path: `${this.shots}/${name}-${width}.png`, fullPage: true })
    }
    this.looked++
  }
}
