import type { Page } from 'puppeteer-core'
import type { Session } from '../e2e/harness/session.ts'
import { type BenchContext, withBrowser } from './bench-context.ts'
import { type Kept, type MainThread, type MainThreadWatch, watchMainThread } from './main-thread.ts'
import { openTimeline, prepare } from './prepare.ts'
import { scrollBack, scrollDown } from './scroll-timeline.ts'

/** What one scroll down all posts and back cost. */
export interface ScrollRound {
  readonly down: MainThread
  /** Script for each post on the way down, ms, in pieces of so many posts each: the same posts in every round. */
  readonly scriptPerPost: readonly number[]
  readonly back: MainThread
  readonly atHalf: Kept
  readonly atEnd: Kept
  readonly atTop: Kept
}

/** Rounds with the extension and without it. */
export interface ScrollRounds {
  readonly extension: readonly ScrollRound[]
  readonly nothing: readonly ScrollRound[]
}

/** People stored while scrolling; every fifth author is one of them. */
export const PEOPLE = 10_000

/** So many accounts write the posts of a timeline that most are seen once or twice. */
export const poolOf = (posts: number): Readonly<Record<string, string>> => ({ posts: String(posts), people: String(Math.max(100, posts)) })

/** Scrolls in both browsers in turn, the first one changing, so that a machine that warms up or slows down favours neither. */
export async function scrollInTurns(context: BenchContext, posts: number, rounds: number): Promise<ScrollRounds> {
  const seen: { extension: ScrollRound[]; nothing: ScrollRound[] } = { extension: [], nothing: [] }
  await withBrowser(context, 'chromium', 'nothing', (bare) => withBrowser(context, 'chromium', 'extension', async (ours) => {
    await prepare(ours, PEOPLE)
    for (let round = 0; round < rounds; round += 1) {
      for (const has of round % 2 === 0 ? ['nothing', 'extension'] as const : ['extension', 'nothing'] as const) {
        seen[has].push(await scrollOnce(has === 'extension' ? ours : bare, has, posts))
      }
    }
  }))
  return seen
}

/** Posts in one piece of a scroll. */
const PIECE = 50

async function scrollOnce(session: Session, has: 'extension' | 'nothing', posts: number): Promise<ScrollRound> {
  const page = await openTimeline(session, has, poolOf(posts))
  const watch = await watchMainThread(page)
  const first = await scrollInPieces(page, watch, 0, posts / 2)
  const atHalf = await watch.kept()
  await watch.lap()
  const second = await scrollInPieces(page, watch, posts / 2, posts)
  const atEnd = await watch.kept()
  await watch.lap()
  await scrollBack(page)
  const back = await watch.lap()
  const atTop = await watch.kept()
  await watch.end()
  await page.close()
  const laps = [...first, ...second]
  return { down: laps.reduce(sumOf), scriptPerPost: laps.map(({ script }) => script / PIECE), back, atHalf, atEnd, atTop }
}

async function scrollInPieces(page: Page, watch: MainThreadWatch, from: number, to: number): Promise<readonly MainThread[]> {
  const laps: MainThread[] = []
  for (let posts = from + PIECE; posts <= to; posts += PIECE) {
    await scrollDown(page, posts)
    laps.push(await watch.lap())
  }
  return laps
}

function sumOf(one: MainThread, other: MainThread): MainThread {
  return { busy: one.busy + other.busy, tasks: one.tasks + other.tasks, script: one.script + other.script, layout: one.layout + other.layout, styles: one.styles + other.styles }
}
