import { type BenchContext, withBrowser } from './bench-context.ts'
import { countMessages, type SentMessage, sentMessages } from './count-messages.ts'
import { countWrites, type Writes } from './count-writes.ts'
import { watchMainThread } from './main-thread.ts'
import { msPerPost, ourStretches } from './our-time.ts'
import { openTimeline, prepare } from './prepare.ts'
import { PEOPLE, poolOf } from './scroll-rounds.ts'
import { scrollBack, scrollDown } from './scroll-timeline.ts'

/** What our own scripts did during one scroll, in processor time, and what they sent and wrote. */
export interface WatchedScroll {
  readonly perPost: readonly number[]
  readonly stretches: readonly number[]
  readonly sentDown: readonly SentMessage[]
  readonly sentBack: readonly SentMessage[]
  readonly writes: Writes
}

/** Microseconds between two looks at the stack. */
const LOOK_EVERY = 200
const PIECE = 25

/**
 * One scroll under V8's sampling profiler. It alone tells our time from X's on one main thread, continuations after an answer included;
 * its wall time is scaled to processor time by what the tasks of the same scroll took in both clocks.
 */
export function watchScroll(context: BenchContext, posts: number): Promise<WatchedScroll> {
  return withBrowser(context, 'chromium', 'extension', async (session) => {
    await prepare(session, PEOPLE)
    const page = await openTimeline(session, 'extension', poolOf(posts))
    await countMessages(session)
    const writes = await countWrites(session)
    await page.bringToFront()
    const watch = await watchMainThread(page)
    const client = await page.createCDPSession()
    await client.send('Profiler.enable')
    await client.send('Profiler.setSamplingInterval', { interval: LOOK_EVERY })
    await client.send('Profiler.start')
    const frames = await scrollDown(page, posts)
    const { profile } = await client.send('Profiler.stop')
    const { tasks, busy } = await watch.lap()
    const sentDown = await sentMessages(session)
    await page.bringToFront()
    await scrollBack(page)
    const sentBack = (await sentMessages(session)).slice(sentDown.length)
    const stretches = ourStretches(profile, session.extensionUrl(''))
    const scale = tasks / busy
    return {
      perPost: msPerPost(stretches, frames, watch.origin, PIECE).map((ms) => ms * scale),
      stretches: stretches.map(({ length }) => (length / 1000) * scale),
      sentDown, sentBack, writes: await writes.soFar(),
    }
  })
}
