import type { Session } from '../e2e/harness/session.ts'
import { type BenchContext, withBrowser } from './bench-context.ts'
import { type Kept, type MainThread, watchMainThread } from './main-thread.ts'
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

/** Posts in one piece of a scroll. */
const PIECE = 50

/** So many ms after a piece all that it put off is done, and counted with it. */
const SETTLED = 400

type Has = keyof ScrollRounds

/**
 * Scrolls with the extension and without it, piece by piece in turn, so that a machine that warms up or slows down favours neither.
 * Each round has two fresh browsers: two of the same build differ by 0.2 ms a post for as long as they run, which is as much as is measured here.
 */
export async function scrollInTurns(context: BenchContext, posts: number, rounds: number): Promise<ScrollRounds> {
  const seen: Record<Has, ScrollRound[]> = { extension: [], nothing: [] }
  for (let round = 0; round < rounds; round += 1) {
    await withBrowser(context, 'chromium', 'nothing', (bare) => withBrowser(context, 'chromium', 'extension', async (ours) => {
      await prepare(ours, PEOPLE)
      const both = { nothing: await startScroll(bare, 'nothing', posts), extension: await startScroll(ours, 'extension', posts) }
      for (let piece = PIECE; piece <= posts; piece += PIECE) {
        for (const has of inTurn((round + piece / PIECE) % 2 === 0)) await both[has].scrollTo(piece)
      }
      for (const has of inTurn(round % 2 === 0)) seen[has].push(await both[has].goBack())
    }))
  }
  return seen
}

function inTurn(isBareFirst: boolean): readonly Has[] {
  return isBareFirst ? ['nothing', 'extension'] : ['extension', 'nothing']
}

/** One page's scroll, to be gone on with. */
interface Scroll {
  readonly scrollTo: (post: number) => Promise<void>
  readonly goBack: () => Promise<ScrollRound>
}

async function startScroll(session: Session, has: Has, posts: number): Promise<Scroll> {
  const page = await openTimeline(session, has, poolOf(posts))
  const watch = await watchMainThread(page)
  const laps: MainThread[] = []
  let atHalf: Kept | undefined
  return {
    scrollTo: async (post) => {
      // What happened while the other one scrolled is nobody's cost.
      await watch.lap()
      await scrollDown(page, post)
      await new Promise((resolve) => { setTimeout(resolve, SETTLED) })
      laps.push(await watch.lap())
      if (post >= posts / 2) atHalf ??= await watch.kept()
    },
    goBack: async () => {
      const atEnd = await watch.kept()
      await watch.lap()
      await scrollBack(page)
      const back = await watch.lap()
      const atTop = await watch.kept()
      await watch.end()
      await page.close()
      return { down: laps.reduce(sumOf), scriptPerPost: laps.map(({ script }) => script / PIECE), back, atHalf: atHalf ?? atEnd, atEnd, atTop }
    },
  }
}

function sumOf(one: MainThread, other: MainThread): MainThread {
  return { busy: one.busy + other.busy, tasks: one.tasks + other.tasks, script: one.script + other.script, layout: one.layout + other.layout, styles: one.styles + other.styles }
}
