import type { Frame, Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { until } from '../../scripts/browser/until.ts'
import { openCard } from './harness/card.ts'
import { eachBrowser } from './harness/each-browser.ts'

const PICTURES = process.env.PICTURES

describe('influence', () => {
  eachBrowser(
    'with the demo memory and account facts',
    ({ kind, session }) => {
      const cardOf = async (handle: string, params: Record<string, string> = {}, prepare?: (page: Page) => Promise<void>): Promise<{ page: Page; card: Frame }> => {
        const page = await session().openPage('/home', { params: { seed: '1', certain: '1', now: String(Date.now()), ...params }, ...(prepare && { prepare }) })
        await session().waitForBadges(page, (badges) => badges.some((badge) => badge.handle === handle))
        return { page, card: await openCard(session(), page, handle) }
      }
      /** The options, once the numbers of so many people are kept. */
      const optionsKnowing = (people: number): Promise<Page> =>
        until(async () => {
          const options = await session().openExtensionPage('src/options/options.html')
          await options.waitForSelector('#influence [role=status]')
          const isKept = await options.waitForFunction((people) => Number(/of (\d+) p/.exec(document.querySelector('#influence [role=status]')?.textContent ?? '')?.[1]) >= people, { timeout: 1_000 }, people).catch(() => false)
          if (isKept === false) await options.close()
          return isKept !== false && options
        }, () => 'The numbers were not kept.', 15_000)
      const pointsIn = (card: Frame): Promise<number[]> => card.$$eval('.inputs tbody td:last-child', (cells) => cells.map((cell) => Number(cell.textContent?.replace('−', '-'))))

      it('says on the card why, in points that add up as they are shown', async () => {
        const { page, card } = await cardOf('tobiokonkwo')
        await card.locator('.influence summary').click()
        const score = Number(await card.$eval('.influence .score', (shown) => shown.textContent))
        const points = await pointsIn(card)
        expect(points.length).toBeGreaterThanOrEqual(6)
        expect(points.reduce((sum, one) => sum + one, 0)).toBe(score)
        expect(Number(await card.$eval('.inputs tfoot td', (total) => total.textContent))).toBe(score)
        const rows = await card.$$eval('.inputs tbody th', (heads) => heads.map((head) => head.textContent ?? ''))
        expect(rows.find((row) => row.includes('followers'))).toMatch(/3,127.* followers exact, from X, now/)
        expect(await card.$eval('.dimensions', (parts) => parts.textContent)).toMatch(/Relevance to us.*≥ \d+.*mentions? in .*Priority.*√ \(influence \d+ × relevance \d+\)/s)
        expect(await card.$eval('.why', (why) => why.textContent)).toMatch(/carries further than those of [\d.]+% of the people/)
        await page.close()
      })

      it('counts a post of somebody we hold on one of our topics', async () => {
        const dimensions = async (): Promise<string> => {
          const { page, card } = await cardOf('priyaflies')
          await card.locator('.influence summary').click()
          const text = (await card.$eval('.dimensions', (parts) => parts.textContent)) ?? ''
          await page.close()
          return text
        }
        expect(await dimensions()).not.toContain('on our topics')
        await session().evaluateInBackground(async () => {
          const { settings } = await chrome.storage.local.get('settings')
          await chrome.storage.local.set({ settings: { ...(settings as object), topics: ['coffee'] } })
        })
        await until(async () => (await dimensions()).includes('1 post on our topics'), () => 'The post on coffee was never counted.', 20_000)
      })

      it('keeps what the card was shown with somebody we know: they are found by their score, and move in the preview of other weights', async () => {
        const { page, card } = await cardOf('tobiokonkwo')
        const score = Number(await card.$eval('.influence .score', (shown) => shown.textContent))
        const popup = await session().openExtensionPage('src/popup/popup.html')
        await popup.locator('input[type=search]').fill(`score:>${score - 1}`)
        await popup.waitForFunction(() => [...document.querySelectorAll('.search-name > bdi')].some((name) => name.textContent === 'Tobias Okonkwo'))
        await popup.locator('input[type=search]').fill(`score:<${score}`)
        await popup.waitForFunction(() => ![...document.querySelectorAll('.search-name > bdi')].some((name) => name.textContent === 'Tobias Okonkwo'))
        const options = await optionsKnowing(1)
        for (const at of [0, 1, 2]) {
          await options.$$eval('#influence input[type=range]', (sliders, at) => {
            sliders[at]!.value = '0.05'
            sliders[at]!.dispatchEvent(new Event('input', { bubbles: true }))
          }, at)
        }
        await options.waitForFunction(() => document.querySelector('.tier-changes')?.textContent?.includes('Tobias Okonkwo'))
        if (PICTURES !== undefined) await options.screenshot({ path: `${PICTURES}/options-${kind}.png`, fullPage: true })
        await options.locator('#influence button[data-kind=primary]').click()
        await options.waitForFunction(() => /scores? changed/.test(document.querySelector('#influence .row [role=status]')?.textContent ?? ''))
        await popup.bringToFront()
        await popup.locator('input[type=search]').fill(`score:<${score} tobias`)
        await popup.waitForFunction(() => [...document.querySelectorAll('.search-name > bdi')].some((name) => name.textContent === 'Tobias Okonkwo'))
        await options.bringToFront()
        await options.locator('#influence .row button[data-kind=quiet]').click()
        await options.waitForFunction(() => document.querySelector('#influence [role=status]')?.textContent?.startsWith('0 people of '))
        for (const one of [popup, options, page]) {
          expect(session().consoleErrors(one)).toEqual([])
          await one.close()
        }
      })

      it('marks badges by a rule, strangers’ too, and says before whom it marks', async () => {
        const { page } = await cardOf('priyaflies')
        const options = await optionsKnowing(2)
        await options.locator('.rule-form input[maxlength="16"]').fill('loud')
        await options.locator('.rule-form input[inputmode=numeric]').fill('50,000')
        await options.locator('.rule-form button[type=submit]').click()
        await options.waitForFunction(() => /50,000 followers or more.*marks \u2068?Priya Raghunath/s.test(document.querySelector('.mark-rules')?.textContent ?? ''))
        await page.bringToFront()
        const badges = await session().waitForBadges(page, (all) => all.some(({ label }) => label.startsWith('@priyaflies') && label.endsWith(', loud')))
        expect(badges.find(({ handle }) => handle === 'maralindq')?.label).not.toContain('loud')
        await options.bringToFront()
        await options.locator('.mark-rules li button[data-kind=icon]:last-child').click()
        await page.bringToFront()
        await session().waitForBadges(page, (all) => all.every(({ label }) => !label.includes('loud')))
        for (const one of [options, page]) {
          expect(session().consoleErrors(one)).toEqual([])
          await one.close()
        }
      })

      it.runIf(PICTURES !== undefined && kind === 'chromium')('looks as it should', async () => {
        for (const theme of ['light', 'dark']) {
          for (const scale of [1, 2]) {
            const { page, card } = await cardOf('maralindq', { theme }, (page) => page.setViewport({ width: 1280 / scale, height: 1400 / scale, deviceScaleFactor: scale }))
            await card.$eval('.influence details', (why) => { why.open = true })
            await new Promise((resolve) => { setTimeout(resolve, 700) })
            await page.screenshot({ path: `${PICTURES}/why-${theme}-${scale}.png` as `${string}.png` })
            const tools = await page.createCDPSession()
            await tools.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] })
            await page.screenshot({ path: `${PICTURES}/why-forced-${theme}-${scale}.png` as `${string}.png` })
            await tools.send('Emulation.setEmulatedMedia', { features: [] })
            await card.$eval('.dimensions', (part) => part.scrollIntoView({ block: 'end' }))
            await page.screenshot({ path: `${PICTURES}/why-end-${theme}-${scale}.png` as `${string}.png` })
            await page.close()
          }
        }
      })
    },
    { seed: true },
  )
})
