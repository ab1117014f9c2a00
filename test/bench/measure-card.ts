import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { until } from '../../scripts/browser/until.ts'
import type { Session } from '../e2e/harness/session.ts'
import { type BenchContext, withBrowser } from './bench-context.ts'
import { distributionOf } from './distribution.ts'
import { insertPosts, type PlannedPost } from './insert-posts.ts'
import { firstSights } from './plan-posts.ts'
import { openTimeline, prepare } from './prepare.ts'
import { type Row, shouldHold } from './row.ts'

const PEOPLE = 10_000

/** How a badge is pressed: ms that the pointer rests on it before, and that the button is held. */
interface Press {
  readonly rest: number
  readonly hold: number
  readonly isStopped: boolean
}

/** At the quick end of a person's pointing and clicking: the eye checks the aim, and a button needs its time. */
const BY_HAND: Press = { rest: 100, hold: 60, isStopped: false }
/** As no hand can. */
const AT_ONCE: Press = { rest: 0, hold: 0, isStopped: false }

/** Milliseconds from letting go of the button over a badge. */
interface OpenedCard {
  /** Until the first words are painted: a card shows nothing before its ticket was good. */
  readonly content: number
  /** Until the browser has read the card's page: its own part, which no code of ours can shorten. */
  readonly document: number
}

/** From a click on a badge to the first words of the card. */
export async function measureCard(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const kind of context.kinds) rows.push(...await measureIn(context, kind))
  return rows
}

function measureIn(context: BenchContext, kind: BrowserKind): Promise<readonly Row[]> {
  return withBrowser(context, kind, 'extension', async (session) => {
    await prepare(session, PEOPLE)
    const awake = await openCards(session, firstSights(context.samples(40), 8_000), BY_HAND)
    const stopped = await openCards(session, firstSights(context.samples(40), 7_000), { ...BY_HAND, isStopped: true })
    const atOnce = await openCards(session, firstSights(context.samples(40), 6_000), AT_ONCE)
    return [...rowsOf(kind, 'background awake', awake, 100), ...rowsOf(kind, 'background stopped', stopped, 200), ...rowsOf(kind, 'pointed at and pressed within one ms', atOnce)]
  })
}

async function openCards(session: Session, posts: readonly PlannedPost[], press: Press): Promise<readonly OpenedCard[]> {
  const opened: OpenedCard[] = []
  for (const [n, post] of posts.entries()) {
    // One page for ten cards: a page has no memory of cards, but a browser has one of pages.
    const page = n % 10 === 0 ? await openTimeline(session, 'extension') : await lastPage(session)
    await insertPosts(page, [post], 50)
    if (press.isStopped) await session.killBackground()
    opened.push(await openCard(session, page, post.handle, press))
    if (n % 10 === 9 || n === posts.length - 1) await page.close()
  }
  return opened
}

async function lastPage({ launched }: Session): Promise<Page> {
  const pages = await launched.browser.pages()
  const page = pages.find((page) => page.url().startsWith('https://x.com/'))
  if (page === undefined) throw new Error('The timeline is gone.')
  return page
}

async function openCard(session: Session, page: Page, handle: string, { rest, hold }: Press): Promise<OpenedCard> {
  const badge = (await session.badges(page)).find((badge) => badge.handle.toLowerCase() === handle.toLowerCase())
  if (badge === undefined) throw new Error(`No badge of @${handle}.`)
  const { x, y, width, height } = badge.rect
  await page.mouse.move(x + width / 2, y + height / 2)
  await sleep(rest)
  await page.mouse.down()
  await sleep(hold)
  const start = performance.timeOrigin + performance.now()
  await page.mouse.up()
  const frame = await session.cardFrame(page)
  const moments = await frame.evaluate(async () => {
    const painted = await new Promise<number>((resolve) => {
      const look = (list: PerformanceObserverEntryList): void => list.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => resolve(startTime))
      new PerformanceObserver(look).observe({ type: 'paint', buffered: true })
    })
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return { content: performance.timeOrigin + painted, document: performance.timeOrigin + (navigation?.domInteractive ?? Number.NaN) }
  })
  await closeCard(page)
  return { content: moments.content - start, document: moments.document - start }
}

/** A press on the empty edge of the page closes it, as for any user. */
async function closeCard(page: Page): Promise<void> {
  await page.mouse.click(3, 890)
  await until(() => page.frames().length === 1, () => 'The card did not close.')
}

function rowsOf(kind: BrowserKind, state: string, cards: readonly OpenedCard[], limit?: number): readonly Row[] {
  const figure = distributionOf(cards.map(({ content }) => content))
  const document = distributionOf(cards.map(({ document }) => document))
  // Pointed at before, the card's page was read before the press: nothing of the browser's own is left to compare with.
  const isAhead = document.p50 < 0
  const note = isAhead ? `the card’s page was read ${-document.p50} ms (median) before the click` : 'baseline: click until the browser has read the card’s page'
  return [{ section: `card, ${kind}`, what: `click to first words, ${state}`, unit: 'ms', figure, baseline: isAhead ? undefined : document, target: limit === undefined ? undefined : shouldHold(`p95 <= ${limit} ms`, figure.p95 <= limit), note }]
}
