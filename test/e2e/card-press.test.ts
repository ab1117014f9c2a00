import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import type { Badge } from './harness/badges.ts'
import { cardGone, shownCard } from './harness/card.ts'
import { eachBrowser } from './harness/each-browser.ts'

const FRAME = 'body > [data-regulars]:not([role])'

const UNSEEN = { visibility: 'hidden', isHit: false }

/** Seen to fail: a new card for every press; with the frame shown when the button goes down. */
describe('a press on a badge', () => {
  eachBrowser('held', ({ session }) => {
    const timeline = async (): Promise<{ readonly page: Page; readonly handle: string; readonly x: number; readonly y: number }> => {
      const page = await session().openPage('/home')
      await page.bringToFront()
      const isInView = ({ rect }: Badge): boolean => rect.y > 100 && rect.y < 400
      const badge = (await session().waitForBadges(page, (badges) => badges.some(isInView))).find(isInView)
      if (!badge) throw new Error('No badge on the timeline.')
      const { x, y, width, height } = badge.rect
      return { page, handle: badge.handle, x: x + width / 2, y: y + height / 2 }
    }
    /** What of the card can be seen or hit at the corner where it waits. */
    const seenOf = (page: Page) => page.evaluate((frame) => {
      const host = document.querySelector(frame)
      return host && { visibility: getComputedStyle(host).visibility, isHit: document.elementFromPoint(5, 5) === host }
    }, FRAME)

    it('loads the card unseen, and shows it with the click', async () => {
      const { page, handle, x, y } = await timeline()
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.waitForSelector(FRAME)
      expect(await seenOf(page)).toEqual(UNSEEN)
      await page.mouse.up()
      await shownCard(session(), page, handle)
      expect(await page.$$(FRAME)).toHaveLength(1)
      await page.keyboard.press('Escape')
      await cardGone(page)
      await page.close()
    })

    it('brings a card that stays inside the window when that gets half as wide, as it does at 200 % zoom', async () => {
      const { page, handle, x, y } = await timeline()
      await page.mouse.click(x, y)
      await shownCard(session(), page, handle)
      await page.setViewport({ width: 640, height: 450 })
      const isInside = (): Promise<boolean> => page.$eval(FRAME, (host) => {
        const { left, right, top, bottom } = host.getBoundingClientRect()
        return left >= 0 && top >= 0 && right <= document.documentElement.clientWidth && bottom <= innerHeight
      })
      await expect.poll(isInside).toBe(true)
      await page.close()
    })

    it('that slides off shows nothing, and the card that came for it is the next press’s', async () => {
      const { page, handle, x, y } = await timeline()
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.waitForSelector(FRAME)
      await page.mouse.move(x, y + 300)
      await page.mouse.up()
      expect(await seenOf(page)).toEqual(UNSEEN)
      await page.mouse.click(x, y)
      await shownCard(session(), page, handle)
      expect(await page.$$(FRAME)).toHaveLength(1)
      expect(session().consoleErrors(page)).toEqual([])
      await page.close()
    })
  })
})
