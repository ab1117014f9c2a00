import type { Frame, Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { eachBrowser } from './harness/each-browser.ts'

describe('looking for people', () => {
  eachBrowser(
    'with the demo memory',
    ({ session }) => {
      const found = (place: Page | Frame): Promise<string[]> => place.$$eval('.search-name > bdi', (names) => names.map((name) => name.textContent ?? ''))
      const said = (place: Page | Frame, words: string) => place.waitForFunction((words) => document.querySelector('.search [role=status]')?.textContent?.includes(words), {}, words)

      it('finds by name, tag, note and day in the popup, and opens whom it found', async () => {
        const page = await session().openExtensionPage('src/popup/popup.html')
        const field = page.locator('input[type=search]')
        await field.fill('cardamom')
        await said(page, '1 person found')
        expect(await page.$$eval('.search-why mark', (marks) => marks.map((mark) => mark.textContent))).toEqual(['cardamom'])
        await field.fill('tag:vip last:>20d')
        await said(page, '1 person found')
        expect(await found(page)).toEqual(['Yuki Tanabe'])
        await field.fill('score:loud')
        await said(page, 'Nobody')
        await page.waitForSelector('.search-problem')
        expect(await page.$eval('.search-problem', (line) => line.textContent)).toContain('score:>70')
        await field.fill('lind')
        await said(page, '1 person found')
        if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/search-popup-${session().kind}.png` })
        await page.keyboard.press('ArrowDown')
        expect(await page.evaluate(() => document.activeElement?.className)).toBe('search-hit')
        await page.keyboard.press('Enter')
        await page.waitForFunction(() => document.querySelector('.person-head h1')?.textContent === 'Mara Lindqvist')
        expect(session().consoleErrors(page)).toEqual([])
        await page.close()
      })

      it('finds somebody else from the card, and shows them in it', async () => {
        const page = await session().openPage('/home', { params: { seed: '1', certain: '1' } })
        await session().waitForBadges(page, (badges) => badges.some(({ handle }) => handle === 'tobiokonkwo'))
        await session().clickBadge(page, 'tobiokonkwo')
        const card = await session().cardFrame(page)
        await card.waitForFunction(() => document.querySelector('#person-name')?.textContent?.includes('Tobias'))
        await card.locator('.card-search > button').click()
        await card.locator('input[type=search]').fill('priya')
        await said(card, '1 person found')
        if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/search-card-${session().kind}.png` })
        await page.keyboard.press('Enter')
        await card.waitForFunction(() => document.querySelector('#person-name')?.textContent === 'Priya Raghunath')
        expect(await card.evaluate(() => document.body.textContent)).not.toContain('Tobias')
        await page.keyboard.press('Escape')
        await page.waitForFunction(() => !document.querySelector('iframe'))
        await page.close()
      })
    },
    { seed: true, ...(process.env.EXTENSION_DIR && { extensionDir: process.env.EXTENSION_DIR }) },
  )
})
