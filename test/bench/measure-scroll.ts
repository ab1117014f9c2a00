import type { BenchContext } from './bench-context.ts'
import { mostInOneFrame } from './count-messages.ts'
import { distributionOf, medianOf, rounded } from './distribution.ts'
import type { MainThread } from './main-thread.ts'
import { mustHold, type Row, shouldHold } from './row.ts'
import { type ScrollRound, type ScrollRounds, scrollInTurns } from './scroll-rounds.ts'
import { type WatchedScroll, watchScroll } from './watched-scroll.ts'

const POSTS = 2_000
const ROUNDS = 4
const LONG_TASK = 50

/** What the whole extension costs on a scroll over two thousand posts; Chromium only, since Firefox tells no processor time. */
export async function measureScroll(context: BenchContext): Promise<readonly Row[]> {
  if (!context.kinds.includes('chromium')) return []
  const posts = context.samples(POSTS)
  const rounds = await scrollInTurns(context, posts, context.isQuick ? 1 : ROUNDS)
  const watched = await watchScroll(context, posts)
  const section = `scroll over ${posts} posts`
  return [...addedRows(rounds), ...ownRows(watched, rounds, posts), ...wholeRows(rounds, posts), ...keptRows(rounds, posts), ...wireRows(watched, posts)].map((row) => Object.assign({ section }, row))
}

type Unnamed = Omit<Row, 'section'>

/** What a post costs more with the extension than without it: each piece of posts against the same posts of the same round. */
function addedRows({ extension, nothing }: ScrollRounds): readonly Unnamed[] {
  const added = extension.flatMap(({ scriptPerPost }, round) => scriptPerPost.map((ms, piece) => ms - (nothing[round]?.scriptPerPost[piece] ?? Number.NaN)))
  const figure = distributionOf(added)
  const baseline = distributionOf(nothing.flatMap(({ scriptPerPost }) => scriptPerPost))
  return [{ what: 'script that the extension adds for each post', unit: 'ms cpu', figure, baseline, target: shouldHold('p50 <= 0.25 ms', figure.p50 <= 0.25), note: 'in pieces of 50 posts, with the extension less without; baseline: without' }]
}

function ownRows({ perPost, stretches }: WatchedScroll, { nothing }: ScrollRounds, posts: number): readonly Unnamed[] {
  const figure = distributionOf(perPost)
  const long = stretches.filter((length) => length > LONG_TASK).length
  const bare = distributionOf(nothing.map(({ down }) => down.script / posts))
  return [
    { what: 'our script per post, by looking at the stack', unit: 'ms cpu', figure, baseline: bare, note: 'from the profile, in pieces of 25 posts, whose looking costs too; baseline: all script of the page without the extension' },
    { what: 'our script at one stretch', unit: 'ms cpu', figure: distributionOf(stretches) },
    { what: `our stretches over ${LONG_TASK} ms`, unit: 'count', figure: long, target: mustHold('0', long === 0) },
  ]
}

function wholeRows({ extension, nothing }: ScrollRounds, posts: number): readonly Unnamed[] {
  const parts = { script: 'all script per post', styles: 'all style per post', layout: 'all layout per post', tasks: 'the whole main thread per post' } as const
  return Object.entries(parts).flatMap(([part, what]) => {
    const of = (rounds: readonly ScrollRound[], leg: 'down' | 'back') => distributionOf(rounds.map((round) => round[leg][part as keyof MainThread] / posts))
    return [
      { what: `${what}, down`, unit: 'ms cpu', figure: of(extension, 'down'), baseline: of(nothing, 'down') },
      { what: `${what}, back`, unit: 'ms cpu', figure: of(extension, 'back'), baseline: of(nothing, 'back') },
    ]
  })
}

/** What our share of the heap grows by: the page's own memory of two thousand posts is its own affair. */
function keptRows({ extension, nothing }: ScrollRounds, posts: number): readonly Unnamed[] {
  const middle = (rounds: readonly ScrollRound[], of: (round: ScrollRound) => number): number => medianOf(rounds.map(of))
  const added = (of: (round: ScrollRound) => number): number => rounded(middle(extension, of) - middle(nothing, of))
  const perPost = rounded((1024 * added(({ atHalf, atEnd }) => atEnd.heapMb - atHalf.heapMb)) / (posts / 2))
  const afterBack = added(({ atEnd, atTop }) => atTop.heapMb - atEnd.heapMb)
  const heap = (what: string, of: (round: ScrollRound) => number): Unnamed => ({ what, unit: 'MB', figure: rounded(middle(extension, of)), baseline: rounded(middle(nothing, of)) })
  return [
    heap(`heap after ${posts / 2} posts`, ({ atHalf }) => atHalf.heapMb),
    heap(`heap after ${posts} posts`, ({ atEnd }) => atEnd.heapMb),
    heap('heap back at the top', ({ atTop }) => atTop.heapMb),
    { what: 'heap that the extension adds with each further post', unit: 'kB', figure: perPost, target: mustHold('<= 3 kB', perPost <= 3) },
    { what: 'heap that the extension adds on the way back', unit: 'MB', figure: afterBack, target: mustHold('<= 1 MB', afterBack <= 1) },
    { what: 'nodes kept at the end', unit: 'count', figure: middle(extension, ({ atEnd }) => atEnd.nodes), baseline: middle(nothing, ({ atEnd }) => atEnd.nodes) },
    { what: 'nodes kept back at the top', unit: 'count', figure: middle(extension, ({ atTop }) => atTop.nodes), baseline: middle(nothing, ({ atTop }) => atTop.nodes) },
  ]
}

function wireRows({ sentDown, sentBack, writes }: WatchedScroll, posts: number): readonly Unnamed[] {
  const most = mostInOneFrame([...sentDown, ...sentBack])
  return [
    { what: 'messages in one frame, at most', unit: 'count', figure: most, target: mustHold('<= 1', most <= 1) },
    { what: 'messages per post', unit: 'count', figure: rounded(sentDown.length / posts) },
    { what: 'length of a message', unit: 'characters', figure: distributionOf(sentDown.map(({ length }) => length)) },
    { what: 'messages for people whom the tab knows', unit: 'count', figure: sentBack.length, target: mustHold('0', sentBack.length === 0) },
    { what: 'transactions that may write', unit: 'count', figure: writes.count, target: mustHold('0', writes.count === 0) },
  ]
}
