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

    it('case 31 get a badge beside their own name alone, however a post quotes, cards or claims somebody else', async () => {
      const page = await session().openPage('/search?q=bag', { params: { hostile: '1' } })
      await page.bringToFront()
      const badges = await session().waitForBadges(page, (badges) => badges.length > 5 && badges.every(({ label }) => /^@\w{1,15}, /.test(label)))
      const wrong = await page.evaluate((shown) => shown.filter(({ x, y, handle }) => {
        const line = document.elementFromPoint(x, y)?.closest('[data-testid="User-Name"], [data-testid="UserName"], [data-testid="UserCell"], article')
        return line !== null && line !== undefined && ![...line.querySelectorAll('a[href]')].some((link) => link.getAttribute('href')?.toLowerCase() === `/${handle.toLowerCase()}`) && !line.textContent.toLowerCase().includes(`@${handle.toLowerCase()}`)
      }), badges.map(({ handle, rect }) => ({ handle, x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 })))
      expect(wrong).toEqual([])
      expect(session().consoleErrors(page)).toEqual([])
      await page.close()
    })
  })
})
