import type { Frame, Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { eachBrowser } from './harness/each-browser.ts'

const ARMED = 700

describe('a person that lasts', () => {
  eachBrowser('on the card', ({ session }) => {
    const body = (card: Frame, part: string, is = true) => card.waitForFunction((words, wanted) => document.body.textContent?.includes(words) === wanted, {}, part, is)
    const press = (card: Frame, words: string) => card.evaluate((wanted) => {
      const found = [...document.querySelectorAll('button')].filter((button) => button.textContent?.trim() === wanted || button.getAttribute('aria-label') === wanted)
      found[0]?.click()
      return found.length
    }, words)
    const tell = (page: Page, regulars: string, asked: unknown) =>
      page.evaluate((name, about) => chrome.runtime.sendMessage({ regulars: name, asked: about }) as Promise<{ gives?: { person?: { id?: string }; notes?: readonly unknown[] } }>, regulars, asked)

    it('brings a removed note back from the bin, and joins two records in two steps', async () => {
      const own = await session().openExtensionPage('src/options/options.html')
      for (const [handle, end] of [['maralindq', 1], ['tobiokonkwo', 2]] as const) {
        await tell(own, 'notes/add', { subject: { handle }, note: `00000000-0000-4000-8000-00000000000${end}`, text: `Note on ${handle}` })
      }
      const page = await session().openPage('/maralindq')
      await session().waitForBadges(page, (badges) => badges.some(({ handle }) => handle === 'maralindq'))
      await session().clickBadge(page, 'maralindq')
      const card = await session().cardFrame(page)
      await body(card, 'Note on maralindq')

      expect(await press(card, 'Remove note')).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, ARMED))
      await press(card, 'Remove it')
      await body(card, 'Bin (1)')
      await press(card, 'Bring back')
      await body(card, 'Bin (1)', false)

      await press(card, 'Same person as…')
      await (await card.waitForSelector('.same-person input'))?.type('@tobiokonkwo')
      await press(card, 'Join')
      await new Promise((resolve) => setTimeout(resolve, ARMED))
      await press(card, 'Yes, \u2068@tobiokonkwo\u2069 is the same person')
      await body(card, 'Note on tobiokonkwo')
      await body(card, 'Joined with another record')
      expect(session().consoleErrors(page)).toEqual([])
    })
  })
})
