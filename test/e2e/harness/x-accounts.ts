import { rmSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import type { BrowserKind } from '../../../scripts/browser/find-browser.ts'
import { DOLLAR, PRICES } from '../../../src/domain/x-prices.ts'
import { startPractice, type Practice } from '../../practice/server.ts'
import { XDouble } from '../../x-api/double.ts'
import type { WorldAccount } from '../../x-api/world.ts'
import { buildWith } from './build-with.ts'
import { launch } from './launch.ts'
import type { Session } from './session.ts'

/** A browser whose X is a double of api.x.com as well, with the options open. */
export interface XAccounts {
  readonly double: XDouble
  readonly practice: Practice
  readonly session: Session
  readonly options: Page
  /** Connects an account as a person does, through the page at which it agrees. */
  readonly connect: (account: WorldAccount) => Promise<void>
  /** Everything in one of our tables. */
  readonly rows: <Row>(table: string) => Promise<readonly Row[]>
  /** Lets the alarm ring by which X is asked. */
  readonly ring: () => Promise<void>
  /** As if the last asking had been long ago. */
  readonly letTimePass: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the options in a browser that may reach api.x.com and show notifications: no test can press the browser's question, which Firefox can be told to leave out. */
export async function openXAccounts(kind: BrowserKind): Promise<XAccounts> {
  const build = buildWith(kind, ['https://api.x.com/*'], undefined, kind === 'chromium' ? ['notifications'] : [])
  const practice = await startPractice()
  const double = new XDouble()
  practice.serve('api.x.com', double.answer)
  const session = await launch(kind, { practice, extensionDir: build, extraPrefs: { 'extensions.webextOptionalPermissionPrompts': false } })
  const options = await session.openExtensionPage('src/options/options.html')
  await options.waitForSelector('#x form input')
  return {
    double,
    practice,
    session,
    options,
    connect: async (account) => {
      practice.serve('/i/oauth2/authorize', (request, response) => {
        response.writeHead(302, { location: double.agree(account, new URL(request.url ?? '/', 'https://x.com')).href }).end()
      })
      await options.bringToFront()
      await options.evaluate(() => document.querySelectorAll('#x details').forEach((details) => details.setAttribute('open', '')))
      await options.type('#x form input', 'client-of-the-user')
      await options.click('#x form button[type=submit]')
      await expect.poll(() => options.$$eval('.x-connected h3', (heads) => heads.map((head) => head.textContent).join()), { timeout: 20_000 }).toContain(`@${account.username}`)
    },
    rows: (table) => options.evaluate(readRows, table) as Promise<never>,
    ring: () => session.evaluateInBackground(() => chrome.alarms.create('x', { when: Date.now() + 200, periodInMinutes: 1 })),
    letTimePass: () => options.evaluate(forgetPolls),
    close: async () => {
      await session.close()
      await practice.close()
      rmSync(build, { recursive: true, force: true })
    },
  }
}

/** The posts that the journal has, sorted; one that is there twice is named twice. */
export async function recorded({ rows }: XAccounts): Promise<readonly string[]> {
  const journal = await rows<{ readonly change: { readonly kind: string; readonly post: string } }>('journal')
  return journal.flatMap(({ change: { kind, post } }) => (kind === 'contact/recorded' ? [post] : [])).toSorted()
}

/** Holds what X bills against what we say it costs, and that against the cap (dollars). */
export async function withinBudget({ rows, double }: XAccounts, cap: number): Promise<void> {
  const spent = (await rows<{ readonly cost: number }>('xSpending')).reduce((sum, { cost }) => sum + cost, 0)
  const billed = double.calls.reduce((sum, { operation, brought }) => sum + brought * (PRICE_OF[operation] ?? 0), 0)
  expect(billed).toBeGreaterThan(0)
  expect(billed).toBeLessThanOrEqual(spent)
  expect(spent).toBeLessThanOrEqual(cap * DOLLAR)
  expect(double.violations).toEqual([])
}

const PRICE_OF: Readonly<Record<string, number>> = { me: PRICES.me, mentions: PRICES.mentions, ownPosts: PRICES['own posts'], search: PRICES.search, posts: PRICES.posts, usersByIds: PRICES.users, usersByHandles: PRICES.users }

function readRows(table: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('regulars')
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction(table).objectStore(table).getAll()
      reading.addEventListener('success', () => {
        opening.result.close()
        resolve(reading.result)
      })
    })
  })
}

function forgetPolls(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('regulars')
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('xAccounts', 'readwrite')
      const table = transaction.objectStore('xAccounts')
      const reading = table.getAll()
      reading.addEventListener('success', () => reading.result.forEach((row: object) => table.put({ ...row, polledAt: 0, ownPolledAt: 0, notBefore: undefined })))
      transaction.addEventListener('complete', () => (opening.result.close(), resolve()))
    })
  })
}
