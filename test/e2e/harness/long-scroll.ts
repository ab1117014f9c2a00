import type { Page } from 'puppeteer-core'

/** Pixels a frame: less than the list holds ready, so that every post is mounted once. */
const STEP = 2_000

/** So many posts in one go: a driver that waits longer for an answer gives up. */
const PIECE = 250

/** Scrolls on until so many more posts came onto the page; what it has seen it forgets again, so that it keeps nothing itself. Gives how many came. */
export async function scrollOn(page: Page, posts: number): Promise<number> {
  let came = 0
  for (let before = -1; came < posts && came > before; ) {
    before = came
    came += await scrollPiece(page, Math.min(PIECE, posts - came))
  }
  return came
}

function scrollPiece(page: Page, posts: number): Promise<number> {
  return page.evaluate(async (posts, step) => {
    const shown = (): Set<string> => new Set([...document.querySelectorAll('article')].map((article) => article.getAttribute('aria-labelledby') ?? ''))
    const frame = (): Promise<number> => new Promise((resolve) => { requestAnimationFrame(resolve) })
    let before = shown()
    let came = 0
    for (let idle = 0; came < posts && idle < 600; idle += 1) {
      window.scrollBy(0, step)
      await frame()
      const now = shown()
      for (const name of now) if (!before.has(name)) [came, idle] = [came + 1, 0]
      before = now
    }
    return came
  }, posts, STEP)
}
