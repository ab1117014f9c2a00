import type { Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eachBrowser } from './harness/each-browser.ts'
import { EDITOR, moment, openComposer, readyPicker, saveReplies } from './harness/picker.ts'
import { greetFrame } from './hostile-page/greet-frame.ts'

const SECRET = 'replytoken7731'

/** Seen to fail with keys that reach the page while the palette is open. */
eachBrowser('the page and the picker', ({ session }) => {
  let page: Page
  let frame: Frame
  /** Where the browser really serves it: Chromium has a name for it that changes. */
  let address = ''
  beforeAll(async () => {
    const asking = await saveReplies(session())
    await asking.one('canned-replies/save', { id: 'e2e-secret', title: SECRET, trigger: 'zzsecret', body: SECRET })
    await asking.page.close()
    const opened = await openComposer(session())
    page = opened.page
    frame = opened.frame
    address = (await session().closedElements(page, 'iframe')).find(({ source }) => source.includes('picker.html'))?.source ?? ''
  })
  afterAll(() => page.close())

  const heldTickets = (): Promise<readonly string[]> =>
    session().evaluateInBackground(async () => Object.keys(await chrome.storage.session.get(null)).flatMap((key) => (key.startsWith('ticket:') ? [key.slice('ticket:'.length)] : [])))
  const ticketFor = (subject?: { readonly handle: string }): Promise<string> =>
    session().evaluateInBackground(async (subject) => {
      const [tab] = await chrome.tabs.query({ url: 'https://x.com/home*' })
      const id = crypto.randomUUID()
      await chrome.storage.session.set({ [`ticket:${id}`]: { ...(subject && { subject }), tab: tab?.id, until: Date.now() + 60_000 } })
      return id
    }, subject)

  it('shows and says nothing for tickets that are made up, used, or a card’s', async () => {
    const bad = [crypto.randomUUID(), '', ...(await heldTickets()), await ticketFor({ handle: 'tobiokonkwo' })]
    const heard = await page.evaluate(greetFrame, address, bad, false, 1_500)
    expect(heard).toEqual([])
    const texts = await Promise.all(page.frames().slice(1).filter((one) => one !== frame).map((one) => one.evaluate(() => document.body?.textContent ?? '').catch(() => '')))
    expect(texts.join('')).not.toContain(SECRET)
    await page.evaluate(() => document.querySelectorAll('iframe').forEach((one) => one.remove()))
  })

  it('would have answered to a good one, which no page can get', async () => {
    const heard = await page.evaluate(greetFrame, address, [await ticketFor()], false, 1_500)
    expect(heard).not.toEqual([])
    await page.evaluate(() => document.querySelectorAll('iframe').forEach((one) => one.remove()))
  })

  it('gives the page neither its replies nor the keys that are typed into it', async () => {
    // A ticket that is used twice takes its own picker away: the next time somebody writes another one comes.
    await page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.blur(), EDITOR)
    await page.bringToFront()
    await page.click(EDITOR)
    frame = await readyPicker(session(), page)
    await page.evaluate(() => {
      Object.assign(window, { __typed: '' })
      for (const name of ['keydown', 'keypress', 'input', 'beforeinput']) addEventListener(name, (event) => void ((window as unknown as { __typed: string }).__typed += (event as KeyboardEvent).key ?? (event as InputEvent).data ?? ''), true)
      setInterval(() => document.querySelector<HTMLElement>('[data-testid=tweetTextarea_0]')?.focus(), 15)
    })
    await page.keyboard.press('/')
    await moment(400)
    await page.keyboard.type('zzsecret', { delay: 20 })
    await moment(400)
    const { typed, markup } = await page.evaluate(() => ({ typed: (window as unknown as { __typed: string }).__typed, markup: document.documentElement.outerHTML }))
    expect(typed.replace('/', '')).not.toMatch(/z|secret/)
    expect(markup).not.toContain(SECRET)
    expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0)
    await frame.waitForFunction((words) => document.body.textContent?.includes(words), { polling: 20, timeout: 10_000 }, SECRET)
  })
}, { hostile: true })
