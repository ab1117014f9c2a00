import type { Frame, Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS } from '../practice/options.ts'
import { person, personIndexOfHandle } from '../practice/people.ts'
import { askBackground } from './harness/ask.ts'
import { openCard } from './harness/card.ts'
import { eachBrowser } from './harness/each-browser.ts'

const ARMED = 700

/** The id by which the practice timeline shows somebody. */
const idOf = (handle: string): string => person(DEFAULT_OPTIONS, personIndexOfHandle(DEFAULT_OPTIONS, handle) ?? 0).id

describe('a person that lasts', () => {
  eachBrowser('on the card', ({ session }) => {
    const body = (card: Frame, part: string, is = true) => card.waitForFunction((words, wanted) => document.body.textContent?.includes(words) === wanted, {}, part, is)
    const press = async (card: Frame, words: string): Promise<void> => {
      await card.waitForFunction((wanted) => {
        const found = [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === wanted || button.getAttribute('aria-label') === wanted)
        found?.click()
        return found !== undefined
      }, {}, words)
    }
    const armed = () => new Promise((resolve) => setTimeout(resolve, ARMED))
    let notes = 0
    const note = async (handle: string, text: string, xId?: string): Promise<void> => {
      const page = await session().openExtensionPage('src/options/options.html')
      await askBackground(page, 'notes/add', { subject: { handle, xId }, note: `00000000-0000-4000-8000-00000000000${(notes += 1)}`, text })
      await page.close()
    }
    const profile = async (handle: string, says: (label: string) => boolean): Promise<readonly [Page, Frame]> => {
      const page = await session().openPage(`/${handle}`)
      await session().waitForBadges(page, (badges) => badges.some((badge) => badge.handle === handle && says(badge.label)))
      return [page, await openCard(session(), page, handle)]
    }
    const leave = async (page: Page): Promise<void> => {
      expect(session().consoleErrors(page)).toEqual([])
      await page.close()
    }

    it('brings a removed note back from the bin, joins two records in two steps, takes that back and does it again', async () => {
      await note('maralindq', 'Note on maralindq')
      await note('tobiokonkwo', 'Note on tobiokonkwo')
      const [page, card] = await profile('maralindq', (label) => label.includes('1 note'))
      await body(card, 'Note on maralindq')

      await press(card, 'Remove note')
      await armed()
      await press(card, 'Remove it')
      await body(card, 'Bin (1)')
      await press(card, 'Bring back')
      await body(card, 'Bin (1)', false)

      await press(card, 'Same person as…')
      await (await card.waitForSelector('.same-person input'))?.type('@tobiokonkwo')
      await press(card, 'Join')
      await armed()
      await press(card, 'Yes, \u2068@tobiokonkwo\u2069 is the same person')
      await body(card, 'Note on tobiokonkwo')
      await body(card, 'Also kept as')

      for (const round of [1, 2]) {
        await press(card, 'Undo: Joined with another record of the same person')
        await body(card, 'Note on tobiokonkwo', false)
        await body(card, 'Also kept as', false)
        await press(card, 'Redo: Parted from the other record')
        await body(card, 'Note on tobiokonkwo')
        expect(await card.evaluate(() => document.querySelectorAll('.note').length), `round ${round}`).toBe(2)
      }
      // Not former handles: both accounts are there.
      await body(card, 'was @', false)
      await leave(page)
    })

    it('follows an account under another handle, says what it was called, and finds it by that', async () => {
      await note('priya_before', 'Note from before', idOf('priyaflies'))
      const [page, card] = await profile('priyaflies', (label) => label.includes('1 note'))
      await body(card, 'Note from before')
      await body(card, 'was \u2068@priya_before\u2069 (until')
      await body(card, 'Now goes by \u2068@priyaflies\u2069')
      await card.locator('.card-search > button').click()
      await card.locator('input[type=search]').fill('priya_bef')
      await body(card, 'Was: priya_before')
      await leave(page)
    })

    it('learns an account id later, and says so', async () => {
      await note('yukitanabe_', 'Bakes')
      const [page, card] = await profile('yukitanabe_', (label) => label.includes('1 note'))
      await body(card, 'Bakes')
      await body(card, 'X’s account number learned'.replace('’', "'"))
      await body(card, 'handle only, unverified', false)
      await leave(page)
      // Suspended, and back: the profile is the same account, with all that was kept.
      const [again, shown] = await profile('yukitanabe_', (label) => label.includes('1 note'))
      await body(shown, 'Bakes')
      await leave(again)
    })

    it('warns of a handle that somebody else has now, and shows nothing of the old one', async () => {
      await note('hannekedw', 'Secret of another account', '77')
      const [page, card] = await profile('hannekedw', (label) => label.includes('another account'))
      await body(card, 'now belongs to another account than the one you know')
      await body(card, 'Secret of another account', false)
      await card.focus('.writer textarea')
      await page.keyboard.type('Her own note')
      await press(card, 'Save note')
      await session().waitForBadges(page, (badges) => badges.some(({ handle, label }) => handle === 'hannekedw' && label.includes('1 note')))
      await body(card, 'Her own note')
      await body(card, 'Secret of another account', false)
      await leave(page)
    })
  })
})
