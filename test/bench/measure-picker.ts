import type { Frame, Page } from 'puppeteer-core'
import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { until } from '../../scripts/browser/until.ts'
import { EDITOR, openComposer, saveReplies } from '../e2e/harness/picker.ts'
import type { Session } from '../e2e/harness/session.ts'
import { type BenchContext, withBrowser } from './bench-context.ts'
import { distributionOf } from './distribution.ts'
import { type Row, shouldHold } from './row.ts'

/** From a key in the composer to the palette that answers it, and from words to their verified place. */
export async function measurePicker(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const kind of context.kinds) rows.push(...await measureIn(context, kind))
  return rows
}

function measureIn(context: BenchContext, kind: BrowserKind): Promise<readonly Row[]> {
  return withBrowser(context, kind, 'extension', async (session) => {
    await saveReplies(session)
    const { page, frame } = await openComposer(session)
    await noteWhatIsPainted(page, frame)
    const letters: number[] = []
    const palettes: number[] = []
    for (let n = 0; n < context.samples(40); n++) {
      letters.push(await paintedAfter(page, page, ' '))
      palettes.push(await paletteShown(page, frame))
    }
    const insertions = await insertionsVerified(session, page, context.samples(40))
    await page.close()
    return rowsOf(kind, distributionOf(palettes), distributionOf(letters), distributionOf(insertions))
  })
}

/** When something was painted, told by whoever saw it. */
interface Seen {
  __painted: number[]
}

const now = (): number => performance.timeOrigin + performance.now()

/** Notes in the page when a letter was painted, and in the frame when the palette was. No question is left open over there: it would reject unheard when a key fails. */
async function noteWhatIsPainted(page: Page, frame: Frame): Promise<void> {
  await page.evaluate((selector) => {
    const seen: number[] = []
    Object.assign(window, { __painted: seen })
    new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => seen.push(performance.timeOrigin + performance.now())))).observe(document.querySelector(selector)!, { childList: true, characterData: true, subtree: true })
  }, EDITOR)
  await frame.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { __painted: seen })
    window.addEventListener('focus', () => requestAnimationFrame(() => setTimeout(() => seen.push(performance.timeOrigin + performance.now()))))
  })
}

/** From a key to the next thing that is painted there; without end where nothing comes. */
async function paintedAfter(page: Page, where: Page | Frame, key: ' ' | '/'): Promise<number> {
  await where.evaluate(() => void (window as unknown as Seen).__painted.splice(0))
  const start = now()
  await page.keyboard.press(key)
  const first = (): Promise<number | undefined> => where.evaluate(() => (window as unknown as Seen).__painted[0])
  const painted = await until(first, () => 'Nothing was painted.', 3_000).catch(() => undefined)
  return painted === undefined ? Number.POSITIVE_INFINITY : painted - start
}

async function paletteShown(page: Page, frame: Frame): Promise<number> {
  const shown = await paintedAfter(page, frame, '/')
  await page.keyboard.press('Escape')
  await page.waitForFunction((selector) => document.activeElement?.matches(selector), { polling: 10 }, EDITOR)
  await new Promise((resolve) => setTimeout(resolve, 120))
  return shown
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
