import type { Frame, Page } from 'puppeteer-core'
import { until } from '../../../scripts/browser/until.ts'
import type { Session } from './session.ts'

/** Opens the card of a handle's first badge, and waits until it shows that person and can be typed into. */
export async function openCard(session: Session, page: Page, handle: string): Promise<Frame> {
  await page.bringToFront()
  await session.clickBadge(page, handle)
  return shownCard(session, page, handle)
}

/** The card on the page, once it shows this person and its field has the focus. */
export async function shownCard(session: Session, page: Page, handle: string): Promise<Frame> {
  const shows = async (): Promise<Frame | false> => {
    const card = await session.cardFrame(page).catch(() => undefined)
    const isReady = await card?.evaluate((handle) => document.querySelector('.card')?.textContent?.includes(handle) === true && document.activeElement?.matches('.writer textarea') === true, handle).catch(() => false)
    return isReady === true && card !== undefined && card
  }
  return until(shows, () => `The card of @${handle} never came.`, 10_000)
}

/** Waits until the page has no card. */
export async function cardGone(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('body > [data-regulars]:not([role])') === null)
}

/** What stands in the field for a new note. */
export function writtenIn(card: Frame): Promise<string> {
  return card.$eval('.writer textarea', (field) => (field).value)
}
