import type { Frame, Page } from 'puppeteer-core'
import { pageShell } from '../../practice/page-shell.ts'
import type { Practice } from '../../practice/server.ts'
import { cardGone } from '../harness/card.ts'
import type { Session } from '../harness/session.ts'
import { spy } from './spy.ts'
import { sweep } from './sweep.ts'

/** Words that stand nowhere on the page: whatever has one of them has read our memory. */
export const NOTE = 'notetoken4417 is what nobody else may know'
export const TAG = 'tagtoken8821'
/** Of a note that stands on the badge, in the place of the tag. */
export const PINNED = 'pintoken3391 likes the window'
/** Whom the memory is about; on the first screen of the practice timeline. */
export const KNOWN = 'tobiokonkwo'
const SUBJECT = { handle: KNOWN, name: 'Tobias Okonkwo' }

/** What a label, a face and a card are put together from, and where they come from; of the demo memory, what no post says. */
const SECRETS = ['notetoken4417', TAG, 'pintoken3391', 'needs care', '7×', '✎', 'nothing known yet', 'chrome-extension:', 'moz-extension:'] as const

/** Asks the background as our own pages do, one question after the other. */
export async function askAll(session: Session, questions: readonly (readonly [name: string, asked: unknown])[]): Promise<void> {
  const page = await session.openExtensionPage('src/options/options.html')
  const refused = await page.evaluate(async (questions) => {
    for (const [regulars, asked] of questions) {
      const reply: unknown = await chrome.runtime.sendMessage({ regulars, asked })
      if (typeof reply === 'object' && reply !== null && 'error' in reply) return String(reply.error)
    }
    return undefined
  }, questions as [string, unknown][])
  await page.close()
  if (refused !== undefined) throw new Error(refused)
}

/** Puts the secrets into the memory. */
export async function rememberSecrets(session: Session): Promise<void> {
  const pinned = crypto.randomUUID()
  await askAll(session, [
    ['tags/set', { subject: SUBJECT, tag: TAG, on: true }],
    ['notes/add', { subject: SUBJECT, note: crypto.randomUUID(), text: NOTE }],
    ['notes/add', { subject: SUBJECT, note: pinned, text: PINNED }],
  ])
  await askAll(session, [['notes/pin', { person: await idOf(session), note: pinned, pinned: true }]])
}

async function idOf(session: Session): Promise<string | undefined> {
  const page = await session.openExtensionPage('src/options/options.html')
  const id = await page.evaluate(async (asked) => {
    const reply: { gives?: { person?: { id: string } } } = await chrome.runtime.sendMessage({ regulars: 'people/view', asked })
    return reply.gives?.person?.id
  }, SUBJECT)
  await page.close()
  return id
}

/** Serves the practice timeline at a path with scripts of a hostile X before everything else, and without any policy against them. */
export function serveHostile(practice: Practice, path: string, ...scripts: readonly (() => void)[]): void {
  const [first, ...rest] = ['<head>', ...scripts.map((script) => `<script>(${String(script)})()</script>`)]
  const html = pageShell().replace('<head>', () => [first, ...rest].join('\n'))
  practice.serve(path, (_request, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html))
}

/** Opens the hostile timeline, spied on, and waits until the secrets are on screen. */
export async function openHostile(session: Session, practice: Practice, ...scripts: readonly (() => void)[]): Promise<Page> {
  serveHostile(practice, '/home', spy, ...scripts)
  const page = await session.openPage('/home')
  await page.waitForFunction(() => window.__practice?.ready.then(() => true))
  await session.waitForBadges(page, (badges) => badges.some(({ handle, label }) => handle === KNOWN && label.includes(TAG)))
  return page
}

/** Opens the card about whom there are secrets, and waits until it shows them and can be typed into. */
export async function openKnownCard(session: Session, page: Page): Promise<Frame> {
  await cardGone(page)
  await session.clickBadge(page, KNOWN)
  const card = await session.cardFrame(page)
  await card.waitForFunction((note) => document.body.innerText.includes(note) && document.activeElement?.matches('textarea'), {}, NOTE)
  return card
}

/** The tickets that are or were good, so that they can be searched for and tried again. */
export function tickets(session: Session): Promise<readonly string[]> {
  return session.evaluateInBackground(async () => Object.keys(await chrome.storage.session.get()).flatMap((key) => (key.startsWith('ticket:') ? [key.slice(7)] : [])))
}

/** Everything of ours that the page got hold of so far, in whatever way; empty when all is well. */
export async function leaks(session: Session, page: Page): Promise<readonly string[]> {
  const secrets = [...SECRETS, session.extensionId, ...(await tickets(session))]
  const { told, finds } = await page.evaluate(sweep, secrets)
  return [...finds, ...told]
}

/** Which events reached the page from a host of ours. */
export const hits = (page: Page): Promise<readonly string[]> => page.evaluate(() => [...new Set(window.__spy.hits)])

/** Waits for what must not come. */
export const moment = (ms = 300): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })
