import type { Page } from 'puppeteer-core'
import { beforeAll, expect, it } from 'vitest'
import { inContentScript } from '../bench/count-messages.ts'
import { PAGE_MAY_ASK } from '../../src/contract/messages'
import { MOST_LOOK_UPS } from '../../src/features/people/allowance'
import { eachBrowser } from './harness/each-browser.ts'
import { everythingKept } from './harness/everything-kept.ts'
import './hostile-page/traps.ts'

const LONG = process.env['REGULARS_LONG'] !== undefined
const PRIVILEGED = ['people/view', 'people/merge', 'card/redeem', 'notes/add', 'notes/edit', 'notes/remove', 'tags/set', 'fields/set', 'drafts/keep', 'history/undo', 'backup/receive', 'backup/add', 'privacy/erase', 'privacy/rewrite', 'export', 'getToken', 'setSettings', 'deleteAll'].filter((name) => !(PAGE_MAY_ASK as readonly string[]).includes(name))

eachBrowser('floods, and a renderer that was taken over', ({ kind, session }) => {
  let kept: Page
  /** Whether something that only the hostile page says was stored. */
  const hasStored = async (words: string): Promise<boolean> => (await everythingKept(kept)).includes(words)
  beforeAll(async () => void (kept = await session().openExtensionPage('icons/16.png')))

  it('case 15 and case 18 let the content script’s own world ask for nothing but what a page may, in whatever shape', async () => {
    const page = await session().openPage('/search?q=bag')
    await session().waitForBadges(page)
    const answers = await inContentScript(session(), async (names: readonly string[]) => {
      const hostile: Record<string, unknown> = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as Record<string, unknown>
      const shapes = [undefined, null, 7, 'x'.repeat(1_000_000), [], hostile, { subject: hostile, text: 'hostiletoken' }, { subject: { handle: 'maralindq' }, note: '1', text: 'hostiletoken' }]
      const replies = await Promise.all(names.flatMap((regulars) => shapes.map((asked) => chrome.runtime.sendMessage({ regulars, asked }).then((reply: { gives?: unknown } | undefined) => (reply && 'gives' in reply ? `${regulars} answered` : ''), () => ''))))
      return replies.filter((reply) => reply !== '')
    }, PRIVILEGED)
    expect(answers).toEqual([])
    expect(await hasStored('hostiletoken')).toBe(false)
    expect(await session().evaluateInBackground(() => (({}) as { polluted?: unknown }).polluted === undefined)).toBe(true)
    expect(await session().backgroundErrors()).toEqual([])
    await page.close()
  })

  it.runIf(kind === 'chromium')('case 49 lets the content script’s own world read no storage', async () => {
    const page = await session().openPage('/search?q=bag')
    await session().waitForBadges(page)
    const read = await inContentScript(session(), () => Promise.all((['local', 'session'] as const).map((area) => Promise.resolve().then(() => chrome.storage[area].get(null)).then(() => area, () => ''))))
    expect(read).toEqual(['', ''])
    await page.close()
  })

  it('case 16 lets nobody harvest by asking: the answers end with the allowance, and the toolbar says so', async () => {
    const page = await session().openPage('/search?q=bag')
    await session().waitForBadges(page)
    const cards = await inContentScript(session(), async (turns: number) => {
      const asked = { sightings: [...Array.from({ length: 99 }, (_, at) => ({ handle: `nobody_${at}` })), { handle: 'tobiokonkwo' }], xIds: [] }
      const known: number[] = []
      for (let turn = 0; turn < turns; turn += 1) {
        const reply: { gives?: { cards: readonly unknown[] } } = await chrome.runtime.sendMessage({ regulars: 'people/look-up', asked })
        known.push(reply.gives?.cards.length ?? -1)
      }
      return known
    }, MOST_LOOK_UPS / 100 + 10) as readonly number[]
    expect(cards[0]).toBe(1)
    expect(cards.slice(-5)).toEqual([0, 0, 0, 0, 0])
    await expect.poll(() => session().evaluateInBackground(async () => Promise.all((await chrome.tabs.query({ url: 'https://x.com/*' })).map(({ id }) => chrome.action.getBadgeText({ tabId: id! }))))).toContain('!')
    await page.close()
  })

  it(`case 54 and case 55 store nothing and stay alive under a flood of ${LONG ? 20_000 : 2_000} made-up authors and a node that never rests`, async () => {
    const flooded = await session().openPage('/search?q=bag')
    await session().waitForBadges(flooded)
    await flooded.waitForSelector('article')
    await flooded.evaluate(async (most) => {
      const article = document.querySelector('article')
      if (!article?.parentElement) throw new Error('There is no post.')
      for (let made = 0; made < most; made += 100) {
        const copies = Array.from({ length: 100 }, (_, at) => {
          const copy = article.cloneNode(true) as HTMLElement
          for (const link of copy.querySelectorAll('a[href^="/"]')) link.setAttribute('href', `/fake_${made + at}`)
          return copy
        })
        article.parentElement.append(...copies)
        await new Promise((next) => { requestAnimationFrame(next) })
        for (const copy of copies) copy.remove()
      }
      for (let turn = 0; turn < most; turn += 1) article.setAttribute('data-turn', String(turn))
    }, LONG ? 20_000 : 2_000)
    await session().waitForBadges(flooded)
    expect(await hasStored('fake_')).toBe(false)
    expect(session().consoleErrors(flooded)).toEqual([])
    await flooded.close()
  }, LONG ? 600_000 : undefined)

  it('case 56 fights for no badge that the page takes away again and again', async () => {
    const fought = await session().openPage('/search?q=bag')
    await session().waitForBadges(fought)
    await fought.evaluate(() => {
      window.trap = { stacks: [], removals: 0 }
      const take = (): void => { for (const host of document.querySelectorAll('[data-regulars][role=button]')) { host.remove(); window.trap.removals += 1 } }
      new MutationObserver(take).observe(document.documentElement, { subtree: true, childList: true })
      take()
    })
    const removals = (): Promise<number> => fought.evaluate(() => window.trap.removals)
    let last = -1
    await expect.poll(async () => { const now = await removals(); const isStill = now === last; last = now; return isStill }, { interval: 1_500, timeout: 30_000 }).toBe(true)
    expect(session().consoleErrors(fought)).toEqual([])
    await fought.close()
  })

  it('case 26 gets nothing into our pages by their addresses', async () => {
    const lure = encodeURIComponent('<img src=x onerror="document.documentElement.dataset.pwned=1">')
    for (const path of [`src/subject/subject.html#${lure}`, `src/options/options.html?x=${lure}#${lure}`, `src/popup/popup.html?handle=${lure}`, `src/privacy/privacy.html#${lure}`]) {
      const ours = await session().openExtensionPage(path)
      await ours.waitForFunction(() => (document.querySelector('main')?.childElementCount ?? 0) > 0)
      expect(await ours.evaluate(() => [document.documentElement.dataset['pwned'] === undefined, document.querySelector('img[src=x]') === null])).toEqual([true, true])
      expect(session().consoleErrors(ours)).toEqual([])
      await ours.close()
    }
  })

  it('case 62 leaves nothing behind when everything is to be forgotten', async () => {
    const privacy = await session().openExtensionPage('src/privacy/privacy.html')
    await privacy.bringToFront()
    const press = async (words: string): Promise<void> => {
      await privacy.waitForFunction((words) => [...document.querySelectorAll('#forget button')].some((button) => button.textContent === words && button.getAttribute('aria-disabled') !== 'true'), {}, words)
      await privacy.evaluate((words) => [...document.querySelectorAll<HTMLButtonElement>('#forget button')].find((button) => button.textContent === words)?.click(), words)
    }
    await press('Forget everything')
    await press('Yes, forget everything')
    await privacy.waitForFunction(() => document.querySelector('#forget [role=status]')?.textContent === 'Everything is forgotten.')
    const left = await privacy.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
      caches: await caches.keys(),
      alarms: await chrome.alarms.getAll(),
    }))
    expect(left).toEqual({ databases: [], local: {}, session: {}, caches: [], alarms: [] })
    await privacy.close()
  })
}, { seed: true, hostile: true })
