import type { Session } from '../e2e/harness/session.ts'
import { type BenchContext, withBrowser } from './bench-context.ts'
import { type Kept, type MainThread, watchMainThread } from './main-thread.ts'
import { openTimeline, prepare } from './prepare.ts'
import { scrollBack, scrollDown } from './scroll-timeline.ts'

/** What one scroll down all posts and back cost. */
export interface ScrollRound {
  readonly down: MainThread
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

async function scrollOnce(session: Session, has: 'extension' | 'nothing', posts: number): Promise<ScrollRound> {
  const page = await openTimeline(session, has, poolOf(posts))
  const watch = await watchMainThread(page)
  await scrollDown(page, posts / 2)
  const first = await watch.lap()
  const atHalf = await watch.kept()
  await watch.lap()
  await scrollDown(page, posts)
  const second = await watch.lap()
  const atEnd = await watch.kept()
  await watch.lap()
  await scrollBack(page)
  const back = await watch.lap()
  const atTop = await watch.kept()
  await watch.end()
  await page.close()
  return { down: sumOf(first, second), back, atHalf, atEnd, atTop }
}

function sumOf(one: MainThread, other: MainThread): MainThread {
  return { busy: one.busy + other.busy, tasks: one.tasks + other.tasks, script: one.script + other.script, layout: one.layout + other.layout, styles: one.styles + other.styles }
}
