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

const CARDS = 'body > [data-regulars]:not([role])'
/** How long a closed card may take to bring its words to safety, in ms, and a little. */
const LEAVING = 1_200

/** Waits until the page has no card, nor one that is leaving. A spare one, that waits unseen for the next press, is none: it stays for much longer. */
export async function cardGone(page: Page): Promise<void> {
  let unseenSince: number | undefined
  const isGone = async (): Promise<boolean> => {
    if (await hasCard(page)) unseenSince = undefined
    else unseenSince ??= Date.now()
    return unseenSince !== undefined && (Date.now() > unseenSince + LEAVING || (await page.$(CARDS)) === null)
  }
  await until(isGone, () => 'The card did not go.', 30_000)
}

/** Whether a card is to be seen on the page. */
export function hasCard(page: Page): Promise<boolean> {
  return page.$$eval(CARDS, (hosts) => hosts.some((host) => getComputedStyle(host).visibility === 'visible'))
}

/** What stands in the field for a new note. */
export function writtenIn(card: Frame): Promise<string> {
  return card.$eval('.writer textarea', (field) => (field).value)
}
