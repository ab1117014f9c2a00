import type { Frame, Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import type { PracticeWindow } from '../practice/app/practice-window.ts'
import type { Badge } from './harness/badges.ts'
import { cardGone, openCard, writtenIn } from './harness/card.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { disagreements, readMemory } from './harness/memory.ts'
import { openAsking } from './harness/our-ask.ts'
import { openPopupFor } from './harness/popup.ts'

declare global {
  interface Window {
    readonly __practice: PracticeWindow
  }
}

const HANDLE = 'maralindq'
const hers = (badges: readonly Badge[]): boolean => badges.some(({ handle, label }) => handle === HANDLE && label.includes('contact'))
const labelsOf = (badges: readonly Badge[]): readonly string[] => badges.filter(({ handle }) => handle === HANDLE).map(({ label }) => label)
const textsIn = (card: Frame | Page): Promise<readonly string[]> => card.$$eval('.notes .words, blockquote', (notes) => notes.map((note) => note.textContent ?? ''))
/** Clicks from inside, which works in a hidden tab as well. */
const clickIn = (card: Frame, words: string): Promise<void> =>
  card.evaluate((words) => {
    const button = [...document.querySelectorAll<HTMLButtonElement>('.notes button, .tags button')].find((button) => [button.textContent?.trim(), button.ariaLabel].includes(words))
    if (!button) throw new Error(`The card has no button "${words}".`)
    button.click()
  }, words)

// Planted once, and seen to fail here: no announcement after a change. That a look-up under way is asked again is proved in test/content/look-up-queue.test.ts.
describe('one person in two tabs and the popup', () => {
  eachBrowser('with a memory', ({ session }) => {
    const openX = async (): Promise<Page> => {
      const page = await session().openPage(`/${HANDLE}`)
      await page.evaluate(() => window.__practice.ready.then(() => undefined))
      await session().waitForBadges(page, hers)
      return page
    }
    const saving = async (page: Page): Promise<void> => {
      await page.keyboard.down('Control')
      await page.keyboard.press('Enter')
      await page.keyboard.up('Control')
    }

    it('shows a note of one tab on the badges of the other, and in the popup, by itself', async () => {
      const [one, other] = [await openX(), await openX()]
      const popup = await openPopupFor(session(), other)
      const card = await openCard(session(), one, HANDLE)
      await one.keyboard.type('Seen by both')
      await saving(one)
      await card.waitForFunction(() => document.querySelector('.notes')?.textContent?.includes('Seen by both'))
      await other.bringToFront()
      const badges = await session().waitForBadges(other, (badges) => hers(badges) && labelsOf(badges).every((label) => label.includes('2 notes')))
      expect(labelsOf(badges).length).toBeGreaterThan(1)
      await popup.waitForFunction(() => document.querySelector('blockquote')?.textContent === 'Seen by both', { polling: 30 })
      for (const page of [one, other, popup]) await page.close()
    })

    it('ends with the same text everywhere when both edit one note, and keeps the other in the history', async () => {
      const [one, other] = [await openX(), await openX()]
      const cards = [await openCard(session(), one, HANDLE), await openCard(session(), other, HANDLE)] as const
      for (const [index, page] of [one, other].entries()) {
        await page.bringToFront()
        await clickIn(cards[index]!, 'Edit note')
        await cards[index]!.waitForFunction(() => document.activeElement?.matches('.notes textarea') === true)
        await page.keyboard.type(` from tab ${index + 1}`)
      }
      await Promise.all(cards.map((card) => clickIn(card, 'Save')))
      const asking = await openAsking(session())
      await expect.poll(async () => (await readMemory(asking.page)).journal.filter(({ change }) => change.kind === 'note/edited').length).toBe(2)
      await expect.poll(async () => new Set(await Promise.all(cards.map(async (card) => JSON.stringify(await textsIn(card))))).size).toBe(1)
      const texts = await textsIn(cards[0])
      const memory = await readMemory(asking.page)
      const edits = memory.journal.flatMap(({ change }) => (change.kind === 'note/edited' ? [change.text] : []))
      expect(edits.toSorted().map((text) => text.slice(-11))).toEqual([' from tab 1', ' from tab 2'])
      expect(texts[0]).toBe(edits.at(-1))
      for (const card of cards) expect(await card.$eval('.card', (card) => (card.textContent?.match(/Note changed/g) ?? []).length)).toBeGreaterThanOrEqual(2)
      expect(disagreements(memory)).toEqual([])
      for (const page of [one, other, asking.page]) await page.close()
    })

    it('comes to one state when a tag is set and cleared from two tabs at the same time, again and again', async () => {
      const [one, other] = [await openX(), await openX()]
      const cards = [await openCard(session(), one, HANDLE), await openCard(session(), other, HANDLE)] as const
      const isOn = (card: Frame): Promise<boolean> => card.evaluate(() => [...document.querySelectorAll('.tags button')].find((button) => button.textContent?.includes('VIP'))?.getAttribute('aria-pressed') === 'true')
      for (let time = 0; time < 9; time += 1) await Promise.all(cards.map((card) => clickIn(card, 'VIP')))
      const asking = await openAsking(session())
      const held = async (): Promise<boolean> => (await readMemory(asking.page)).people.find(({ key }) => key === HANDLE)?.fields['tag:VIP']?.[0] === true
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await expect.poll(async () => new Set([await held(), ...(await Promise.all(cards.map(isOn)))]).size).toBe(1)
      const on = await held()
      for (const page of [one, other]) {
        await page.bringToFront()
        await session().waitForBadges(page, (badges) => hers(badges) && labelsOf(badges).every((label) => label.includes('VIP') === on))
      }
      expect(disagreements(await readMemory(asking.page))).toEqual([])
      for (const page of [one, other, asking.page]) await page.close()
    })
    it('keeps the unsaved words of two cards apart: the latest come first, the others after them', async () => {
      const [one, other] = [await openX(), await openX()]
      const writeIn = async (page: Page, words: string): Promise<Frame> => {
        const card = await openCard(session(), page, HANDLE)
        await page.keyboard.type(words)
        return card
      }
      await writeIn(one, 'Typed in the first')
      const second = await openCard(session(), other, HANDLE)
      // It begins with what the first one holds, and makes something else of it.
      await second.$eval('.writer textarea', (field) => field.select())
      await other.keyboard.type('Typed in the second')
      await one.bringToFront()
      await one.keyboard.type(', and more')
      await one.close()
      await other.bringToFront()
      await second.focus('.writer textarea')
      await other.keyboard.type(', the latest')
      await other.close()
      const later = await openX()
      const card = await openCard(session(), later, HANDLE)
      expect(await writtenIn(card)).toBe('Typed in the second, the latest')
      await saving(later)
      await card.waitForFunction(() => document.querySelector('.notes')?.textContent?.includes('the latest'))
      await later.keyboard.press('Escape')
      await cardGone(later)
      const next = await openCard(session(), later, HANDLE)
      expect(await writtenIn(next)).toBe('Typed in the first, and more')
      await saving(later)
      await next.waitForFunction(() => document.querySelector('.notes')?.textContent?.includes('in the first'))
      const asking = await openAsking(session())
      expect((await readMemory(asking.page)).drafts).toEqual([])
      for (const page of [later, asking.page]) await page.close()
    })

    it('brings back the words of a note under change when the page died with them', async () => {
      const page = await openX()
      const card = await openCard(session(), page, HANDLE)
      await clickIn(card, 'Edit note')
      await card.waitForFunction(() => document.activeElement?.matches('.notes textarea') === true)
      await page.keyboard.type(' half a change')
      const held = (): Promise<readonly (readonly [string, string])[]> => card.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith('unsafe-edit:')))
      const [left] = await held()
      expect(left?.[1]).toMatch(/ half a change$/)
      await clickIn(card, 'Save')
      await expect.poll(held).toEqual([])
      // As a page leaves it that is gone before it can say anything.
      await card.evaluate(([name, text]) => localStorage.setItem(name, `${text}, and half of another`), left!)
      await page.keyboard.press('Escape')
      await cardGone(page)
      const again = await openCard(session(), page, HANDLE)
      expect(await again.$eval('.notes textarea', (field) => field.value)).toMatch(/half a change, and half of another$/)
      await clickIn(again, 'Save')
      await again.waitForFunction(() => document.querySelector('.notes textarea') === null && document.querySelector('.notes')?.textContent?.includes('half of another'))
      await page.close()
    })
  }, { seed: true })
})
