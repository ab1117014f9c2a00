import type { Page } from 'puppeteer-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { PracticeWindow } from '../practice/app/practice-window.ts'
import { askBackground } from './harness/ask.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { press as pressIn } from './harness/press.ts'

declare global {
  interface Window {
    readonly __practice: PracticeWindow
  }
}

describe('the pages of our own', () => {
  eachBrowser(
    'after an install',
    ({ kind, session }) => {
      let page: Page
      let x: Page | undefined
      afterEach(async () => {
        expect(session().consoleErrors(page)).toEqual([])
        await page.close().catch(() => undefined)
        await x?.close()
        x = undefined
      })

      const settings = (): Promise<Record<string, unknown>> =>
        session().evaluateInBackground(async () => (await chrome.storage.local.get('settings'))['settings'] as Record<string, unknown>)
      const text = (selector: string): Promise<string> => page.$eval(selector, (element) => element.textContent ?? '')
      const press = (name: string): Promise<void> => pressIn(page, name)

      it('saves each option as it is changed, and says so', async () => {
        page = await session().openExtensionPage('src/options/options.html')
        // The welcome page opens by itself some time after the install: in front of this one it would stop its frames.
        await expect.poll(() => session().evaluateInBackground(async () => (await chrome.tabs.query({})).some(({ url, pendingUrl }) => (pendingUrl ?? url)?.includes('welcome/welcome.html'))), { timeout: 10_000 }).toBe(true)
        await page.bringToFront()
        await page.locator('#you input').fill('Grace')
        await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === 'Saved')
        await expect.poll(settings).toMatchObject({ myName: 'Grace' })
        await page.locator('#badges input[value=compact]').click()
        await page.locator('#badges input[value=before]').click()
        await expect.poll(settings).toMatchObject({ myName: 'Grace', badgeDensity: 'compact', badgePosition: 'before', badgesShown: true })
      })

      it('refuses what is no handle in a sentence, and keeps it in the field', async () => {
        page = await session().openExtensionPage('src/options/options.html')
        await page.locator('#brands input').fill('not a handle')
        await page.keyboard.press('Enter')
        await page.waitForFunction(() => document.querySelector('#brands [role=alert]')?.textContent?.includes('1 to 15 letters'))
        expect(await page.$eval('#brands input', (field) => field.value)).toBe('not a handle')
        await page.locator('#brands input').fill('@AcmeHelp')
        await page.keyboard.press('Enter')
        await expect.poll(settings).toMatchObject({ brandAccounts: ['AcmeHelp'] })
      })

      it('writes, shows and removes a canned reply, in two steps', async () => {
        page = await session().openExtensionPage('src/replies/replies.html')
        await press('Add a reply')
        await page.locator('.reply-editor input').fill('Parcel')
        await page.locator('.reply-editor textarea').fill('Hi {first|"there"}, your {product} is on its way')
        await expect.poll(() => text('.reply-sample .reply-preview')).toBe('Hi Robin, your [product] is on its way')
        await press('Save')
        await page.waitForFunction(() => document.querySelector('.reply-library')?.textContent?.includes('Parcel'))
        await page.locator('button[aria-label*="Remove"][aria-label*="Parcel"]').click()
        await new Promise((resolve) => setTimeout(resolve, 700))
        await press('Remove it')
        await page.waitForFunction(() => !document.querySelector('.reply-library')?.textContent?.includes('Parcel'))
      })

      it('takes the answer of the first run by one click, and goes on to the first note', async () => {
        page = await session().openExtensionPage('src/welcome/welcome.html')
        await press('Continue')
        await press('No')
        await page.waitForFunction(() => document.activeElement?.textContent === 'Write your first note')
        await expect.poll(settings).toMatchObject({ accountFacts: 'off' })
      })

      // Firefox opens its popup where WebDriver does not reach.
      describe.runIf(kind === 'chromium')('the popup over a profile', () => {
        const open = async (path = '/maralindq'): Promise<void> => {
          x ??= await session().openPage(path)
          await x.evaluate(() => window.__practice.ready.then(() => undefined))
          await x.bringToFront()
          await session().evaluateInBackground(() => chrome.action.openPopup())
          const target = await session().launched.browser.waitForTarget((target) => target.url().endsWith('popup/popup.html'))
          page = await target.asPage()
          await page.waitForSelector('.reply-choice')
        }

        it('is ready to type in, and keeps what was typed when it closes', async () => {
          await open()
          expect(await text('.person-head')).toContain('@maralindq')
          await page.keyboard.type('Window seat')
          await new Promise((resolve) => setTimeout(resolve, 100))
          await page.close()
          await open()
          await page.waitForSelector('textarea')
          expect(await page.$eval('textarea', (field) => field.value)).toBe('Window seat')
          await page.keyboard.type(', left')
          await page.keyboard.press('Enter')
          await page.waitForFunction(() => document.querySelector('.quick-note [role=status]')?.textContent === 'Note saved')
          await expect.poll(async () => [await page.$eval('textarea', (field) => field.value), await text('blockquote')]).toEqual(['', 'Window seat, left'])
          await expect.poll(() => text('.light-line')).toMatch(/posts?, \d+ accounts? read/)
        })

        it('puts a reply into the open composer, and asks for what is missing', async () => {
          await open('/home')
          await askBackground(page, 'canned-replies/save', { id: 'repaired', title: 'Repaired', body: 'Good news, {first}: it is repaired' })
          await page.close()
          await open('/home')
          await x?.waitForSelector('[data-testid=tweetTextarea_0]')
          await page.locator('::-p-aria([name="Search replies"])').fill('repaired')
          await page.keyboard.press('Enter')
          await page.waitForSelector('.reply-gaps input')
          expect(await page.$eval('.reply-gaps button[type=submit]', (button) => (button).disabled)).toBe(true)
          expect(await page.$eval('.reply-gaps input', (field) => document.activeElement === field)).toBe(true)
          await page.keyboard.type('@grace')
          await page.keyboard.press('Enter')
          await expect.poll(() => x?.evaluate(() => window.__practice.composerText()), { timeout: 10_000 }).toContain('Good news, @grace: it is repaired')
        })
      })
    },
  )
})
