import type { Page } from 'puppeteer-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { PracticeWindow } from '../practice/app/practice-window.ts'
import type { Badge } from './harness/badges.ts'
import { cardGone, openCard, writtenIn } from './harness/card.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { readMemory } from './harness/memory.ts'
import { openAsking } from './harness/our-ask.ts'
import { openPopupFor, writtenInPopup } from './harness/popup.ts'

declare global {
  interface Window {
    readonly __practice: PracticeWindow
  }
}

const HANDLE = 'maralindq'
const hers = (badges: readonly Badge[]): boolean => badges.some(({ handle, label }) => handle === HANDLE && label.includes('contact'))

const CARD_WAYS = ['Escape', 'a click elsewhere', 'the background killed', 'the background killed and Escape', 'another page of X', 'the tab closed', 'the tab closed while the background starts', 'the tab reloaded', 'the extension reloaded'] as const
const POPUP_WAYS = ['its closing', 'its closing while the background is killed', 'the extension reloaded'] as const

// Planted once, and seen to fail here: no draft kept; words not held outside the page (the tab closed while the background starts);
// addNote that leaves the draft where it is.
describe('words typed and not saved', () => {
  eachBrowser('with a memory', ({ session }) => {
    let page: Page
    let popup: Page | undefined
    afterEach(async () => {
      await popup?.close().catch(() => undefined)
      await page.close().catch(() => undefined)
    })

    const openX = async (): Promise<void> => {
      page = await session().openPage(`/${HANDLE}`)
      await page.evaluate(() => window.__practice.ready.then(() => undefined))
      await session().waitForBadges(page, hers)
    }

    const together = async (modifier: 'Control', key: 'KeyA' | 'Enter', on: Page): Promise<void> => {
      await on.keyboard.down(modifier)
      await on.keyboard.press(key)
      await on.keyboard.up(modifier)
    }

    // All of them right after the last key: nothing is waited for.
    const leaveCard: Readonly<Record<(typeof CARD_WAYS)[number], () => Promise<void>>> = {
      Escape: () => page.keyboard.press('Escape'),
      'a click elsewhere': () => page.mouse.click(5, 5),
      'the background killed': async () => {
        await session().killBackground()
        await page.mouse.click(5, 5)
      },
      'the background killed and Escape': async () => {
        await Promise.all([session().killBackground(), page.keyboard.press('Escape')])
      },
      'another page of X': async () => {
        await page.evaluate(() => window.__practice.navigate('/home'))
        await page.mouse.click(5, 5)
        await cardGone(page)
        await page.evaluate((handle) => window.__practice.navigate(`/${handle}`), HANDLE)
        await session().waitForBadges(page, (badges) => badges[0]?.handle === HANDLE && badges.every(({ handle }) => handle !== 'callumreyes'))
      },
      'the tab closed': () => page.close(),
      'the tab closed while the background starts': async () => {
        await session().killBackground()
        await page.keyboard.type('!')
        await page.close()
      },
      'the tab reloaded': async () => void (await page.reload()),
      'the extension reloaded': async () => {
        await session().reloadExtension()
        await page.close()
      },
    }

    it.each(CARD_WAYS)('in the card survive %s', async (way) => {
      await openX()
      await openCard(session(), page, HANDLE)
      const words = `Typed before ${way}, and 123 more`
      await together('Control', 'KeyA', page)
      await page.keyboard.type(words)
      await leaveCard[way]()
      if (page.isClosed()) await openX()
      else await cardGone(page)
      await session().waitForBadges(page, hers)
      expect(await writtenIn(await openCard(session(), page, HANDLE))).toBe(way.endsWith('starts') ? `${words}!` : words)
    })

    const leavePopup: Readonly<Record<(typeof POPUP_WAYS)[number], (popup: Page) => Promise<unknown>>> = {
      'its closing': (popup) => popup.close(),
      'its closing while the background is killed': (popup) => Promise.all([session().killBackground(), popup.close()]),
      'the extension reloaded': async (popup) => {
        await session().reloadExtension()
        await popup.close().catch(() => undefined)
        await page.close()
        await openX()
      },
    }

    it.each(POPUP_WAYS)('in the popup survive %s', async (way) => {
      await openX()
      popup = await openPopupFor(session(), page)
      const words = `Typed in the popup before ${way}, and 123 more`
      await together('Control', 'KeyA', popup)
      await popup.keyboard.type(words)
      await leavePopup[way](popup)
      // The popup and the card of one person have one draft; the card opens faster.
      if (way === 'the extension reloaded') expect(await writtenInPopup((popup = await openPopupFor(session(), page)))).toBe(words)
      else expect(await writtenIn(await openCard(session(), page, HANDLE))).toBe(words)
    })

    it('are no draft any more once they are saved, in the card and in the popup', async () => {
      await openX()
      const card = await openCard(session(), page, HANDLE)
      await page.keyboard.type(' and saved')
      await together('Control', 'Enter', page)
      await card.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.writer textarea')?.value === '' && document.querySelector('.notes')?.textContent?.includes('and saved'))
      popup = await openPopupFor(session(), page)
      expect(await writtenInPopup(popup)).toBe('')
      await popup.keyboard.type('Saved in the popup')
      await popup.keyboard.press('Enter')
      await popup.waitForFunction(() => document.querySelector('blockquote')?.textContent === 'Saved in the popup', { polling: 30 })
      expect(await popup.evaluate(() => ({ ...localStorage }))).toEqual({})
      const asking = await openAsking(session())
      expect((await readMemory(asking.page)).drafts).toEqual([])
      await asking.page.close()
    })
  }, { seed: true })
})
