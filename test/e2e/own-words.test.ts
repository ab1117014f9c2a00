import type { Frame, Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { openCard, writtenIn } from './harness/card.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { press } from './harness/press.ts'
import { openPopupFor, writtenInPopup } from './harness/popup.ts'

type Place = Page | Frame

const WHO = 'maralindq'

describe('what the user adds of their own', () => {
  eachBrowser('in the options and on the card', ({ session }) => {
    let page: Page
    let card: Frame
    const says = (place: Place, part: string, is = true) => place.waitForFunction((words, wanted) => document.body.textContent?.includes(words) === wanted, {}, part, is)
    const badgeSays = (holds: (label: string) => boolean) => session().waitForBadges(page, (badges) => badges.some(({ handle, label }) => handle === WHO && holds(label)))
    /** The field with this label, whatever kind it is. */
    const field = (name: string) =>
      card.evaluateHandle((name) => [...document.querySelectorAll<HTMLElement>('.detail-fields .input')].find((one) => (one as HTMLInputElement).labels?.[0]?.textContent === name) ?? null, name)
    const typeInto = async (name: string, text: string): Promise<void> => {
      const element = (await field(name)).asElement()
      await element?.focus()
      await element?.evaluate((input) => (input as HTMLInputElement).select())
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }

    it('defines fields, a template and a tag in a colour of their own', async () => {
      const options = await session().openExtensionPage('src/options/options.html')
      await options.bringToFront()
      const add = async (name: string, kind: string): Promise<void> => {
        await options.locator('#fields form input').fill(name)
        await options.select('#fields select', kind)
        if (kind === 'choice') await options.locator('#fields form .field-and-button:last-child input').fill('S, M, L')
        await options.locator('#fields button[type=submit]').click()
        await options.waitForFunction((name) => document.querySelector('#fields .preset-tags')?.textContent?.includes(name), {}, name)
      }
      await add('City', 'text')
      await add('Orders', 'number')
      await add('Shirt', 'choice')
      await options.locator('#templates form input').fill('Call')
      await options.locator('#templates form textarea').fill('Called about: ')
      await options.locator('#templates button[type=submit]').click()
      await says(options, 'Called about: ')
      await options.locator('#tags form input').fill('regular')
      await options.select('#tags select', 'own')
      await options.locator('#tags button[type=submit]').click()
      await options.waitForFunction(() => [...document.querySelectorAll('#tags .tag')].some((tag) => tag.textContent === 'regular'))
      expect(await options.$$eval('#tags .tag', (tags) => tags.find((tag) => tag.textContent === 'regular')?.getAttribute('data-colour'))).toMatch(/^#[0-9a-f]{6}$/)
      expect(session().consoleErrors(options)).toEqual([])
      await options.close()
    })

    it('sets a tag by one click, and keeps what the fields say', async () => {
      page = await session().openPage(`/${WHO}`)
      await badgeSays((label) => label !== '')
      card = await openCard(session(), page, WHO)
      await card.locator('.tags button.tag').click()
      await badgeSays((label) => label.includes('VIP'))
      await press(card, 'Edit details')
      await card.waitForSelector('.detail-fields')
      await typeInto('City', 'Lisbon')
      await typeInto('Orders', 'many')
      await says(card, 'Write a number')
      await typeInto('Orders', '12,5')
      await says(card, 'Write a number', false)
      const choice = (await field('Shirt')).asElement()
      await (choice as unknown as { select: (value: string) => Promise<unknown> } | null)?.select('M')
      await says(card, 'Detail \u2068Shirt\u2069 noted')
      await press(card, 'Edit details')
      await card.waitForFunction(() => document.querySelector('.details dl')?.textContent === 'CityLisbonOrders12.5ShirtM')
    })

    it('takes a field back and does it again from the history', async () => {
      const undone = 'Undo: Detail \u2068City\u2069 noted'
      await press(card, undone)
      await card.waitForFunction(() => !document.querySelector('.details dl')?.textContent?.includes('Lisbon'))
      await says(card, 'Detail \u2068City\u2069 cleared')
      await press(card, 'Redo: Detail \u2068City\u2069 cleared')
      await card.waitForFunction(() => document.querySelector('.details dl')?.textContent?.includes('Lisbon'))
    })

    it('puts a template at the caret and never over what is typed', async () => {
      await card.focus('.writer textarea')
      await page.keyboard.type('Monday seat')
      await card.$eval('.writer textarea', (area) => area.setSelectionRange(0, 6))
      await press(card, 'Template…')
      await card.locator('.template').click()
      await card.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.writer textarea')?.value === 'Monday Called about:  seat')
      await page.keyboard.type('the')
      expect(await writtenIn(card)).toBe('Monday Called about: the seat')
      await press(card, 'Save note')
      await card.waitForSelector('.note')
    })

    it('pins a note, so that the badge shows its beginning in the place of the tag', async () => {
      await press(card, 'Pin to the badge')
      const badge = (await badgeSays((label) => label.includes('Monday Called about: the seat'))).find(({ handle }) => handle === WHO)
      expect([badge?.words.includes('Monday Called about: the seat'), badge?.words.includes('VIP'), badge?.text]).toEqual([true, false, ''])
      await press(card, 'Undo: Note pinned to the badge')
      await badgeSays((label) => !label.includes('Monday'))
      await press(card, 'Redo: Note no longer on the badge')
      await badgeSays((label) => label.includes('Monday'))
      expect(session().consoleErrors(page)).toEqual([])
    })

    it('offers the template in the popup too, where the words begun are kept', async () => {
      await page.keyboard.press('Escape')
      const popup = await openPopupFor(session(), page)
      await popup.keyboard.type('Hm')
      await press(popup, 'Template…')
      await popup.keyboard.press('Escape')
      await popup.waitForFunction(() => document.querySelector('.templates ul') === null)
      await press(popup, 'Template…')
      await popup.locator('.template').click()
      await expect.poll(() => writtenInPopup(popup)).toBe('Hm Called about: ')
      await popup.close()
    })

    it('renames a field, and keeps what it says of everybody', async () => {
      const options = await session().openExtensionPage('src/options/options.html')
      await options.bringToFront()
      await options.locator('::-p-aria([name="Rename \u2068Orders\u2069"][role="button"])').click()
      const field = options.locator('#fields .preset-tags form input')
      await field.fill('City')
      await options.waitForFunction(() => document.querySelector('#fields .preset-tags form')?.textContent?.includes('There is such a field already'))
      await field.fill('Parcels')
      await options.locator('#fields .preset-tags form button').click()
      await options.waitForFunction(() => document.querySelector('#fields .preset-tags')?.textContent?.includes('Parcels'))
      await options.close()
      const fresh = await session().openPage(`/${WHO}`)
      await session().waitForBadges(fresh, (badges) => badges.some(({ handle, label }) => handle === WHO && label !== ''))
      const shown = await openCard(session(), fresh, WHO)
      await shown.waitForFunction(() => document.querySelector('.details dl')?.textContent?.includes('Parcels12.5'))
      await fresh.close()
    })
  })
})
