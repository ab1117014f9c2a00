import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, it } from 'vitest'
import { until } from '../../scripts/browser/until.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { everythingKept } from './harness/everything-kept.ts'
import { moment, serveHostile } from './hostile-page/hostile-page.ts'
import { layTraps, overrideEverything } from './hostile-page/traps.ts'

const OUR_PAGES = ['src/popup/popup.html', 'src/options/options.html', 'src/subject/subject.html', 'src/privacy/privacy.html', 'src/backup/backup.html', 'src/replies/replies.html', 'src/welcome/welcome.html']

eachBrowser('what a hostile page tries', ({ kind, session, practice }) => {
  let page: Page
  let kept: Page
  const foreign = /chrome-extension:|moz-extension:/

  beforeAll(async () => {
    await session().evaluateInBackground(() => chrome.storage.local.set({ settings: { accountFacts: 'on' } }))
    await until(() => session().evaluateInBackground(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1), () => 'The account facts were not switched on.')
    serveHostile(practice(), '/home', layTraps)
    kept = await session().openExtensionPage('icons/16.png')
    page = await session().openPage('/home')
    await session().waitForBadges(page)
  }, 60_000)

  it('case 41 finds our address in no stack, no error and no rejection', async () => {
    await page.evaluate(() => {
      for (const detail of ['', '{', '[]', '["@a"]', '[1,{}]', 'x'.repeat(10_000)]) document.dispatchEvent(new CustomEvent('regulars:facts-wanted', { detail }))
    })
    await moment()
    const stacks = await page.evaluate((id) => window.trap.stacks.filter((stack) => /(chrome|moz)-extension:/.test(stack) || stack.includes(id)), session().extensionId)
    expect(stacks).toEqual([])
    expect(await page.evaluate(() => window.trap.stacks.length)).toBeGreaterThan(10)
  })

  it('case 12 changes nothing by events, channels and storage of its own', async () => {
    await page.evaluate(() => {
      const payload = { announce: 'people/changed', keys: ['a'], regulars: 'notes/add', asked: { subject: { handle: 'maralindq' }, note: '1', text: 'hostiletoken' } }
      for (const name of ['regulars', 'regulars:facts', 'regulars:settings', 'people/changed', 'DOMContentLoaded', 'storage', 'message']) {
        document.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(payload), bubbles: true }))
        window.dispatchEvent(new CustomEvent(name, { detail: payload }))
      }
      window.dispatchEvent(new StorageEvent('storage', { key: 'settings', newValue: JSON.stringify(payload) }))
      localStorage.setItem('settings', JSON.stringify(payload))
      new BroadcastChannel('regulars').postMessage(payload)
    })
    await moment()
    expect((await everythingKept(kept)).includes('hostiletoken')).toBe(false)
    expect(session().consoleErrors(page)).toEqual([])
  })

  it('case 13 has no line to the extension', async () => {
    const ways = await page.evaluate(() => {
      const { chrome: one, browser: other } = window as unknown as Record<string, { runtime?: Record<string, unknown> } | undefined>
      return [one, other].flatMap((api) => ['sendMessage', 'connect'].filter((name) => typeof api?.runtime?.[name] === 'function'))
    })
    expect(ways).toEqual([])
  })

  it('case 36 and case 37 load no file of ours by its address', async () => {
    const dist = join(process.cwd(), 'dist', kind === 'chromium' ? 'chrome' : 'firefox')
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[a-z]+$/.test(file))
    const load = (from: Page): Promise<string[]> => from.evaluate(async (files, root) => {
      const loaded = await Promise.all(files.map(async (file) => ((await fetch(root + file).then(() => true, () => false)) || (await new Promise((done) => { const image = new Image(); image.addEventListener('load', () => done(true)); image.addEventListener('error', () => done(false)); image.src = root + file }))) && file))
      return loaded.filter((file) => file !== false)
    }, files, session().extensionUrl(''))
    // Firefox has no changing addresses: whoever knew ours could fetch the two frames' pages from x.com. It is made anew in each profile, and no page learns it.
    const frames = new Set(['src/card/card.html', 'src/picker/picker.html'])
    expect((await load(page)).filter((file) => kind === 'chromium' || !frames.has(file))).toEqual([])
    const other = await session().openPage('/home', { host: 'pro.x.com' })
    expect(await load(other)).toEqual([])
    await other.close()
  })

  it('case 46 frames no page of ours', async () => {
    const framed = await page.evaluate((addresses) => addresses.map((address) => {
      const frame = document.createElement('iframe')
      frame.className = 'lure'
      frame.src = address
      document.body.append(frame)
      return address
    }), OUR_PAGES.map((path) => session().extensionUrl(path)))
    await moment(1_000)
    const shown = await Promise.all(page.frames().slice(1).map((frame) => frame.evaluate(() => document.querySelector('main')?.childElementCount ?? 0).catch(() => 0)))
    expect(framed).toHaveLength(OUR_PAGES.length)
    expect(shown.filter((children) => children > 0)).toEqual([])
    await page.evaluate(() => { for (const frame of document.querySelectorAll('.lure')) frame.remove() })
  })

  it('case 57 reaches nothing by what it overrides', async () => {
    const before = session().consoleErrors(page).length
    await page.evaluate(overrideEverything)
    await page.evaluate(() => scrollBy(0, 3_000))
    const badges = await session().waitForBadges(page, (badges) => badges.length > 3 && badges.every(({ label }) => /^@\w+, /.test(label)))
    expect(badges.filter(({ label }) => label.includes('theirs'))).toEqual([])
    // What X itself throws now is its own affair.
    expect(session().consoleErrors(page).slice(before).filter((error) => foreign.test(error))).toEqual([])
  })
}, { seed: true, hostile: true })
