import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { until } from '../../scripts/browser/until.ts'
import type { PracticeWindow } from '../practice/app/practice-window.ts'
import { startPractice, type Practice } from '../practice/server.ts'
import { type RequestTracker, startRequestTracker, whyNoRequestTracker } from '../remote/servers/request-tracker.ts'
import { cardGone, openCard } from './harness/card.ts'
import { BROWSERS } from './harness/each-browser.ts'
import { launch } from './harness/launch.ts'
import type { Session } from './harness/session.ts'

declare global {
  interface Window {
    readonly __practice: PracticeWindow
  }
}

const HANDLE = 'maralindq'
const NAME = 'mara@example.org'
const NOTE = 'Prefers the aisle, and tea'
/** A second worker that wakes for the alarm, and notes that rest are due. */
const comeDue = (session: Session): Promise<void> =>
  session.evaluateInBackground(async () => {
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('regulars-crm')
      opening.addEventListener('error', () => reject(opening.error ?? new Error('closed')))
      opening.addEventListener('success', () => {
        const database = opening.result
        const table = database.transaction('deliveries', 'readwrite').objectStore('deliveries')
        const all = table.getAll()
        all.addEventListener('success', () => {
          for (const delivery of all.result as { notBefore: number }[]) table.put({ ...delivery, notBefore: 0 })
        })
        table.transaction.addEventListener('complete', () => {
          database.close()
          resolve()
        })
      })
    })
    await chrome.alarms.create('crm', { when: Date.now() + 100, periodInMinutes: 1 })
  })

let server: RequestTracker | undefined
let missing: string | undefined

beforeAll(async () => {
  missing = await whyNoRequestTracker()
  if (missing) console.warn(`The CRM end to end is left out: ${missing}`)
  else server = await startRequestTracker()
}, 400_000)
afterAll(() => server?.remove())

/** The build with leave for this machine from the start: no test can press the browser's own question. */
function buildWithLeave(kind: BrowserKind): string {
  const build = mkdtempSync(join(tmpdir(), 'regulars-crm-build-'))
  cpSync(join('dist', kind === 'chromium' ? 'chrome' : 'firefox'), build, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { host_permissions: string[]; optional_host_permissions: string[] }
  const local = 'http://127.0.0.1/*'
  expect(manifest.optional_host_permissions).toContain(local)
  writeFileSync(join(build, 'manifest.json'), JSON.stringify({ ...manifest, host_permissions: [...manifest.host_permissions, local], optional_host_permissions: manifest.optional_host_permissions.filter((host) => host !== local) }))
  return build
}

describe.each(BROWSERS)('a CRM beside the posts (%s)', (kind) => {
  let practice: Practice
  let session: Session
  let build: string
  beforeAll(async () => {
    build = buildWithLeave(kind)
    practice = await startPractice()
    session = await launch(kind, { practice, extensionDir: build, extraPrefs: { 'extensions.webextOptionalPermissionPrompts': false } })
    // The welcome page opens by itself some time after the install: in front of another one it would stop its frames.
    await until(() => session.evaluateInBackground(async () => (await chrome.tabs.query({})).some(({ url, pendingUrl }) => (pendingUrl ?? url)?.includes('welcome/welcome.html'))), () => 'The welcome page never came.', 20_000)
  })
  afterAll(async () => {
    await session.close()
    await practice.close()
    rmSync(build, { recursive: true, force: true })
  })

  const labels = (page: Page, text: string): Promise<unknown> => session.waitForBadges(page, (badges) => badges.some(({ handle, label }) => handle === HANDLE && label.includes(text)), 30_000)
  const openX = async (): Promise<Page> => {
    const page = await session.openPage(`/${HANDLE}`)
    await page.evaluate(() => window.__practice.ready.then(() => undefined))
    return page
  }
  /** Asked by a timer: a page that another one covers draws no frames. */
  const says = async (options: Page, words: string): Promise<void> => {
    let said = ''
    await until(async () => (said = await options.$eval('#crm', (part) => part.textContent ?? '')).includes(words), () => `The options never said "${words}", but: ${said}`, 30_000)
  }
  const comments = async (): Promise<readonly string[]> => {
    const found = (await server!.api('POST', '/attachments?fields=Content&per_page=100', [{ field: 'TransactionId', operator: '>', value: '0' }])) as { items: readonly { Content: string }[] }
    return found.items.map(({ Content }) => Content).filter((words) => words.includes('regulars:'))
  }
  const theirs = async (words: string): Promise<number> => (await comments()).filter((text) => text.includes(words)).length

  it('is connected in the options, shows what it knows on badge and card, and takes a note exactly once through a stop of the server and of the background', { timeout: 180_000 }, async ({ skip }) => {
    if (!server) return skip(missing)
    const note = `${NOTE} (${kind})`
    await server.addUsers([{ name: `${kind}-${NAME}`, realName: 'Mara <b>Lindquist</b>', email: `${kind}-${NAME}`, fields: { TwitterHandle: `@${HANDLE}`, Stage: 'Customer' } }])
    await server.api('POST', '/ticket', { Queue: 'General', Subject: 'Where is <i>my</i> parcel', Requestor: `${kind}-${NAME}`, Content: 'It never came' })

    const options = await session.openExtensionPage('src/options/options.html')
    await options.bringToFront()
    const field = (label: string, text: string): Promise<void> => options.locator(`::-p-aria([name="${label}"][role="textbox"])`).fill(text)
    await options.waitForSelector('#crm form')
    await field('Address', server.base)
    await field('User name', server.user)
    await options.locator('#crm input[type=password]').fill('SECRETTOKEN-wrong')
    await field('Stage', 'Stage')
    const connect = (): Promise<void> => options.locator('#crm button[type=submit]').click()
    await connect()
    await says(options, 'does not accept')
    await options.locator('#crm input[type=password]').fill(server.password)
    await connect()
    await says(options, 'Connected to')

    const page = await openX()
    await labels(page, '◆ customer')
    const card = await openCard(session, page, HANDLE)
    await card.waitForFunction(() => document.querySelector('.from-crm')?.closest('.history')?.textContent?.includes('Where is <i>my</i> parcel'), { timeout: 20_000 })
    expect(await card.$$eval('.crm :is(b, i, script, img), .from-crm :is(b, i, script, img)', (found) => found.length)).toBe(0)

    // Written while the server is down, sent by a yes, and delivered by another worker once the server is back.
    await server.stop()
    await card.focus('.writer textarea')
    await page.keyboard.type(note)
    await page.keyboard.down('Control')
    await page.keyboard.press('Enter')
    await page.keyboard.up('Control')
    await card.waitForFunction(() => document.querySelector('.delivery')?.textContent?.includes('Send this note'), { timeout: 20_000 })
    await card.evaluate(() => [...document.querySelectorAll<HTMLButtonElement>('.delivery button')].find((button) => button.textContent === 'Send')?.click())
    await card.waitForFunction(() => document.querySelector('.delivery')?.textContent?.includes('On its way'), { timeout: 20_000 })
    await session.killBackground()
    await server.start()
    await expect.poll(async () => {
      await comeDue(session)
      return theirs(note)
    }, { timeout: 60_000, interval: 1_500 }).toBe(1)
    await card.waitForFunction(() => document.querySelector('.delivery') === null, { timeout: 30_000 })

    expect(await theirs(note)).toBe(1)

    // Gone there: opening the card asks anew, and badge and card say nothing of it any more.
    await page.keyboard.press('Escape')
    await cardGone(page)
    await server.api('PUT', `/user/${encodeURIComponent(`${kind}-${NAME}`)}`, { Disabled: 1 })
    const again = await openCard(session, page, HANDLE)
    await session.waitForBadges(page, (badges) => badges.some(({ handle, label }) => handle === HANDLE && !label.includes('customer')), 60_000)
    await again.waitForFunction(() => document.querySelector('.from-crm') === null, { timeout: 20_000 })
    await page.close()
    await options.close()
  })

  it('keeps its secret out of everything but its own place, and leaves nothing behind when it is disconnected', { timeout: 60_000 }, async ({ skip }) => {
    if (!server) return skip(missing)
    const kept = await session.evaluateInBackground(async () => JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null), await chrome.storage.sync.get(null)]))
    expect(kept).toContain('request-tracker')
    expect(kept).not.toContain('"password"')
    const options = await session.openExtensionPage('src/options/options.html')
    await options.bringToFront()
    await options.locator('::-p-aria([name="Disconnect"][role="button"])').click()
    await options.waitForFunction(() => [...document.querySelectorAll('#crm button[data-kind=danger]')].some((button) => button.ariaDisabled !== 'true'))
    await options.locator('#crm button[data-kind=danger]').click()
    await options.waitForSelector('#crm form', { timeout: 20_000 })
    await expect.poll(() => session.evaluateInBackground(async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== 'regulars'))).toEqual([])
    expect(await session.evaluateInBackground(async () => JSON.stringify(await chrome.storage.local.get('crm')))).toBe('{}')
    await options.close()
  })
})
