import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countMessages, mostInOneFrame, type SentMessage, sentMessages } from '../bench/count-messages.ts'
import { countWrites, type Writes } from '../bench/count-writes.ts'
import { watchMainThread } from '../bench/main-thread.ts'
import { gzippedKb, SIZE_LIMITS } from '../bench/measure-sizes.ts'
import { firstSights } from '../bench/plan-posts.ts'
import { openTimeline, prepare } from '../bench/prepare.ts'
import { scrollBack, scrollDown } from '../bench/scroll-timeline.ts'
import { watchStillness } from '../bench/watch-stillness.ts'
import { eachBrowser } from './harness/each-browser.ts'

const POSTS = 200
const PEOPLE = 2_000
/** The host, what is said of the author, and its four words. */
const NODES_PER_BADGE = 6

eachBrowser('what the overlay costs', ({ kind, session }) => {
  let page: Page
  let down: readonly SentMessage[]
  let back: readonly SentMessage[]
  let writes: Writes

  beforeAll(async () => {
    await prepare(session(), PEOPLE)
    page = await openTimeline(session(), 'extension', { posts: String(POSTS), people: '150' })
    await countMessages(session())
    const counting = await countWrites(session())
    await page.bringToFront()
    await scrollDown(page, POSTS)
    down = await sentMessages(session())
    await page.bringToFront()
    await scrollBack(page)
    back = (await sentMessages(session())).slice(down.length)
    writes = await counting.soFar()
    await counting.end()
    await page.bringToFront()
  })
  afterAll(() => page.close())

  it('asks at most one question a frame while two hundred posts pass', () => {
    expect(down.length).toBeGreaterThan(0)
    expect(mostInOneFrame(down)).toBeLessThanOrEqual(1)
  })

  it('asks nothing about people whom the tab knows', () => {
    expect(back).toEqual([])
  })

  it('writes nothing while strangers and regulars pass', () => {
    expect(writes).toEqual({ count: 0, strict: 0 })
  })

  it('adds six nodes for each author it shows, and never more', async () => {
    const badges = await session().waitForBadges(page)
    const inside = await session().closedElements(page, '*')
    expect((inside.length + badges.length) / badges.length).toBeLessThanOrEqual(NODES_PER_BADGE)
    expect(await page.evaluate(() => document.querySelectorAll('[data-regulars] *').length)).toBe(0)
  })

  it.runIf(kind === 'chromium')('lets go of the posts that X threw away', async () => {
    const watch = await watchMainThread(page)
    const { nodes } = await watch.kept()
    await watch.end()
    const onPage = await page.evaluate(() => {
      const walker = document.createTreeWalker(document)
      let count = 0
      while (walker.nextNode()) count += 1
      return count
    })
    expect(nodes / onPage).toBeLessThan(5)
  })

  it('moves nothing of X when an answer comes', async () => {
    const still = await watchStillness(page, firstSights(8, 300).map(({ index }) => index))
    expect(still.moved).toEqual([])
    expect(still.heightChanges).toBe(0)
    expect(still.shiftsOfX).toBe(0)
    expect(still.compared).toBeGreaterThan(1_000)
  })
})

describe('what has to be read', () => {
  it.each(Object.entries(SIZE_LIMITS))('%s is at most %d kB of gzip', (script, limit) => {
    expect(gzippedKb(join(process.cwd(), 'dist', 'chrome'), script)).toBeLessThanOrEqual(limit)
  })
})
