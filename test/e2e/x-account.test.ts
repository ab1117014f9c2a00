import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { XDouble } from '../x-api/double.ts'
import type { WorldAccount } from '../x-api/world.ts'
import { askBackground } from './harness/ask.ts'
import { faults } from './harness/axe.ts'
import { BROWSERS } from './harness/each-browser.ts'
import { pressAlert, shownAlerts, standInForAlerts } from './harness/firefox-alerts.ts'
import type { Session } from './harness/session.ts'
import { openXAccounts, recorded, withinBudget, type XAccounts } from './harness/x-accounts.ts'

const MINUTE = 60_000
const POSTS = 350

describe.each(BROWSERS)('an account at X (%s)', (kind) => {
  let x: XAccounts
  let double: XDouble
  let session: Session
  let options: Page
  let brand: WorldAccount
  let ana: WorldAccount

  beforeAll(async () => {
    x = await openXAccounts(kind)
    ;({ double, session, options } = x)
    brand = double.world.add('northwindair')
    ana = double.world.add('ana_p')
    const [begun] = Array.from({ length: POSTS }, (_, nth) => double.world.say(ana, `@northwindair question ${nth}`, Date.now() - (nth + 2) * MINUTE))
    double.world.say(ana, '@northwindair where is my bag?', Date.now() - MINUTE, { conversation: begun!.id })
  })
  afterAll(() => x?.close())

  const says = (page: Page, selector: string): Promise<string> => page.$eval(selector, (part) => part.textContent ?? '').catch(() => '')

  it('is connected through X’s own page, with the user’s own app', async () => {
    await x.connect(brand)
    expect(double.calls.map(({ operation }) => operation)).toEqual(['token', 'me'])
    // What is connected is one of our accounts: the page must know whose posts are ours.
    await expect.poll(() => session.evaluateInBackground(async () => JSON.stringify(await chrome.storage.local.get('settings')))).toContain('northwindair')
  })

  it('brings mentions into the inbox and onto the button, and lets those leave that need no answer', async () => {
    const [inbox] = await options.$$('.x-connected input[role=switch]')
    await inbox!.click()
    await expect.poll(async () => (await x.rows('mentions')).length, { timeout: 20_000 }).toBe(100)
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
    await expect.poll(async () => (await x.rows('mentions')).length, { timeout: 20_000 }).toBe(99)
    expect(double.calls).toHaveLength(before)
    await page.close()
    await options.bringToFront()
  })

  it('tells of each new mention once, the oldest first, after it was asked for in a click, and of none before', async () => {
    const { browser } = session.launched
    if (kind === 'firefox') await standInForAlerts(browser)
    /** What the desktop was asked to show so far; Chromium says only what is there now. */
    const shown = async (): Promise<readonly string[]> =>
      kind === 'firefox' ? (await shownAlerts(browser)).map(({ title, text }) => `${title}: ${text}`) : (await session.evaluateInBackground(async () => Object.keys((await chrome.notifications?.getAll()) ?? {}))).toSorted()
    expect(await shown()).toEqual([])
    // Chromium's own question cannot be pressed by a test; Firefox is told to say yes without asking.
    if (kind === 'firefox') expect(await options.evaluate(() => chrome.permissions.contains({ permissions: ['notifications'] }))).toBe(false)
    const [, notify] = await options.$$('.x-connected input[role=switch]')
    await notify!.click()
    await expect.poll(async () => (await x.rows<{ notify: boolean }>('xAccounts'))[0]?.notify, { timeout: 20_000 }).toBe(true)
    expect(await options.evaluate(() => chrome.permissions.contains({ permissions: ['notifications'] }))).toBe(true)
    const posts = ['first', 'second'].map((words, nth) => double.world.say(ana, `@northwindair ${words}`, Date.now() + nth))
    const told = kind === 'firefox' ? posts.map(({ text }) => `@ana_p: ${text}`) : posts.map(({ id }) => `mention ${id}`)
    for (let round = 0; round < 2; round += 1) {
      const asked = double.calls.length
      await x.letTimePass()
      await x.ring()
      await expect.poll(() => double.calls.length, { timeout: 20_000 }).toBeGreaterThan(asked)
      await expect.poll(async () => (await x.rows<{ id: string }>('mentions')).map(({ id }) => id), { timeout: 20_000 }).toEqual(expect.arrayContaining(posts.map(({ id }) => id)))
      await expect.poll(shown, { timeout: 20_000 }).toEqual(told)
    }
    expect((await x.rows<{ trouble?: string }>('xAccounts')).map(({ trouble }) => trouble)).toEqual([undefined])
  })

  it('counts on the button who waits, whoever wrote and however they left, and a press on a notification leads to the inbox', async () => {
    const count = (): Promise<string> => session.evaluateInBackground(() => chrome.action.getBadgeText({}))
    expect(await count()).toBe('99+')
    const waiting = (await x.rows<{ id: string }>('mentions')).map(({ id }) => id)
    await askBackground(options, 'x/dismiss', waiting.slice(3))
    await expect.poll(count).toBe('3')
    // The count outlives a background that was stopped. Firefox wakes another for a press where that one began with leave to notify, as all do but the one that was asked for it.
    await session.killBackground()
    expect(await count()).toBe('3')
    await askBackground(options, 'crm/state')
    await session.killBackground()
    // Chromium's tools cannot press one: there only that somebody listens.
    if (kind === 'chromium') {
      expect(await session.evaluateInBackground(() => chrome.notifications.onClicked.hasListeners())).toBe(true)
      return
    }
    await pressAlert(session.launched.browser, 0)
    const inboxes = (): Promise<number> => session.evaluateInBackground(async () => (await chrome.tabs.query({})).filter(({ url }) => url?.endsWith('src/inbox/inbox.html')).length)
    await expect.poll(inboxes, { timeout: 20_000 }).toBe(1)
    await session.evaluateInBackground(async () => chrome.tabs.remove((await chrome.tabs.query({})).flatMap(({ id, url }) => (url?.endsWith('src/inbox/inbox.html') && id !== undefined ? [id] : []))))
    await options.bringToFront()
  })

  it('fetches what was before though the background is stopped again and again, each post once, within the budget', async () => {
    await options.click('.x-connected > .row button')
    for (let kill = 0; kill < 3; kill += 1) {
      const had = double.calls.length
      await expect.poll(async () => double.calls.length > had || JSON.stringify(await x.rows('xAccounts')).includes('"done"'), { timeout: 20_000 }).toBe(true)
      await session.killBackground()
      await x.ring()
    }
    await expect.poll(async () => JSON.stringify(await x.rows('xAccounts')), { timeout: 30_000, interval: 300 }).toContain('"stage":"done"')
    expect(await recorded(x)).toEqual(double.world.posts.map(({ id }) => id).toSorted())
    await withinBudget(x, 10)
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
    await expect.poll(() => says(page, '#listening form [role=status]'), { timeout: 20_000 }).toMatch(/^\d+ of 4,096 characters\. Posts that match on the X page you saw last: 0 of [1-9]\d*\.$/)
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
    expect(x.practice.requests.map(({ path }) => path).join('\n')).not.toContain('SECRETTOKEN')
    expect(session.consoleErrors(options)).toEqual([])
  })

  it('is given back and forgotten in two steps', async () => {
    await options.bringToFront()
    await options.click('.x-connected > p:last-of-type button')
    const confirm = await options.waitForSelector('.x-connected button[data-kind=danger][aria-disabled=false]')
    await confirm!.click()
    await expect.poll(async () => [(await x.rows('xAccounts')).length, (await x.rows('mentions')).length, double.revoked.size], { timeout: 20_000 }).toEqual([0, 0, 1])
    await expect.poll(() => session.evaluateInBackground(() => chrome.action.getBadgeText({}))).toBe('')
    await expect.poll(() => session.evaluateInBackground(async () => (await chrome.alarms.get('x')) === undefined)).toBe(true)
    // The browser itself looks up the address at which it takes the login back; it never leads anywhere.
    expect(session.foreignRequests().filter((host) => !/\.(chromiumapp|extensions\.allizom)\.org$/.test(host))).toEqual([])
  })
})
