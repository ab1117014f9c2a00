import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PracticeWindow } from '../practice/app/practice-window.ts'
import { BARE_PAGE } from './harness/background.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { undo } from './undo.ts'

declare global {
  interface Window {
    readonly __practice: PracticeWindow
  }
}

/** What is typed before, how the caret then goes to its place, what is replaced, and what stands around the inserted words. */
interface EditorState {
  readonly draft: string
  readonly back?: number
  readonly select?: number
  readonly replacing?: string
  readonly before: string
  readonly after: string
}

const STATES: Readonly<Record<string, EditorState>> = {
  'an empty editor': { draft: '', before: '', after: '' },
  'behind a mention': { draft: '@ada_l @grace ', before: '@ada_l @grace ', after: '' },
  'in the middle of a draft': { draft: 'We read this. Yours', back: 5, before: 'We read this. ', after: 'Yours' },
  'in the place of what is selected': { draft: 'Hello old words', select: 9, before: 'Hello ', after: '' },
  'in the place of a typed trigger': { draft: 'Hello ty', replacing: 'ty', before: 'Hello ', after: '' },
}

const TEXTS: readonly string[] = [
  'Thank you!',
  'Hi Ada,\nthank you for telling us.',
  'One\n\nThree, after an empty line\nFour',
  'Done 👩‍👩‍👧‍👦 1️⃣ 🙋🏽 (family, keycap, skin)',
  'See https://example.com/a?b=c&d=%20#e and www.example.org.',
  '@grace we wrote to @ada_l about #late and $ACME',
  'ご連絡ありがとうございます。確認いたします。',
  'شكراً لك، سنرد قريباً (#42)',
  'Cafe\u0301 naïve “quotes” – dash… <b>no markup</b> & {braces}',
  `${'A long reply of many words. '.repeat(60)}End.`,
]

const COMPOSERS = {
  'a post': { selector: '[data-testid=tweetTextarea_0]', text: (page: Page) => page.evaluate(() => window.__practice.composerText()), ready: (page: Page) => page.evaluate(() => window.__practice.composerEnabled()) },
  'a private message': { selector: '[data-testid=dm-composer-textarea]', text: (page: Page) => page.evaluate(() => window.__practice.dmText()), ready: (page: Page) => page.evaluate(() => document.querySelector('[data-testid=dm-composer-send-button]') !== null) },
} as const

/** On the long run all fifty, otherwise two texts in each state, so that every text and every state has its turn. */
const isDue = (state: number, text: number): boolean => process.env['REGULARS_LONG'] !== undefined || (state + text) % 5 === 0

/** Every state of the editor with every text: what arrived, whether it can be sent, what typing on and undoing make of it. */
eachBrowser('words put into', ({ session, practice }) => {
  let page: Page
  let ours: Page
  beforeAll(async () => {
    ours = await session().openExtensionPage(BARE_PAGE)
  })
  afterAll(() => ours.close())

  const insert = (text: string, replacing: string | undefined): Promise<unknown> =>
    ours.evaluate(
      async (text, replacing) => {
        const [tab] = await chrome.tabs.query({ url: 'https://x.com/*' })
        const call = (...args: string[]) => (globalThis as unknown as { regularsInsertReply: (...args: string[]) => Promise<object> }).regularsInsertReply(...args)
        const args = replacing === undefined ? [text] : [text, replacing]
        const [result] = await chrome.scripting.executeScript({ target: { tabId: tab!.id!, frameIds: [0] }, func: call, args })
        return result?.result
      },
      text,
      replacing,
    )
  const prepare = async (selector: string, { draft, back = 0, select = 0 }: EditorState): Promise<void> => {
    await page.click(selector)
    await page.keyboard.down('Control')
    await page.keyboard.press('a')
    await page.keyboard.up('Control')
    await page.keyboard.press('Backspace')
    await page.keyboard.type(draft)
    if (select > 0) await page.keyboard.down('Shift')
    for (let step = 0; step < Math.max(back, select); step++) await page.keyboard.press('ArrowLeft')
    if (select > 0) await page.keyboard.up('Shift')
  }

  it.each(Object.keys(COMPOSERS) as readonly (keyof typeof COMPOSERS)[])('%s: 5 states by 10 texts arrive once, whole and in place, are typed on, and undone', async (name) => {
    const { selector, text, ready } = COMPOSERS[name]
    page = await session().openPage(name === 'a post' ? '/home' : '/i/chat')
    await page.evaluate(() => window.__practice.ready)
    if (name !== 'a post') await page.locator('[data-testid^=dm-conversation-item-]').click()
    await page.waitForSelector(selector)
    await page.bringToFront()
    await ours.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://x.com/*' })
      await chrome.scripting.executeScript({ target: { tabId: tab!.id!, frameIds: [0] }, files: ['/src/insert-reply.js'] })
    })
    const wrong: unknown[] = []
    for (const [at, [state, editor]] of Object.entries(STATES).entries()) {
      for (const [number, words] of TEXTS.entries()) {
        if (!isDue(at, number)) continue
        await prepare(selector, editor)
        const told = await insert(words, editor.replacing)
        const arrived = await text(page)
        const canSend = await ready(page)
        await page.keyboard.type('!')
        const typedOn = await text(page)
        if (name !== 'a post') await page.keyboard.press('Backspace')
        else await undo(page)
        await undo(page)
        const undone = await text(page)
        const seen = { told, arrived, canSend, typedOn, undone }
        const due = { arrived: editor.before + words + editor.after, canSend: true, typedOn: `${editor.before}${words}!${editor.after}`, undone: editor.draft }
        const isRight = (told as { outcome?: string }).outcome === 'inserted' && Object.entries(due).every(([key, value]) => seen[key as keyof typeof due] === value)
        if (!isRight) wrong.push({ state, number, ...seen })
      }
    }
    expect(wrong).toEqual([])
    expect(session().consoleErrors(page)).toEqual([])
    expect(practice().requests.filter(({ method }) => method === 'POST')).toEqual([])
    await page.close()
  })
})
