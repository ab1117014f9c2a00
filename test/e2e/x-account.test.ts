import { rmSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPractice, type Practice } from '../practice/server.ts'
import { XDouble } from '../x-api/double.ts'
import { faults } from './harness/axe.ts'
import { buildWith } from './harness/build-with.ts'
import { BROWSERS } from './harness/each-browser.ts'
import { launch } from './harness/launch.ts'
import type { Session } from './harness/session.ts'

const MINUTE = 60_000
const POSTS = 350

describe.each(BROWSERS)('an account at X (%s)', (kind) => {
  const double = new XDouble()
  let build: string
  let practice: Practice
  let session: Session
  let options: Page

  beforeAll(async () => {
    build = buildWith(kind, ['https://api.x.com/*'])
    practice = await startPractice()
    practice.serve('api.x.com', double.answer)
    const brand = double.world.add('northwindair')
    const ana = double.world.add('ana_p')
    practice.serve('/i/oauth2/authorize', (request, response) => {
      response.writeHead(302, { location: double.agree(brand, new URL(request.url ?? '/', 'https://x.com')).href }).end()
    })
    const [begun] = Array.from({ length: POSTS }, (_, nth) => double.world.say(ana, `@northwindair question ${nth}`, Date.now() - (nth + 2) * MINUTE))
    double.world.say(ana, '@northwindair where is my bag?', Date.now() - MINUTE, { conversation: begun!.id })
    session = await launch(kind, { practice, extensionDir: build, extraPrefs: { 'extensions.webextOptionalPermissionPrompts': false } })
    options = await session.openExtensionPage('src/options/options.html')
    await options.waitForSelector('#x form input')
  })
  afterAll(async () => {
    await session?.close()
    await practice?.close()
    rmSync(build, { recursive: true, force: true })
  })

  const says = (page: Page, selector: string): Promise<string> => page.$eval(selector, (part) => part.textContent ?? '').catch(() => '')
  const ring = (): Promise<void> => session.evaluateInBackground(() => chrome.alarms.create('x', { when: Date.now() + 200, periodInMinutes: 1 }))
  const rows = <Row>(table: string): Promise<readonly Row[]> =>
    options.evaluate((table) => new Promise<never>((resolve, reject) => {
      const opening = indexedDB.open('regulars')
      opening.addEventListener('error', () => reject(opening.error))
      opening.addEventListener('success', () => {
        const reading = opening.result.transaction(table).objectStore(table).getAll()
        reading.addEventListener('success', () => {
          opening.result.close()
          resolve(reading.result as never)
        })
      })
    }), table)

  it('is connected through X’s own page, with the user’s own app', async () => {
    await options.bringToFront()
    await options.type('#x form input', 'client-of-the-user')
    await options.click('#x form button[type=submit]')
    await expect.poll(() => says(options, '.x-connected h3'), { timeout: 20_000 }).toContain('@northwindair')
    expect(double.calls.map(({ operation }) => operation)).toEqual(['token', 'me'])
  })

  it('brings mentions into the inbox and onto the button, and lets those leave that need no answer', async () => {
    const [inbox] = await options.$$('.x-connected input[role=switch]')
    await inbox!.click()
    await expect.poll(async () => (await rows('mentions')).length, { timeout: 20_000 }).toBe(100)
    const page = await session.openExtensionPage('src/inbox/inbox.html')
    await expect.poll(() => says(page, '[role=status]'), { timeout: 20_000 }).toContain('100')
    expect(await page.$$eval('.inbox article', (articles) => articles.length)).toBe(100)
    expect(await session.evaluateInBackground(() => chrome.action.getBadgeText({}))).toBe('99+')
    await page.bringToFront()
    await page.click('.inbox .thread summary')
    await expect.poll(() => says(page, '.inbox .thread'), { timeout: 20_000 }).toMatch(/^2 posts of this conversation.*question 0.*where is my bag\?/)
    // Only Chromium's tools may put a script into a page whose own rules forbid it.
    if (kind === 'chromium') expect([...(await faults(options)), ...(await faults(page))]).toEqual([])
    // One is done with by hand, of which X hears nothing.
    const before = double.calls.length
    await page.click('.inbox article .button[data-kind=quiet]')
    await expect.poll(async () => (await rows('mentions')).length, { timeout: 20_000 }).toBe(99)
    expect(double.calls).toHaveLength(before)
    await page.close()
    await options.bringToFront()
  })

  it('fetches what was before though the background is stopped again and again, each post once, within the budget', async () => {
    await options.click('.x-connected > .row button')
    for (let kill = 0; kill < 3; kill += 1) {
      const had = double.calls.length
      await expect.poll(async () => double.calls.length > had || JSON.stringify(await rows('xAccounts')).includes('"done"'), { timeout: 20_000 }).toBe(true)
      await session.killBackground()
      await ring()
    }
    await expect.poll(async () => JSON.stringify(await rows('xAccounts')), { timeout: 30_000, interval: 300 }).toContain('"stage":"done"')
    expect(await rows('contacts')).toHaveLength(POSTS + 1)
    const spent = (await rows<{ cost: number }>('xSpending')).reduce((sum, { cost }) => sum + cost, 0)
    const came = double.calls.filter(({ status, operation }) => status === 200 && operation === 'mentions').length
    expect(came).toBeGreaterThan(0)
    expect(spent).toBeLessThanOrEqual(10_000_000)
    expect(double.violations).toEqual([])
  })

  it('listens for a search that was looked at on the page that was seen last before it was switched on', async () => {
    const x = await session.openPage('/home')
    await session.waitForBadges(x)
    const page = await session.openExtensionPage('src/inbox/inbox.html')
    await page.bringToFront()
    const [any] = (await page.waitForSelector('#listening form input').then(() => page.$$('#listening form input')))
    await any!.type('question 7, "hi"')
    await expect.poll(() => says(page, '#listening form [role=alert]'), { timeout: 20_000 }).toContain('quotation marks')
    for (let sign = 0; sign < ', "hi"'.length; sign += 1) await page.keyboard.press('Backspace')
    await expect.poll(() => says(page, '#listening form [role=status]'), { timeout: 20_000 }).toMatch(/^\d+ of 4,096 signs\. On the X page you saw last, 0 of [1-9]\d* posts match\.$/)
    const asked = (): number => double.calls.filter(({ operation }) => operation === 'search').length
    await page.click('#listening form button[type=submit]')
    const on = await page.waitForSelector('#listening .inbox input[role=switch]')
    expect(asked()).toBe(0)
    await on!.click()
    await expect.poll(() => says(page, '#listening summary'), { timeout: 20_000 }).toMatch(/^[1-9]\d* posts found$/)
    expect(asked()).toBe(1)
    await Promise.all([page.close(), x.close()])
  })

  it('leaves its tokens nowhere where they can be read', async () => {
    const tables = await options.evaluate(async () => {
      const read = async ({ name = '' }: IDBDatabaseInfo): Promise<string> => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name)
          opening.addEventListener('success', () => resolve(opening.result))
          opening.addEventListener('error', () => reject(opening.error))
        })
        const all = await Promise.all([...database.objectStoreNames].map((table) => new Promise((resolve) => {
          const reading = database.transaction(table).objectStore(table).getAll()
          reading.addEventListener('success', () => resolve(reading.result))
        })))
        database.close()
        return JSON.stringify(all, (_key, value: unknown) => (value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value))
      }
      const texts = await Promise.all((await indexedDB.databases()).map(read))
      return [...texts, JSON.stringify(await chrome.storage.local.get()), JSON.stringify(await chrome.storage.session.get()), document.documentElement.outerHTML].join('\n')
    })
    expect(tables).toContain('northwindair')
    expect(tables).not.toContain('SECRETTOKEN')
    expect(practice.requests.map(({ path }) => path).join('\n')).not.toContain('SECRETTOKEN')
    expect(session.consoleErrors(options)).toEqual([])
  })

  it('is given back and forgotten in two steps', async () => {
    await options.bringToFront()
    await options.click('.x-connected > p:last-of-type button')
    const confirm = await options.waitForSelector('.x-connected button[data-kind=danger][aria-disabled=false]')
    await confirm!.click()
    await expect.poll(async () => [(await rows('xAccounts')).length, (await rows('mentions')).length, double.revoked.size], { timeout: 20_000 }).toEqual([0, 0, 1])
    await expect.poll(() => session.evaluateInBackground(() => chrome.action.getBadgeText({}))).toBe('')
    await expect.poll(() => session.evaluateInBackground(async () => (await chrome.alarms.get('x')) === undefined)).toBe(true)
    // The browser itself looks up the address at which it takes the login back; it never leads anywhere.
    expect(session.foreignRequests().filter((host) => !/\.(chromiumapp|extensions\.allizom)\.org$/.test(host))).toEqual([])
  })
})
