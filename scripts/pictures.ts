import { mkdir } from 'node:fs/promises'
import type { Page } from 'puppeteer-core'
import { launch } from '../test/e2e/harness/launch.ts'
import type { Session } from '../test/e2e/harness/session.ts'
import { startPractice } from '../test/practice/server.ts'
import { sayDone } from './say.ts'

/** The README shows these; all others are for looking at. */
const KEPT = new Set(['overlay-light', 'overlay-dark', 'card-light', 'card-dark', 'popup-light', 'popup-dark'])
const POPUP_WIDTH = 380
const PAUSE = 900
const SCALES = [1, 2] as const
const THEMES = ['light', 'dark'] as const
type Theme = (typeof THEMES)[number]

const settled = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, PAUSE) })

async function dressed(page: Page, theme: Theme, scale: number): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
  // Zooming in by two leaves half the room and doubles every pixel.
  await page.setViewport({ width: 1280 / scale, height: 900 / scale, deviceScaleFactor: scale })
}

async function keep(page: Page, name: string): Promise<void> {
  await settled()
  const path = `${KEPT.has(name) ? 'docs/pictures' : 'screenshots'}/${name}.png`
  const size = page.viewport() ?? (await page.evaluate(() => ({ width: innerWidth, height: innerHeight })))
  const width = name.startsWith('popup') ? POPUP_WIDTH : size.width
  await page.screenshot({ path, clip: { x: 0, y: 0, width, height: size.height } })
  await page.close()
  sayDone(path)
}

async function timeline(session: Session, theme: Theme, scale: number): Promise<Page> {
  const page = await session.openPage('/home', { params: { theme, now: String(Date.now()) } })
  await dressed(page, theme, scale)
  await session.waitForBadges(page, (badges) => badges.some(({ label }) => label.startsWith('@tobiokonkwo') && label.includes('contacts')))
  return page
}

async function card(session: Session, theme: Theme, scale: number): Promise<Page> {
  const page = await timeline(session, theme, scale)
  await session.clickBadge(page, 'tobiokonkwo')
  const frame = await session.cardFrame(page)
  await frame.waitForFunction(() => document.body.textContent?.includes('tobiokonkwo') ?? false)
  return page
}

async function popup(session: Session, theme: Theme): Promise<Page> {
  const page = await timeline(session, theme, 1)
  await page.evaluate(() => document.querySelectorAll<HTMLElement>('article')[1]?.focus())
  await session.evaluateInBackground(() => chrome.action.openPopup())
  const target = await session.launched.browser.waitForTarget((target) => target.url().endsWith('popup.html'))
  const shown = await target.asPage()
  await shown.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
  return shown
}

async function own(session: Session, path: string, theme: Theme, scale: number): Promise<Page> {
  const page = await session.openExtensionPage(path)
  await dressed(page, theme, scale)
  return page
}

for (const folder of ['docs/pictures', 'screenshots']) await mkdir(folder, { recursive: true })
const practice = await startPractice()
const session = await launch('chromium', { practice, seed: true })
for (const theme of THEMES) {
  for (const scale of SCALES) {
    const name = `${theme}${scale === 1 ? '' : `-${scale}00`}`
    await keep(await timeline(session, theme, scale), `overlay-${name}`)
    await keep(await card(session, theme, scale), `card-${name}`)
    await keep(await own(session, 'src/options/options.html', theme, scale), `options-${name}`)
    await keep(await own(session, 'src/welcome/welcome.html', theme, scale), `welcome-${name}`)
  }
  await keep(await popup(session, theme), `popup-${theme}`)
}
await session.close()
await practice.close()
