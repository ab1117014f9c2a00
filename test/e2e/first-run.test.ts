import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/browser/until.ts'
import type { PracticeWindow } from '../practice/app/practice-window.ts'
import { startPractice, type Practice } from '../practice/server.ts'
import type { Badge } from './harness/badges.ts'
import { shownCard } from './harness/card.ts'
import { BROWSERS } from './harness/each-browser.ts'
import { launch } from './harness/launch.ts'
import { readMemory } from './harness/memory.ts'
import type { Session } from './harness/session.ts'

declare global {
  interface Window {
    readonly __practice: PracticeWindow
  }
}

const WELCOME = 'src/welcome/welcome.html'
const scored = (badges: readonly Badge[]): boolean => badges.length > 3 && badges.every(({ label }) => /influence \d+/.test(label))
const unscored = (badges: readonly Badge[]): boolean => badges.length > 3 && badges.every(({ label, words }) => label.includes('influence unknown') && words[0] === '–')
const isAt = (page: Page, path: string): Promise<boolean> => page.evaluate((path) => location.pathname === `/${path}`, path).catch(() => false)
const step = (page: Page): Promise<string> => page.$eval('h2', (title) => title.textContent ?? '')
const press = (page: Page, words: string): Promise<void> => page.locator(`::-p-aria([name="${words}"][role="button"])`).click()

// Planted once, and seen to fail here: no welcome page at install; the settings told to tabs before page-facts stands in them; facts that X writes after the profile overlooked.
describe.each(BROWSERS)('the first run (%s)', (kind) => {
  let practice: Practice
  let session: Session
  let welcome: Page
  beforeAll(async () => {
    practice = await startPractice()
    session = await launch(kind, { practice })
  })
  afterAll(async () => {
    await session.close()
    await practice.close()
  })

  const openX = async (path: string): Promise<Page> => {
    const page = await session.openPage(path)
    await page.evaluate(() => window.__practice.ready.then(() => undefined))
    return page
  }

  it('opens the welcome page by itself after the install, once, with three steps', async () => {
    const find = async (): Promise<Page[] | false> => {
      const pages = await session.launched.browser.pages()
      const found = await Promise.all(pages.map((page) => isAt(page, WELCOME)))
      const ours = pages.filter((_, index) => found[index])
      return ours.length > 0 && ours
    }
    const [opened, ...more] = await until(find, () => 'The welcome page never came.')
    expect(more).toEqual([])
    welcome = opened!
    await welcome.bringToFront()
    await welcome.waitForSelector('.progress li')
    expect(await welcome.$$eval('.progress li', (steps) => steps.length)).toBe(3)
  })

  it('shows "–" and says "influence unknown" until the question is answered, while a profile scores from its own numbers', async () => {
    const home = await openX('/home')
    await session.waitForBadges(home, unscored)
    const profile = await openX('/maralindq')
    await session.waitForBadges(profile, (badges) => badges.some(({ handle, label }) => handle === 'maralindq' && /influence \d+/.test(label)))
    expect([...session.consoleErrors(home), ...session.consoleErrors(profile)]).toEqual([])
    await home.close()
    await profile.close()
  })

  it('keeps scores off after "No", and starts them in the open tab without a reload after "Yes"', async () => {
    const home = await openX('/home')
    await session.waitForBadges(home, unscored)
    await welcome.bringToFront()
    await press(welcome, 'Skip for now')
    await welcome.waitForFunction(() => document.activeElement?.matches('h2'))
    expect(await step(welcome)).toBe('May Regulars read follower numbers?')
    await press(welcome, 'No')
    await welcome.waitForFunction(() => document.querySelector('h2')?.textContent === 'Write your first note')
    await home.bringToFront()
    await new Promise((resolve) => setTimeout(resolve, 500))
    await session.waitForBadges(home, unscored)
    await welcome.bringToFront()
    await welcome.evaluate(() => document.querySelectorAll<HTMLButtonElement>('.progress button')[1]?.click())
    await press(welcome, 'Yes, read them')
    await home.bringToFront()
    await session.waitForBadges(home, scored)
    expect(session.consoleErrors(home)).toEqual([])
    await home.close()
    await welcome.close()
  })
})

describe.each(BROWSERS)('from the install to the first note (%s)', (kind) => {
  it('takes less than a minute, with the keyboard alone', async () => {
    const practice = await startPractice()
    const from = Date.now()
    const session = await launch(kind, { practice })
    try {
      let keys = 0
      const key = async (page: Page, name: 'Tab' | 'Enter' | 'Control+Enter' | 'Alt+KeyQ'): Promise<void> => {
        keys += 1
        const [modifier, pressed] = name.includes('+') ? name.split('+') as ['Control', 'Enter'] : [undefined, name as 'Tab']
        if (modifier) await page.keyboard.down(modifier)
        await page.keyboard.press(pressed)
        if (modifier) await page.keyboard.up(modifier)
      }
      /** Goes on by Tab until the focus is on a button with these words, and presses it. */
      const pressByKeys = async (page: Page, words: string): Promise<void> => {
        for (let tabs = 0; tabs < 30; tabs += 1) {
          if (await page.evaluate((words) => document.activeElement?.textContent?.trim() === words, words)) return key(page, 'Enter')
          await key(page, 'Tab')
        }
        throw new Error(`No way by keyboard to "${words}".`)
      }
      const welcome = await session.openExtensionPage(WELCOME)
      await welcome.bringToFront()
      await welcome.waitForFunction(() => document.activeElement?.matches('input'))
      await welcome.keyboard.type('Ada Holm')
      keys += 'Ada Holm'.length
      await pressByKeys(welcome, 'Continue')
      await welcome.waitForFunction(() => document.activeElement?.matches('h2'))
      await pressByKeys(welcome, 'Yes, read them')
      await welcome.waitForFunction(() => document.querySelector('h2')?.textContent === 'Write your first note')
      const x = await session.openPage('/home')
      await x.evaluate(() => window.__practice.ready.then(() => undefined))
      await session.waitForBadges(x, scored)
      await x.evaluate(() => document.querySelector<HTMLElement>('article[data-testid=tweet]')?.focus())
      await key(x, 'Alt+KeyQ')
      await key(x, 'Enter')
      const handle = await x.evaluate(() => window.__practice.postsRendered()[0]?.handle ?? '')
      const card = await shownCard(session, x, handle)
      await x.keyboard.type('Met on the first day')
      keys += 'Met on the first day'.length
      await key(x, 'Control+Enter')
      await card.waitForFunction(() => document.querySelector('.notes')?.textContent?.includes('Met on the first day'))
      const seconds = (Date.now() - from) / 1_000
      await welcome.bringToFront()
      await welcome.waitForFunction(() => document.body.textContent?.includes('Your first note is written'))
      const { notes } = await readMemory(welcome)
      expect(notes.map(({ fields }) => [fields['text']?.[0], fields['by']?.[0]])).toEqual([['Met on the first day', 'Ada Holm']])
      console.log(`${kind}: from the launch of the browser to the first note ${seconds.toFixed(1)} s, ${keys} keys`)
      expect(seconds).toBeLessThan(60)
    } finally {
      await session.close()
      await practice.close()
    }
  })
})
