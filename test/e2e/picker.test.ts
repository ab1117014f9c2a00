import type { Frame, Page } from 'puppeteer-core'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { until } from '../../scripts/browser/until.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { CHAT, comes, EDITOR, hasKeyboard, moment, openComposer, readyPicker, saveReplies } from './harness/picker.ts'
import type { Asking } from './harness/our-ask.ts'
import { undo } from './undo.ts'

eachBrowser('the picker at the composer', ({ kind, session, practice }) => {
  let page: Page
  let asking: Asking
  beforeAll(async () => {
    asking = await saveReplies(session())
  })
  afterEach(async () => {
    expect(session().consoleErrors(page)).toEqual([])
    expect(practice().requests.filter(({ method }) => method === 'POST')).toEqual([])
    await page.close()
  })
  const expand = async (): Promise<void> => {
    await page.keyboard.type('ty')
    await page.keyboard.press('Tab')
    await comes(page, 'Thank you, friend!\nHave a good day.')
  }
  const open = async (path?: string, selector?: string): Promise<Frame> => {
    const opened = await openComposer(session(), path, selector)
    page = opened.page
    return opened.frame
  }

  it('expands a typed trigger by Tab, and gives it back by one Backspace', async () => {
    await open()
    await page.keyboard.type('Hello ty')
    await page.keyboard.press('Tab')
    await comes(page, 'Hello Thank you, friend!\nHave a good day.')
    await page.keyboard.press('Backspace')
    await comes(page, 'Hello ty')
    await page.keyboard.type('po')
    await comes(page, 'Hello typo')
    const isUndone = async (): Promise<boolean> => ((await asking.one('canned-replies/uses', { reply: 'e2e-ty' })) as readonly { undone: boolean }[]).at(-1)?.undone === true
    await until(isUndone, () => 'The use was never counted as undone.')
  })

  it('loses no letter that is typed at once after the trigger came back', async () => {
    await open()
    for (const written of ['', 'typo ', 'typo typo ']) {
      await page.keyboard.type('ty')
      await page.keyboard.press('Tab')
      await comes(page, `${written}Thank you, friend!\nHave a good day.`)
      await page.keyboard.press('Backspace')
      await page.keyboard.type('po ')
      await comes(page, `${written}typo `)
    }
  })

  // Planted once, and seen to fail here: keys that come while held ones are put in are held and forgotten.
  it.runIf(kind === 'chromium')('loses none on a slow machine either, where keys come while those before are put in', async () => {
    await open()
    await page.emulateCPUThrottling(12)
    await expand()
    await page.keyboard.press('Backspace')
    await page.keyboard.type('po, and so on, letter by letter')
    await comes(page, 'typo, and so on, letter by letter')
  })

  it('puts several replies into one message and keeps the draft', async () => {
    await open()
    await expand()
    await page.keyboard.type(' And ty')
    await page.keyboard.press('Tab')
    await comes(page, 'Thank you, friend!\nHave a good day. And Thank you, friend!\nHave a good day.')
    await undo(page)
    await comes(page, 'Thank you, friend!\nHave a good day. And ty')
    expect(await page.evaluate(() => window.__practice.composerEnabled())).toBe(true)
  })

  it('tells how much of a reply was changed by the time it was sent', async () => {
    await open()
    await expand()
    await page.keyboard.type(' Yours, Grace')
    await page.click('[data-testid=tweetButtonInline]')
    const lastUse = async (): Promise<{ readonly editShare?: number } | undefined> => ((await asking.one('canned-replies/uses', { reply: 'e2e-ty' })) as readonly { readonly editShare?: number }[]).at(-1)
    await until(async () => (await lastUse())?.editShare === 0, () => 'What was sent was never told.')
  })

  it('opens a palette at the caret by a slash; what is typed there never reaches the page', async () => {
    const frame = await open()
    await page.keyboard.type('Hello ')
    await page.evaluate(() => {
      Object.assign(window, { __heard: [] })
      for (const name of ['keydown', 'keyup', 'input']) addEventListener(name, (event) => (window as unknown as { __heard: string[] }).__heard.push((event as KeyboardEvent).key), true)
    })
    await page.keyboard.press('/')
    await hasKeyboard(frame)
    await page.keyboard.type('a lot')
    await frame.waitForFunction(() => document.querySelector('[aria-selected=true]')?.textContent?.includes('Thanks a lot'))
    expect(await page.evaluate(() => (window as unknown as { __heard: string[] }).__heard.filter((key) => 'alot'.includes(key)))).toEqual([])
    await page.keyboard.press('Enter')
    await comes(page, 'Hello Thank you, friend!\nHave a good day.')
    await page.keyboard.type('!')
    await comes(page, 'Hello Thank you, friend!\nHave a good day.!')
  })

  it('takes words typed after a trigger along', async () => {
    const frame = await open()
    await page.keyboard.press('/')
    await hasKeyboard(frame)
    await page.keyboard.type('kb shipping-delay')
    await page.keyboard.press('Enter')
    await comes(page, 'See help.example/shipping-delay')
  })

  it('gives back what was typed into it, by Escape', async () => {
    const frame = await open()
    await page.keyboard.type('Hello ')
    await page.keyboard.press('/')
    await hasKeyboard(frame)
    await page.keyboard.type('xyz')
    await page.keyboard.press('Escape')
    await comes(page, 'Hello /xyz')
    await page.keyboard.type('!')
    await comes(page, 'Hello /xyz!')
  })

  it('asks for what is missing, and walks through the places that are left', async () => {
    const frame = await open()
    await page.keyboard.type('late')
    await page.keyboard.press('Tab')
    await frame.waitForSelector('.reply-gaps input')
    await hasKeyboard(frame)
    expect(await frame.$eval('button[type=submit]', (button) => button.disabled)).toBe(true)
    await page.keyboard.type('the delay')
    await page.keyboard.press('Enter')
    await comes(page, 'Sorry about the delay. We send a new one by Monday.')
    await page.keyboard.type('two')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Friday')
    await page.keyboard.press('Tab')
    await page.keyboard.type('!')
    await comes(page, 'Sorry about the delay. We send two by Friday.!')
  })

  it('leaves the trigger where a form is left by Escape', async () => {
    const frame = await open()
    await page.keyboard.type('late')
    await page.keyboard.press('Tab')
    await frame.waitForSelector('.reply-gaps input')
    await hasKeyboard(frame)
    await page.keyboard.press('Escape')
    await page.waitForFunction((selector) => document.activeElement?.matches(selector), {}, EDITOR)
    await page.keyboard.type('r')
    await comes(page, 'later')
  })

  it('opens by the button beside the composer, which moves nothing', async () => {
    const frame = await open()
    // The practice page's own fonts move something once, with and without us.
    const before = await page.evaluate(() => window.__practice.layoutShifts.length)
    await page.keyboard.type('Hello ')
    const button = await page.waitForSelector('[data-regulars=replies]')
    await button!.click()
    await hasKeyboard(frame)
    expect(await page.evaluate(() => window.__practice.layoutShifts.length)).toBe(before)
    await page.keyboard.type('a lot')
    await page.keyboard.press('Enter')
    await comes(page, 'Hello Thank you, friend!\nHave a good day.')
  })

  it('works in a private message', async () => {
    await open('/i/chat', CHAT)
    const chat = (): Promise<string | undefined> => page.evaluate(() => window.__practice.dmText())
    await page.keyboard.type('Hello ty')
    await page.keyboard.press('Tab')
    await until(async () => (await chat())?.startsWith('Hello Thank you, ') === true, () => 'Nothing came into the message.')
    await page.keyboard.press('Backspace')
    await until(async () => (await chat()) === 'Hello ty', () => 'The trigger did not come back.')
  })

  it('expands ;;trigger by a space, where that was asked for', async () => {
    const ask = (autoTriggers: boolean): Promise<unknown> =>
      session().evaluateInBackground(async (autoTriggers) => chrome.storage.local.set({ settings: { ...((await chrome.storage.local.get('settings'))['settings'] as object), autoTriggers } }), autoTriggers)
    await ask(true)
    await open()
    await page.keyboard.type('Hello ;;ty ')
    await comes(page, 'Hello Thank you, friend!\nHave a good day.')
    await page.keyboard.press('Backspace')
    await comes(page, 'Hello ;;ty')
    await ask(false)
  })

  it('comes again after the page threw its frame away', async () => {
    await open()
    await page.evaluate(() => document.querySelectorAll('body > [data-regulars]').forEach((host) => host.remove()))
    await moment(500)
    await page.evaluate((selector) => (document.querySelector(selector) as HTMLElement).blur(), EDITOR)
    await page.click(EDITOR)
    await readyPicker(session(), page)
    await expand()
  })
})
