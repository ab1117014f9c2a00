import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { eachBrowser } from './harness/each-browser.ts'
import { comes, hasKeyboard, openQuote, saveReplies } from './harness/picker.ts'

/** Seen to fail with the name below the editor overlooked. */
eachBrowser('the picker in the window of a quote', ({ session, practice }) => {
  let page: Page
  beforeAll(async () => {
    const asking = await saveReplies(session())
    await asking.one('canned-replies/save', { id: 'e2e-quote', title: 'Well said', trigger: 'said', body: '{handle} says it well: {?what:text*}' })
    await asking.page.close()
  })
  afterEach(async () => {
    expect(session().consoleErrors(page)).toEqual([])
    expect(practice().requests.filter(({ method }) => method === 'POST')).toEqual([])
    await page.close()
  })

  it('picks, fills for whoever is quoted, and inserts', async () => {
    const opened = await openQuote(session())
    page = opened.page
    await page.keyboard.type('Look: ')
    await page.keyboard.press('/')
    await hasKeyboard(opened.frame)
    await page.keyboard.type('well said')
    await page.keyboard.press('Enter')
    await opened.frame.waitForSelector('.reply-gaps input')
    await hasKeyboard(opened.frame)
    await page.keyboard.type('patience')
    await page.keyboard.press('Enter')
    await comes(page, `Look: @${opened.author} says it well: patience`)
    expect(await page.evaluate(() => window.__practice.composerEnabled())).toBe(true)
  })

  it('expands a typed trigger, and gives it back', async () => {
    const opened = await openQuote(session())
    page = opened.page
    await page.keyboard.type('ty')
    await page.keyboard.press('Tab')
    await page.waitForFunction(() => window.__practice.composerText()?.startsWith('Thank you, ') === true, { polling: 50 })
    await page.keyboard.press('Backspace')
    await comes(page, 'ty')
  })
})
