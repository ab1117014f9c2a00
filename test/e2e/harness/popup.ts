import type { Page } from 'puppeteer-core'
import { until } from '../../../scripts/browser/until.ts'
import type { Session } from './session.ts'

/** The popup's page in a tab of its own that looks at the given X tab: it asks for the active tab once, while it loads. */
export async function openPopupFor(session: Session, x: Page): Promise<Page> {
  const page = await session.openExtensionPage('icons/16.png')
  await x.bringToFront()
  await page.evaluate((url) => { location.href = url }, session.extensionUrl('src/popup/popup.html')).catch(() => undefined)
  // Asked from here: a hidden tab has no frames to wait by. It is brought forward at once, since Firefox gives a hidden one a timer a second.
  const has = (selector: string) => (): Promise<boolean> => page.evaluate((selector) => document.querySelector(selector) !== null, selector).catch(() => false)
  await until(has('.quick-note textarea, .person-head, .hint, footer'), () => 'The popup never looked at the page.')
  await page.bringToFront()
  await until(has('.quick-note textarea'), () => 'The popup never came to the person on the page.')
  await page.focus('.quick-note textarea')
  return page
}

/** What stands in the popup's field. */
export function writtenInPopup(page: Page): Promise<string> {
  return page.$eval('.quick-note textarea', (field) => field.value)
}
