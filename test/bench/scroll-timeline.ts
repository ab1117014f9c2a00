import type { Page } from 'puppeteer-core'

/** One frame of a scroll: performance.now(), and how many different posts had been on the page by then. */
export type ScrolledFrame = readonly [at: number, posts: number]

/** Pixels a frame: far faster than anybody reads, and slow enough for the list to follow. */
const STEP = 600

/** Scrolls down frame by frame until so many different posts have been on the page. */
export function scrollDown(page: Page, posts: number): Promise<readonly ScrolledFrame[]> {
  return page.evaluate(async (posts, step) => {
    const page = window as unknown as { seenPosts?: Set<string> }
    const seen = (page.seenPosts ??= new Set())
    const frames: [number, number][] = []
    const frame = (): Promise<number> => new Promise((resolve) => { requestAnimationFrame(resolve) })
    for (let idle = 0; seen.size < posts && idle < 300; idle += 1) {
      await frame()
      const before = seen.size
      for (const article of document.querySelectorAll('article')) seen.add(article.getAttribute('aria-labelledby') ?? '')
      frames.push([performance.now(), seen.size])
      if (seen.size > before) idle = 0
      window.scrollBy(0, step)
    }
    return frames
  }, posts, STEP)
}

/** Scrolls back to the top over the same posts. */
export function scrollBack(page: Page): Promise<readonly ScrolledFrame[]> {
  return page.evaluate(async (step) => {
    const frames: [number, number][] = []
    const frame = (): Promise<number> => new Promise((resolve) => { requestAnimationFrame(resolve) })
    while (window.scrollY > 0 && frames.length < 20_000) {
      await frame()
      frames.push([performance.now(), 0])
      window.scrollBy(0, -step)
    }
    return frames
  }, STEP)
}
