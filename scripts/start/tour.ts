import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { LaunchedBrowser } from '../browser/launched.ts'
import { until } from '../browser/until.ts'
import { visitExtensionPage } from '../browser/visit-extension-page.ts'
import { visitX } from './visit-x.ts'

/** One picture: where it is taken and what is done there first. */
interface Stop {
  readonly name: string
  readonly path: string
  readonly isOurPage?: boolean
  readonly opensCard?: boolean
}

/** The made-up world's clock, so that its posts are as old as they say. */
const NOW = `now=${Date.now()}`

const PRACTICE_STOPS: readonly Stop[] = [
  { name: '1-timeline', path: `/home?${NOW}` },
  { name: '2-card', path: `/home?${NOW}`, opensCard: true },
  { name: '3-timeline-dark', path: `/home?theme=dark&${NOW}` },
  { name: '4-options', path: 'src/options/options.html', isOurPage: true },
  { name: '5-popup', path: 'src/popup/popup.html', isOurPage: true },
]

const LIVE_STOPS: readonly Stop[] = [{ name: '1-live', path: '/' }]

const BADGE = '[role=button][data-regulars]'
const CARD_IN_SECONDS = 10

/** Whether a frame shows our card; Firefox tells puppeteer no address of an extension's frame, so the frame itself is asked. */
async function showsCard(page: Page): Promise<boolean> {
  for (const frame of page.frames().slice(1)) {
    const isCard = await frame.evaluate(() => location.pathname.endsWith('card/card.html') && document.readyState === 'complete' && document.body.innerText.trim() !== '').catch(() => false)
    if (isCard) return true
  }
  return false
}

async function openFirstCard(page: Page): Promise<void> {
  await page.click(BADGE)
  await until(() => showsCard(page), () => `No card opened within ${CARD_IN_SECONDS} seconds.`, CARD_IN_SECONDS * 1000)
}

async function openStop(launched: LaunchedBrowser, stop: Stop, isLive: boolean): Promise<Page> {
  if (stop.isOurPage === true) return visitExtensionPage(launched, stop.path)
  const page = await launched.browser.newPage()
  await visitX(page, stop.path)
  if (!isLive) await page.waitForSelector(BADGE, { timeout: 15_000 })
  if (stop.opensCard === true) await openFirstCard(page)
  return page
}

/** Without a display nobody can look, so the same walk is done and each stop is saved as a picture; gives their paths. */
export async function takeTour(launched: LaunchedBrowser, isLive: boolean, folder = 'screenshots'): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const pictures: string[] = []
  for (const stop of isLive ? LIVE_STOPS : PRACTICE_STOPS) {
    const page = await openStop(launched, stop, isLive)
    await page.setViewport({ width: 1280, height: 900 })
    await new Promise((resolve) => { setTimeout(resolve, 400) })
    const path = join(folder, `${stop.name}-${launched.kind}.png`)
    await page.screenshot({ path })
    await page.close()
    pictures.push(path)
  }
  return pictures
}
