import { expect, it } from 'vitest'
import { countWrites } from '../bench/count-writes.ts'
import { watchMainThread } from '../bench/main-thread.ts'
import { prepare, openTimeline } from '../bench/prepare.ts'
import { scrollBack, scrollDown } from '../bench/scroll-timeline.ts'
import { eachBrowser } from './harness/each-browser.ts'

/** Only where it is asked for: npm run test:trust, and with REGULARS_LONG over the posts of eight hours. */
const ASKED = process.env['REGULARS_TRUST'] !== undefined
const POSTS = process.env['REGULARS_LONG'] === undefined ? 1_000 : 50_000
const ROUND = 250
const MOST_GROWTH_MB = 10

eachBrowser('a long day', ({ kind, session }) => {
  it.runIf(ASKED && kind === 'chromium')(`R27 keeps heap, nodes and listeners flat over ${POSTS} posts, and writes nothing while idle`, async () => {
    await prepare(session(), 200)
    const page = await openTimeline(session(), 'extension', { posts: String(ROUND), people: '150' })
    await page.bringToFront()
    const watch = await watchMainThread(page)
    const round = async (): Promise<void> => {
      await scrollDown(page, ROUND)
      await scrollBack(page)
    }
    await round()
    const before = await watch.kept()
    for (let posts = ROUND * 2; posts < POSTS; posts += ROUND * 2) await round()
    const after = await watch.kept()
    await watch.end()
    const counting = await countWrites(session())
    await new Promise((resolve) => { setTimeout(resolve, 5_000) })
    const writes = await counting.soFar()
    await counting.end()
    console.log(`chromium: R27 ${POSTS} posts, heap ${before.heapMb.toFixed(1)} to ${after.heapMb.toFixed(1)} MB, nodes ${before.nodes} to ${after.nodes}, listeners ${before.listeners} to ${after.listeners}, idle writes ${writes.count}`)
    expect(after.heapMb - before.heapMb).toBeLessThan(MOST_GROWTH_MB)
    expect(after.nodes / before.nodes).toBeLessThan(1.5)
    expect(after.listeners / before.listeners).toBeLessThan(1.5)
    expect(writes).toEqual({ count: 0, strict: 0 })
    await page.close()
  }, 8 * 3_600_000)
})
