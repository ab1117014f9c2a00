import type { Frame, Page } from 'puppeteer-core'
import { until } from '../../../scripts/browser/until.ts'
import type { PracticeWindow } from '../../practice/app/practice-window.ts'
import { type Asking, openAsking } from './our-ask.ts'
import type { Session } from './session.ts'

declare global {
  interface Window {
    readonly __practice: PracticeWindow
  }
}

export const EDITOR = '[data-testid=tweetTextarea_0]'
export const CHAT = '[data-testid=dm-composer-textarea]'
const PICKER = 'picker/picker.html'
const REPLIES = [
  { id: 'e2e-ty', title: 'Thanks a lot', trigger: 'ty', body: 'Thank you, {first|"friend"}!\nHave a good day.' },
  { id: 'e2e-late', title: 'Late parcel', trigger: 'late', body: 'Sorry about {?what:text*}. We send {1|a new one} by {2|Monday}.{|}' },
  { id: 'e2e-kb', title: 'Help page', trigger: 'kb', body: 'See help.example/{args}' },
] as const

/** What is hidden has no frames to wait by. */
const HIDDEN = { polling: 20, timeout: 10_000 }

/** Waits for the replies that a new library starts with: the welcome page, which comes by itself after an install, brings them. */
export async function firstReplies(session: Session): Promise<Asking> {
  // In front of a page it would stop its frames.
  await until(() => session.evaluateInBackground(async () => (await chrome.tabs.query({})).some(({ url, pendingUrl }) => (pendingUrl ?? url)?.includes('welcome/welcome.html'))), () => 'The welcome page never came.')
  const asking = await openAsking(session)
  await until(async () => (await listed(asking)).length > 0, () => 'The first replies never came.')
  return asking
}

/** Saves the replies that the picker is tried with, in the place of the first ones. */
export async function saveReplies(session: Session): Promise<Asking> {
  const asking = await firstReplies(session)
  for (const { id } of await listed(asking)) await asking.one('canned-replies/remove', id)
  for (const reply of REPLIES) await asking.one('canned-replies/save', reply)
  return asking
}

async function listed(asking: Asking): Promise<readonly { readonly id: string }[]> {
  return (await asking.one('canned-replies/list', undefined)) as readonly { readonly id: string }[]
}

/** The picker's frame once it knows the replies. */
export async function readyPicker(session: Session, page: Page): Promise<Frame> {
  const frame = await session.cardFrame(page, PICKER)
  await frame.waitForFunction(() => document.querySelectorAll('.reply-choice').length > 2, HIDDEN)
  return frame
}

/** A page with the caret in its composer, and a picker that is ready. */
export async function openComposer(session: Session, path = '/home', selector = EDITOR): Promise<{ readonly page: Page; readonly frame: Frame }> {
  const page = await session.openPage(path)
  await page.evaluate(() => window.__practice.ready)
  if (path === '/i/chat') await page.locator('[data-testid^=dm-conversation-item-]').click()
  await page.waitForSelector(selector)
  await page.bringToFront()
  await page.click(selector)
  return { page, frame: await readyPicker(session, page) }
}

/** The window in which a post of the home timeline is quoted, with the caret in its composer; whose post it is. */
export async function openQuote(session: Session): Promise<{ readonly page: Page; readonly frame: Frame; readonly author: string }> {
  const page = await session.openPage('/home')
  await page.evaluate(() => window.__practice.ready)
  await page.bringToFront()
  const author = await page.$eval('article', (article) => article.querySelector('[data-testid=User-Name] a')?.getAttribute('href')?.slice(1) ?? '')
  await page.locator('article [data-testid=retweet]').click()
  await page.locator('[role=menuitem]:not([data-testid])').click()
  const editor = `[role=dialog] ${EDITOR}`
  await page.waitForSelector(`[role=dialog] [data-testid=attachments] [data-testid=User-Name]`)
  await page.click(editor)
  return { page, frame: await readyPicker(session, page), author }
}

/** Waits until the picker has the keyboard. */
export async function hasKeyboard(frame: Frame): Promise<void> {
  await frame.waitForFunction(() => document.hasFocus() && document.activeElement?.matches('input') === true, HIDDEN)
}

/** What stands in the post's composer. */
export function written(page: Page): Promise<string | undefined> {
  return page.evaluate(() => window.__practice.composerText())
}

/** Waits until the composer holds exactly these words. */
export async function comes(page: Page, text: string): Promise<void> {
  let held: string | undefined
  const holds = async (): Promise<boolean> => {
    held = await written(page)
    return held === text
  }
  await until(holds, () => `The composer never held “${text}”, but “${held}”.`)
}

/** Long enough for anything that should not happen. */
export function moment(ms = 200): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
