import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LookUpAnswer, PersonView } from '../../src/features/people/people-messages'
import { eachBrowser } from './harness/each-browser.ts'
import { type Asking, openAsking } from './harness/our-ask.ts'

const VALID = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
const INVALID = ['x'.repeat(5_000), 'ada%0a', 'ada\n', '\u202Eada', 'ａｄａ', 'аcme', '', 'ada/lee', '../ada', '<b>ada</b>']

describe('hostile people', () => {
  eachBrowser('asked about', ({ session }) => {
    let asking: Asking
    beforeAll(async () => void (asking = await openAsking(session())))
    afterAll(async () => asking.page.close())
    const view = async (asked: object): Promise<PersonView> => (await asking.one('people/view', asked)) as PersonView
    const add = (subject: object, text: string): Promise<unknown> => asking.one('notes/add', { subject, note: crypto.randomUUID(), text })
    const cardsOf = async (...sightings: readonly object[]) => ((await asking.one('people/look-up', { sightings, xIds: [] })) as LookUpAnswer).cards

    it('case 29 are handles like any other, folded once, or are refused; nothing becomes a property of anything', async () => {
      for (const handle of VALID) await add({ handle }, `About ${handle}`)
      for (const handle of VALID) {
        expect((await view({ handle: handle.toUpperCase() })).notes.map(({ text }) => text)).toEqual([`About ${handle}`])
        expect(await cardsOf({ handle })).toMatchObject([{ key: handle.toLowerCase(), notes: 1 }])
      }
      for (const handle of INVALID) await expect(add({ handle }, 'x')).rejects.toThrow(/handle/i)
      for (const handle of INVALID) expect(await cardsOf({ handle }, { handle: 'constructor' }).catch(() => [{ notes: 1 }])).toMatchObject([{ notes: 1 }])
      expect(await asking.page.evaluate(() => Object.keys(Object.prototype).length)).toBe(0)
      expect(await session().backgroundErrors()).toEqual([])
    })

    it('case 30 who look alike, were renamed, or took a handle over, are told apart by the account’s own id', async () => {
      await add({ handle: 'acme', xId: '77' }, 'The real one')
      await expect(add({ handle: 'аcme' }, 'x')).rejects.toThrow(/handle/i)
      expect(await cardsOf({ handle: 'acme', xId: '88' })).toMatchObject([{ key: 'acme', takenOver: true, notes: 0, contacts: 0, tags: [] }])
      expect((await view({ handle: 'acme', xId: '88' })).notes).toEqual([])
      expect(await cardsOf({ handle: 'acme_new', xId: '77' })).toMatchObject([{ key: 'acme_new', notes: 1 }])
      expect((await view({ handle: 'acme_new', xId: '77' })).notes.map(({ text }) => text)).toEqual(['The real one'])
    })

    it('case 31 get a badge beside their own name alone, wherever on the page it is and however a post quotes, cards or claims somebody else', async () => {
      await add({ handle: 'thevictim' }, 'About the victim')
      const page = await session().openPage('/search?q=bag', { params: { hostile: '1' } })
      await page.bringToFront()
      await session().waitForBadges(page, (badges) => badges.length > 5 && badges.every(({ label }) => /^@\w{1,15}, /.test(label)))
      const posts = await page.evaluate(claimEverywhere)
      expect(posts).toBeGreaterThan(5)
      let checked = 0
      for (let screen = 0; screen < 4; screen += 1) {
        let beside = 0
        // The page may move between the two looks at it: who stands with somebody else stays there, at every further look.
        const elsewhere = async (): Promise<readonly string[]> => {
          const badges = await session().waitForBadges(page, (badges) => badges.length > 5 && badges.every(({ label }) => /^@\w{1,15}, /.test(label)))
          expect(badges.filter(({ handle }) => handle.toLowerCase() === 'thevictim')).toEqual([])
          const found = await page.evaluate(badgesBesideOthers, badges.map(({ handle, rect }) => ({ handle: handle.toLowerCase(), x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 })))
          beside = found.beside
          return found.elsewhere
        }
        await expect.poll(elsewhere, { timeout: 15_000 }).toEqual([])
        checked += beside
        await page.evaluate(() => window.scrollBy(0, innerHeight))
        await page.evaluate(claimEverywhere)
      }
      expect(checked).toBeGreaterThan(20)
      expect(session().consoleErrors(page)).toEqual([])
      await page.close()
    })
  })
})

/** Puts the victim's name into every post on the page: as a link card's, in the words, behind the counts, and as a name without a post. Gives how many posts there were. */
function claimEverywhere(): number {
  const claim = (): HTMLElement => {
    const name = document.createElement('div')
    name.dataset['testid'] = 'User-Name'
    name.append(Object.assign(document.createElement('a'), { href: '/thevictim', textContent: 'The Victim' }), Object.assign(document.createElement('span'), { textContent: '@thevictim' }))
    return name
  }
  const posts = [...document.querySelectorAll('article[data-testid="tweet"]')].filter((post) => !post.querySelector('[data-claim]'))
  for (const post of posts) {
    const card = document.createElement('div')
    card.setAttribute('data-testid', 'card.wrapper')
    card.setAttribute('data-claim', '')
    card.append(claim())
    post.append(card)
    post.querySelector('[data-testid="tweetText"]')?.append(Object.assign(document.createElement('a'), { href: '/thevictim', textContent: '@thevictim' }))
    post.querySelector('[role="group"]')?.after(claim())
  }
  return posts.length
}

/** Of these badges: how many stand in the line of the name that is theirs, and who stands in somebody else's. Places outside the viewport count as well. */
function badgesBesideOthers(shown: readonly { readonly handle: string; readonly x: number; readonly y: number }[]): { readonly beside: number; readonly elsewhere: readonly string[] } {
  const lines = [...document.querySelectorAll('[data-testid="User-Name"], [data-testid="UserName"], [data-testid="UserCell"]')].map((line) => ({ line, box: line.getBoundingClientRect() }))
  const isWithin = (box: DOMRect, x: number, y: number): boolean => y >= box.top - 2 && y <= box.bottom + 2 && x >= box.left - 2 && x <= box.right + 200
  const namesIn = (line: Element): readonly string[] => [...line.querySelectorAll('a[href]')].map((link) => (link.getAttribute('href') ?? '').toLowerCase())
  const elsewhere: string[] = []
  let beside = 0
  for (const { handle, x, y } of shown) {
    const [own] = lines.filter(({ box }) => isWithin(box, x, y)).toSorted((one, other) => one.box.width - other.box.width)
    if (!own) continue
    // A quoted name is no link: there the handle stands as a word.
    const isTheirs = namesIn(own.line).includes(`/${handle}`) || (namesIn(own.line).length === 0 && (own.line.textContent?.toLowerCase().match(/@\w{1,15}/g) ?? []).some((word) => word === `@${handle}`))
    if (isTheirs) beside += 1
    else elsewhere.push(`@${handle} beside ${own.line.textContent?.slice(0, 60)}`)
  }
  return { beside, elsewhere }
}
