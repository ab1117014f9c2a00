import type { Frame, Page } from 'puppeteer-core'
import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { EDITOR, openComposer, saveReplies } from '../e2e/harness/picker.ts'
import type { Session } from '../e2e/harness/session.ts'
import { type BenchContext, withBrowser } from './bench-context.ts'
import { distributionOf } from './distribution.ts'
import { type Row, shouldHold } from './row.ts'

/** From a key in the composer to the palette that answers it, and from words to their verified place. In Chromium: in Firefox the moment of painting was never told, and nothing is measured there yet. */
export async function measurePicker(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const kind of context.kinds.filter((kind) => kind === 'chromium')) rows.push(...await measureIn(context, kind))
  return rows
}

function measureIn(context: BenchContext, kind: BrowserKind): Promise<readonly Row[]> {
  return withBrowser(context, kind, 'extension', async (session) => {
    await saveReplies(session)
    const { page, frame } = await openComposer(session)
    const letters: number[] = []
    const palettes: number[] = []
    for (let n = 0; n < context.samples(40); n++) {
      letters.push(await letterShown(page))
      palettes.push(await paletteShown(page, frame))
    }
    const insertions = await insertionsVerified(session, page, context.samples(40))
    await page.close()
    return rowsOf(kind, distributionOf(palettes), distributionOf(letters), distributionOf(insertions))
  })
}

const now = (): number => performance.timeOrigin + performance.now()

/** The page's own: a letter typed until it is painted. */
async function letterShown(page: Page): Promise<number> {
  const painted = page.evaluate((selector) => new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())))
    })
    observer.observe(document.querySelector(selector)!, { childList: true, characterData: true, subtree: true })
    setTimeout(() => resolve(Number.POSITIVE_INFINITY), 3_000)
  }), EDITOR)
  await page.evaluate(() => undefined)
  const start = now()
  await page.keyboard.press('Space')
  return (await painted) - start
}

async function paletteShown(page: Page, frame: Frame): Promise<number> {
  const painted = frame.evaluate(() => new Promise<number>((resolve) => {
    window.addEventListener('focus', () => requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now()))), { once: true })
    setTimeout(() => resolve(Number.POSITIVE_INFINITY), 3_000)
  }))
  await frame.evaluate(() => undefined)
  const start = now()
  await page.keyboard.press('/')
  const shown = await painted
  await page.keyboard.press('Escape')
  await page.waitForFunction((selector) => document.activeElement?.matches(selector), { polling: 10 }, EDITOR)
  await new Promise((resolve) => setTimeout(resolve, 120))
  return shown - start
}

/** In the script's own world, from the call to the answer that the words stand there once. */
async function insertionsVerified(session: Session, page: Page, count: number): Promise<readonly number[]> {
  const ours = await session.openExtensionPage('icons/16.png')
  await page.bringToFront()
  const times = await ours.evaluate(async (count) => {
    const [tab] = await chrome.tabs.query({ url: 'https://x.com/*' })
    const target = { tabId: tab!.id!, frameIds: [0] }
    await chrome.scripting.executeScript({ target, files: ['/src/insert-reply.js'] })
    const insert = async (): Promise<number> => {
      const start = performance.now()
      const { outcome } = await (globalThis as unknown as { regularsInsertReply: (text: string) => Promise<{ outcome: string }> }).regularsInsertReply('Thank you for telling us. ')
      return outcome === 'inserted' ? performance.now() - start : Number.POSITIVE_INFINITY
    }
    const times: number[] = []
    for (let n = 0; n < count; n++) {
      const [result] = await chrome.scripting.executeScript({ target, func: insert })
      times.push((result?.result as number | null | undefined) ?? Number.POSITIVE_INFINITY)
    }
    return times
  }, count)
  await ours.close()
  return times
}

type Distribution = ReturnType<typeof distributionOf>

function rowsOf(kind: BrowserKind, palettes: Distribution, letters: Distribution, insertions: Distribution): readonly Row[] {
  const section = `picker, ${kind}`
  return [
    { section, what: 'key to palette shown', unit: 'ms', figure: palettes, baseline: letters, target: shouldHold('p95 <= 50 ms', palettes.p95 <= 50), note: 'baseline: a typed letter until it is painted' },
    { section, what: 'words to their verified place', unit: 'ms', figure: insertions, baseline: letters, target: shouldHold('p95 < 100 ms', insertions.p95 < 100) },
  ]
}
