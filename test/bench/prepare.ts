import type { Page } from 'puppeteer-core'
import { until } from '../../scripts/browser/until.ts'
import type { Session } from '../e2e/harness/session.ts'
import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { type BenchContext, type Loaded, withBrowser } from './bench-context.ts'
import { storePeople } from './in-extension/run.ts'

/** How long the words of a hundred thousand people may take, in ms. */
const INDEXING = 300_000

/** Runs in a fresh browser with so many people. */
export function withStored<Value>(context: BenchContext, kind: BrowserKind, people: number, use: (session: Session) => Promise<Value>): Promise<Value> {
  return withBrowser(context, kind, 'extension', async (session) => {
    await storePeople(session, people)
    return use(session)
  })
}

/** Fills the store with people, and answers yes to account facts, as a user would have. */
export async function prepare(session: Session, people: number): Promise<void> {
  await storePeople(session, people)
  await session.evaluateInBackground(() => chrome.storage.local.set({ settings: { accountFacts: 'on' } }))
  const isRegistered = (): Promise<boolean> => session.evaluateInBackground(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0)
  await until(isRegistered, () => 'The page-facts script was not registered after a yes to account facts.')
  await closeWelcome(session)
  const isIndexed = (): Promise<boolean> => session.evaluateInBackground(async () => ((await chrome.storage.local.get('searchIndex2'))['searchIndex2'] as { isDone?: boolean } | undefined)?.isDone === true)
  await until(isIndexed, () => 'The words of the stored people were never indexed.', INDEXING)
}

/** The welcome page opens by itself some time after the install: in front of the timeline it would stop its frames. */
async function closeWelcome(session: Session): Promise<void> {
  const close = (): Promise<boolean> => session.evaluateInBackground(async () => {
    const welcome = (await chrome.tabs.query({})).filter(({ url, pendingUrl }) => (pendingUrl ?? url)?.includes('welcome/welcome.html'))
    await chrome.tabs.remove(welcome.flatMap(({ id }) => id ?? []))
    return welcome.length > 0
  })
  await until(close, () => 'The welcome page did not open after the install.')
}

/** Opens the practice timeline and waits until posts are there, and badges where there is an extension. */
export async function openTimeline(session: Session, has: Loaded, params: Readonly<Record<string, string>> = {}): Promise<Page> {
  const page = await session.openPage('/home', { params: { seed: '1', ...params } })
  await page.bringToFront()
  await page.evaluate(() => window.__practice.ready)
  if (has !== 'nothing') await session.waitForBadges(page)
  return page
}
