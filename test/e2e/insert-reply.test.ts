import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { PracticeWindow } from '../practice/app/practice-window.ts'
import { BARE_PAGE } from './harness/background.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { undo } from './undo.ts'

declare global {
  interface Window {
    readonly __practice: PracticeWindow
  }
}

const EDITOR = '[data-testid=tweetTextarea_0]'
const CHAT = '[data-testid=dm-composer-textarea]'

eachBrowser('a reply in the composer', ({ kind, session, practice }) => {
  let page: Page
  let ours: Page
  beforeAll(async () => {
    ours = await session().openExtensionPage(BARE_PAGE)
  })
  afterEach(() => page.close())
  afterAll(() => ours.close())

  const open = async (path: string, composer = EDITOR): Promise<void> => {
    page = await session().openPage(path)
    await page.evaluate(() => window.__practice.ready)
    if (composer) await page.waitForSelector(composer)
  }
  const openPost = async (): Promise<{ readonly handle: string }> => {
    await open('/home')
    const post = await page.evaluate(() => window.__practice.postsRendered().find(({ id }) => id !== undefined)!)
    await page.close()
    await open(`/${post.handle}/status/${post.id}`)
    return post
  }
  /** As the background does it when the card asks, and with X's tab in front; the leading slash is for Firefox, where our page lies in a folder. */
  const insert = async (text: string): Promise<unknown> => {
    await page.bringToFront()
    return ours.evaluate(async (text) => {
      const [tab] = await chrome.tabs.query({ url: 'https://x.com/*' })
      const target = { tabId: tab!.id!, frameIds: [0] }
      await chrome.scripting.executeScript({ target, files: ['/src/insert-reply.js'] })
      const insertReply = (text: string) => (globalThis as unknown as { regularsInsertReply: (text: string) => Promise<object> }).regularsInsertReply(text)
      const [result] = await chrome.scripting.executeScript({ target, func: insertReply, args: [text] })
      return result?.result
    }, text)
  }
  const written = (): Promise<string | undefined> => page.evaluate(() => window.__practice.composerText())
  const chatText = (): Promise<string | undefined> => page.evaluate(() => window.__practice.dmText())
  const isNothingSent = async (): Promise<void> => {
    expect(practice().requests.filter(({ method }) => method === 'POST')).toEqual([])
    expect(session().consoleErrors(page)).toEqual([])
  }
  const writeAndGoBack = async (selector: string, text: string, steps: number): Promise<void> => {
    await page.click(selector)
    await page.keyboard.type(text)
    for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowLeft')
  }

  it('arrives whole in an untouched reply on a post page, is typed on, and is undone as one', async () => {
    const { handle } = await openPost()
    expect(await insert('Hi Ada 👩‍🚀,\n\nthank you #one')).toEqual({ outcome: 'inserted', kind: 'reply', to: handle })
    expect(await written()).toBe('Hi Ada 👩‍🚀,\n\nthank you #one')
    expect(await page.evaluate(() => window.__practice.composerEnabled())).toBe(true)
    await page.keyboard.type('!')
    expect(await written()).toBe('Hi Ada 👩‍🚀,\n\nthank you #one!')
    await undo(page)
    await undo(page)
    expect(await written()).toBe('')
    await isNothingSent()
  })

  it('keeps the draft and goes where the caret is', async () => {
    await open('/home')
    await writeAndGoBack(EDITOR, 'before after', 5)
    expect(await insert('now ')).toMatchObject({ outcome: 'inserted', kind: 'post' })
    expect(await written()).toBe('before now after')
    await page.keyboard.type('and ')
    expect(await written()).toBe('before now and after')
    await undo(page)
    await undo(page)
    expect(await written()).toBe('before after')
  })

  it('finds the caret again when the focus went to a frame', async () => {
    await open('/home')
    await writeAndGoBack(EDITOR, 'before after', 5)
    await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      frame.contentWindow!.focus()
      frame.focus()
    })
    expect(await insert('now ')).toMatchObject({ outcome: 'inserted' })
    expect(await written()).toBe('before now after')
    await page.keyboard.type('and ')
    expect(await written()).toBe('before now and after')
  })

  it('takes the place of what was selected', async () => {
    await open('/home')
    await writeAndGoBack(EDITOR, 'before after', 0)
    await page.keyboard.down('Shift')
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft')
    await page.keyboard.up('Shift')
    expect(await insert('now')).toMatchObject({ outcome: 'inserted' })
    expect(await written()).toBe('before now')
  })

  it('goes into the window over the page and says whom it answers', async () => {
    await open('/home')
    const handle = await page.evaluate(() => {
      const article = [...document.querySelectorAll('article[data-testid=tweet]')].find((article) => article.querySelector('time'))!
      article.querySelector<HTMLElement>('[data-testid=reply]')!.click()
      return article.querySelector('[data-testid^=UserAvatar-Container-]')!.getAttribute('data-testid')!.slice('UserAvatar-Container-'.length)
    })
    await page.waitForSelector(`[role=dialog] ${EDITOR}`)
    expect(await insert('one\ntwo')).toEqual({ outcome: 'inserted', kind: 'reply', to: handle })
    expect(await page.$eval(`[role=dialog] ${EDITOR}`, (editor) => editor.textContent)).toBe('onetwo')
    expect(await page.$eval(`main ${EDITOR}`, (editor) => editor.textContent)).toBe('')
  })

  it('goes into a private message, is typed on, and is undone as one', async () => {
    await open('/i/chat', '[data-testid^=dm-conversation-item-]')
    await page.click('[data-testid^=dm-conversation-item-]')
    await page.waitForSelector(CHAT)
    await writeAndGoBack(CHAT, 'before after', 5)
    expect(await insert('one\ntwo ')).toMatchObject({ outcome: 'inserted', kind: 'dm' })
    expect(await chatText()).toBe('before one\ntwo after')
    await page.keyboard.type('!')
    expect(await chatText()).toBe('before one\ntwo !after')
    await page.keyboard.press('Backspace')
    await undo(page)
    expect(await chatText()).toBe('before after')
    await page.keyboard.type('?')
    expect(await chatText()).toBe('before ?after')
    await isNothingSent()
  })

  it('is typed in where the editor lets pastes pass', async () => {
    await open('/home')
    await page.evaluate(() => addEventListener('paste', (event) => event.stopImmediatePropagation(), true))
    expect(await insert('one\ntwo')).toMatchObject({ outcome: 'inserted' })
    expect(await written()).toBe('one\ntwo')
  })

  it('is for the clipboard where the editor takes nothing, and the draft stays', async () => {
    await open('/home')
    await writeAndGoBack(EDITOR, 'mine', 0)
    await page.evaluate(() => ['paste', 'textInput'].forEach((name) => addEventListener(name, (event) => event.stopImmediatePropagation(), true)))
    expect(await insert('theirs')).toMatchObject({ outcome: 'copy' })
    expect(await written()).toBe('mine')
  })

  it('has nothing to go into on a page without a composer', async () => {
    await open('/maralindq', '')
    expect(await insert('hello')).toEqual({ outcome: 'no-composer' })
  })

  it('loses its control characters and direction overrides', async () => {
    await open('/home')
    expect(await insert('a\u202Eb\u0007c')).toMatchObject({ outcome: 'inserted' })
    expect(await written()).toBe('abc')
  })

  it(`leaves nothing of itself in the page's world of ${kind}`, async () => {
    await open('/home')
    await insert('hello')
    expect(await page.evaluate(() => Object.keys(window).filter((name) => /regulars/i.test(name)))).toEqual([])
  })
})
