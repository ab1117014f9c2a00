import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ContactRow, PersonRow } from '../../src/domain/person.ts'
import type { JournalRow } from '../../src/domain/journal-entry.ts'
import { homeFeed, repliesFeed } from '../practice/feeds.ts'
import { DEFAULT_OPTIONS } from '../practice/options.ts'
import { person } from '../practice/people.ts'
import { AUTHORED, post } from '../practice/posts.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { openAsking } from './harness/our-ask.ts'

const BRAND = 'northwindair'
const EDITOR = '#layers [data-testid=tweetTextarea_0]'

/** Every post of the timeline's beginning that addresses the brand, as a person would count them. */
function expected(length: number): readonly string[] {
  return homeFeed(DEFAULT_OPTIONS)
    .slice(0, length)
    .map((index) => post(DEFAULT_OPTIONS, index))
    .filter(({ text, author, promoted, repostedBy, quote }) => text.includes(`@${BRAND}`) && author !== 0 && !promoted && repostedBy === undefined && quote === undefined)
    .map(({ id, author }) => `${person(DEFAULT_OPTIONS, author).handle} ${id} theirs addressed us`)
    .sort()
}

interface Stored {
  readonly contacts: readonly string[]
  readonly texts: readonly string[]
  readonly people: readonly string[]
  readonly counted: number
  readonly changes: readonly string[]
}

describe('history by itself', () => {
  eachBrowser('on the timeline', ({ session }) => {
    let page: Page
    const stored = (): Promise<Stored> =>
      session().evaluateInBackground(async () => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('regulars')
          opening.addEventListener('success', () => resolve(opening.result))
          opening.addEventListener('error', () => reject(new Error('The database does not open.')))
        })
        const tables = database.transaction(['contacts', 'people', 'journal'])
        const all = <Row>(table: string): Promise<Row[]> => new Promise((resolve) => {
          const asking = tables.objectStore(table).getAll()
          asking.addEventListener('success', () => resolve(asking.result as Row[]))
        })
        const [contacts, people, journal] = await Promise.all([all<ContactRow>('contacts'), all<PersonRow>('people'), all<JournalRow>('journal')])
        database.close()
        const keyOf = new Map<string, string | undefined>(people.map((row) => [row.id, row.key]))
        const said = ({ fields }: ContactRow, field: string): string => String(fields[field]?.[0])
        return {
          contacts: contacts.map((row) => `${keyOf.get(row.person)} ${row.id} ${said(row, 'direction')} ${said(row, 'provenance')}`).sort(),
          texts: contacts.map((row) => said(row, 'text')),
          people: people.map(({ key }) => String(key)).sort(),
          counted: people.reduce((sum, row) => sum + row.contacts, 0),
          changes: journal.map(({ change }) => change.kind).sort(),
        }
      })
    /** What is stored once nothing comes any more. */
    const settled = async (): Promise<Stored> => {
      for (let before = await stored(); ; ) {
        await new Promise((resolve) => setTimeout(resolve, 400))
        const now = await stored()
        if (JSON.stringify(now) === JSON.stringify(before)) return now
        before = now
      }
    }
    const lower = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replace(/^\S+/, (handle) => handle.toLowerCase())).sort()
    const open = async (path: string): Promise<void> => {
      page = await session().openPage(path)
      await page.evaluate(() => window.__practice.ready)
    }
    /** Scrolls slowly, as a reader does, until a post is on screen; gives every post that was rendered. */
    const scrollPast = (id: string): Promise<void> =>
      page.evaluate(async (id) => {
        for (let y = 0; y < 200_000; y += 500) {
          window.scrollTo(0, y)
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)))
          if (window.__practice.postsRendered().some((shown) => shown.id === id)) return
        }
        throw new Error('The post never came.')
      }, id)

    beforeAll(async () => {
      const options = await session().openExtensionPage('src/options/options.html')
      await options.evaluate(async (brand) => { await chrome.storage.local.set({ settings: { brandAccounts: [brand], myName: 'Ada' } }) }, BRAND)
      await options.close()
    })
    afterEach(async () => {
      expect(session().consoleErrors(page)).toEqual([])
      await page.close()
    })

    it('keeps exactly the posts that address the brand, and of nobody else a single row', async () => {
      await open('/home')
      const last = post(DEFAULT_OPTIONS, homeFeed(DEFAULT_OPTIONS)[99]!)
      await scrollPast(last.id)
      const shown = expected(100)
      await expect.poll(async () => (await stored()).contacts.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(shown.length)
      const { contacts, people, counted, texts, changes } = await settled()
      // Cells just below the hundredth are mounted too: they may count, others may not.
      const near = lower(expected(160))
      expect(lower(shown).filter((line) => !contacts.includes(line))).toEqual([])
      expect(contacts.filter((line) => !near.includes(line))).toEqual([])
      expect(people).toEqual([...new Set(contacts.map((line) => line.replace(/ .*/, '')))].sort())
      expect(counted).toBe(contacts.length)
      // That X's number of somebody was read off a follow button is no contact.
      expect(changes.filter((kind) => kind !== 'person/identified')).toEqual([...contacts.map(() => 'contact/recorded'), ...people.map(() => 'person/met')])
      expect(texts.every((text) => text.includes(`@${BRAND}`))).toBe(true)
    })

    it('counts nothing twice: not on the way back, not in a new tab, not when X makes everything anew', async () => {
      const before = await settled()
      await open('/home')
      await scrollPast(post(DEFAULT_OPTIONS, 60).id)
      await page.evaluate(() => window.scrollTo(0, 0))
      await page.evaluate(() => { window.__practice.rerender(); window.__practice.recreate() })
      await session().waitForBadges(page, (badges) => badges.some(({ handle, label }) => handle === 'tobiokonkwo' && /\d contacts?, last /.test(label)))
      expect(await settled()).toEqual(before)
    })

    it('shows what was said on the card, with the way to its thread', async () => {
      await open('/home')
      await session().waitForBadges(page, (badges) => badges.some(({ handle, label }) => handle === 'callumreyes' && label.includes('1 contact, last ')))
      await session().clickBadge(page, 'callumreyes')
      const card = await session().cardFrame(page)
      await card.waitForFunction(() => document.body.textContent?.includes('They wrote to us'))
      expect(await card.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('.timeline a')].map(({ href }) => href))).toEqual([`https://x.com/callumreyes/status/${post(DEFAULT_OPTIONS, 3).id}`])
      expect(await card.evaluate(() => document.querySelector('.timeline')?.textContent)).toContain('Hey @northwindair, my connection in Oslo was cancelled')
    })

    it('counts the reply that the user sends, once, when it appears', async () => {
      const before = await stored()
      const answered = post(DEFAULT_OPTIONS, 3)
      await open(`/callumreyes/status/${answered.id}`)
      const reply = await page.waitForSelector('article [data-testid=reply]')
      await reply!.click()
      await page.waitForSelector(EDITOR)
      await page.click(EDITOR)
      await page.keyboard.type('We found you a seat via Copenhagen, see www.northwind.example/k7.')
      expect((await stored()).contacts).toEqual(before.contacts)
      await page.click('[data-testid=tweetButton]')
      await expect.poll(async () => (await stored()).contacts.filter((line) => / ours /.test(line))).toEqual([expect.stringMatching(/^callumreyes \d+ ours sent here$/)])
      await page.evaluate(() => { window.__practice.rerender(); window.__practice.recreate() })
      await page.evaluate(() => window.__practice.navigate('/home'))
      expect((await settled()).contacts).toHaveLength(before.contacts.length + 1)
    })

    it('takes the answer right under our own post for one to us, as a guess, and none of the others', async () => {
      const before = await settled()
      const own = post(DEFAULT_OPTIONS, AUTHORED)
      await open(`/${BRAND}/status/${own.id}`)
      const answer = post(DEFAULT_OPTIONS, repliesFeed(DEFAULT_OPTIONS, own.index)[0]!)
      const guess = `${person(DEFAULT_OPTIONS, answer.author).handle.toLowerCase()} ${answer.id} theirs guess`
      await expect.poll(async () => (await stored()).contacts.filter((line) => line.endsWith('guess'))).toEqual([guess])
      await page.evaluate(() => window.scrollTo(0, 5_000))
      expect((await settled()).contacts).toHaveLength(before.contacts.length + 1)
    })

    it('keeps no words of whoever lets their followers alone read them, and forgets those it has, where account facts are on', async () => {
      const wrote = post(DEFAULT_OPTIONS, 3)
      const words = async (): Promise<readonly string[]> => (await stored()).texts.filter((text) => text.includes('my connection in Oslo was cancelled'))
      await open('/home')
      await expect.poll(words).not.toEqual([])
      await page.close()
      const before = (await stored()).contacts
      const { handle } = person(DEFAULT_OPTIONS, wrote.author)
      await session().evaluateInBackground(async (brand) => chrome.storage.local.set({ settings: { brandAccounts: [brand], myName: 'Ada', accountFacts: 'on' } }), BRAND)
      await expect.poll(() => session().evaluateInBackground(async () => (await chrome.scripting.getRegisteredContentScripts()).length)).toBe(1)
      page = await session().openPage('/home', { params: { locked: handle } })
      await expect.poll(words).toEqual([])
      expect((await settled()).contacts).toEqual(expect.arrayContaining([...before]))
    })

    it('forgets the words of a post that X says is gone, not those of one that could not be loaded, and keeps that there was a contact', async () => {
      const asking = await openAsking(session())
      const [gone, unloaded] = ['1999000000000000001', '1999000000000000010']
      const saw = (id: string) => ({ post: id, author: 'goneguest', mentions: [BRAND], leading: 1, promoted: false, reposted: false, quotes: false, text: `@${BRAND} the words of ${id}` })
      await asking.one('history/saw', [saw(gone), saw(unloaded)])
      const words = async (): Promise<readonly string[]> => (await stored()).texts.filter((text) => text.includes('the words of'))
      expect(await words()).toHaveLength(2)
      // No page of a post alone: this one is ready once it shows something that came.
      await open('/home')
      await page.evaluate((id) => window.__practice.navigate(`/goneguest/status/${id}`), gone)
      await expect.poll(words, { timeout: 30_000 }).toEqual([`@${BRAND} the words of ${unloaded}`])
      expect((await stored()).contacts.filter((line) => line.startsWith('goneguest '))).toHaveLength(2)
      // As long as it took the other one to go, and once more.
      await page.evaluate((id) => window.__practice.navigate(`/goneguest/status/${id}`), unloaded)
      await page.waitForFunction(() => document.querySelector('[data-testid="error-detail"] button'))
      await new Promise((resolve) => setTimeout(resolve, 7_000))
      expect(await words()).toHaveLength(1)
      const popup = await session().openExtensionPage('src/popup/popup.html')
      await popup.locator('input[type=search]').fill(`"words of ${gone}"`)
      await popup.waitForFunction(() => document.querySelector('.search [role=status]')?.textContent?.includes('Nobody'))
      await popup.close()
      await asking.page.close()
    })
  })
})
