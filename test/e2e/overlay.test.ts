import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import type { Badge } from './harness/badges.ts'
import { eachBrowser } from './harness/each-browser.ts'

const SURFACES = ['/home', '/search?q=bag', '/i/lists/7', '/maralindq', '/maralindq/followers', '/maralindq/following', '/notifications'] as const

/** Each unit of the page with the handles that X names in it and the badges inside it. */
function unitsWithoutBadge(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('article[data-testid=tweet],[data-testid=UserCell],article[data-testid=notification]')]
      .filter((unit) => unit.querySelectorAll('[data-regulars][role=button]').length === 0)
      .map((unit) => unit.textContent?.slice(0, 80) ?? ''),
  )
}

const named = (handle: string) => (badges: readonly Badge[]): boolean => badges.some((badge) => badge.handle === handle && badge.label.includes('contact'))

describe('the overlay', () => {
  eachBrowser('with a memory and account facts', ({ session }) => {
    const open = async (path: string, params: Record<string, string> = {}): Promise<Page> => {
      const page = await session().openPage(path, { params })
      await page.waitForFunction(() => window.__practice?.ready.then(() => true))
      return page
    }

    it.each(SURFACES)('gives every author on %s exactly one badge with a score', async (path) => {
      const page = await open(path)
      const badges = await session().waitForBadges(page, (badges) => badges.length > 3 && badges.every(({ label }) => /influence \d+/.test(label)))
      expect(await unitsWithoutBadge(page)).toEqual([])
      expect(new Set(badges.map(({ rect: { x, y } }) => `${x} ${y}`)).size).toBe(badges.length)
      expect(session().consoleErrors(page)).toEqual([])
      await page.close()
    })

    it('says what it knows, beginning with the handle', async () => {
      const page = await open('/home')
      const badges = await session().waitForBadges(page, named('tobiokonkwo'))
      expect(badges.find(({ handle }) => handle === 'tobiokonkwo')?.label).toMatch(/^@tobiokonkwo, influence \d+, \d+ contacts, last .+, needs care, customer, 2 notes$/)
      expect(badges.find(({ handle }) => handle === 'fernwehbags')?.label).toMatch(/^@fernwehbags, influence \d+, nothing known yet$/)
      await page.close()
    })

    it('survives what X does to its nodes: renders in place, ticks, themes, languages and a scroll there and back', async () => {
      const page = await open('/home')
      const before = await session().waitForBadges(page, named('tobiokonkwo'))
      for (const change of ['rerender', 'recreate', 'dark', 'arabic'] as const) {
        await page.evaluate((change) => {
          const practice = window.__practice
          if (change === 'rerender') practice.rerender()
          if (change === 'recreate') practice.recreate()
          if (change === 'dark') practice.setTheme('dark')
          if (change === 'arabic') practice.setLang('ar')
        }, change)
        await session().waitForBadges(page, (badges) => named('tobiokonkwo')(badges) && badges.length >= before.length - 3)
        expect(await unitsWithoutBadge(page)).toEqual([])
      }
      await page.evaluate(() => window.scrollTo(0, 20_000))
      await session().waitForBadges(page, (badges) => badges.length > 5 && !badges.some(({ handle, rect }) => handle === 'tobiokonkwo' && rect.x < 800))
      await page.evaluate(() => window.scrollTo(0, 0))
      const after = await session().waitForBadges(page, named('tobiokonkwo'))
      expect(await unitsWithoutBadge(page)).toEqual([])
      expect(after.every(({ label }) => label !== '')).toBe(true)
      await page.close()
    })

    it('follows a hover card and a profile head that X fills with somebody else', async () => {
      const page = await open('/maralindq')
      const onHead = async (): Promise<string | undefined> => {
        const at = await page.evaluate(() => [...document.querySelectorAll('[data-regulars][role=button]')].findIndex((host) => host.closest('[data-testid=UserName]')))
        return (await session().badges(page))[at]?.handle
      }
      await session().waitForBadges(page, named('maralindq'))
      expect(await onHead()).toBe('maralindq')
      await page.evaluate(() => window.__practice.navigate('/priyaflies'))
      await session().waitForBadges(page, (badges) => badges.filter(({ handle }) => handle === 'priyaflies').length > 2)
      expect(await onHead()).toBe('priyaflies')
      await page.close()
    })

    it('gives a hover card its badge once X has filled it, and the next one another', async () => {
      const page = await open('/home')
      await session().waitForBadges(page, named('tobiokonkwo'))
      const inCard = async (): Promise<string | undefined> => {
        const at = await page.evaluate(() => [...document.querySelectorAll('[data-regulars][role=button]')].findIndex((host) => host.closest('[data-testid=HoverCard]')))
        return at < 0 ? undefined : (await session().badges(page))[at]?.label
      }
      for (const handle of ['tobiokonkwo', 'maralindq']) {
        const link = await page.waitForSelector(`article [data-testid=User-Name] a[href="/${handle}"]`)
        await link!.hover()
        await expect.poll(inCard).toMatch(new RegExp(`^@${handle}, influence \\d+, \\d+ contacts`))
        await page.mouse.move(5, 5)
        await page.waitForFunction(() => !document.querySelector('[data-testid=HoverCard]'))
      }
      await page.close()
    })

    it('gives quotes and reposts a badge each', async () => {
      const page = await open('/home')
      const counts = await page.evaluate(async () => {
        for (let y = 0; y < 30_000; y += 800) {
          window.scrollTo(0, y)
          await new Promise((resolve) => setTimeout(resolve, 60))
          const quotes = [...document.querySelectorAll('article [role=link] [data-testid=User-Name]')]
          const reposts = [...document.querySelectorAll('article a [data-testid=socialContext]')]
          if (quotes.length > 0 && reposts.length > 0) {
            await new Promise((resolve) => setTimeout(resolve, 200))
            return {
              quotes: quotes.filter((name) => name.isConnected).every((name) => name.querySelectorAll('[data-regulars]').length === 1),
              reposts: reposts.filter((line) => line.isConnected).every((line) => line.closest('article')!.querySelectorAll('[data-regulars]').length >= 2),
            }
          }
        }
        return undefined
      })
      expect(counts).toEqual({ quotes: true, reposts: true })
      await page.close()
    })

    it('names the other side of a chat', async () => {
      const page = await open('/home')
      await session().waitForBadges(page, named('tobiokonkwo'))
      await page.evaluate(() => window.__practice.navigate('/i/chat'))
      const badges = await session().waitForBadges(page, named('tobiokonkwo'))
      expect(badges.find(({ handle }) => handle === 'tobiokonkwo')?.label).toMatch(/\d+ contacts/)
      await page.close()
    })

    it('focuses the badge of the focused post by Alt+Q, opens the card by Enter, and comes back by Escape', async () => {
      const page = await open('/home')
      await session().waitForBadges(page, named('tobiokonkwo'))
      await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('article[data-testid=tweet]')][1]!.focus())
      await page.keyboard.down('Alt')
      await page.keyboard.press('KeyQ')
      await page.keyboard.up('Alt')
      expect(await page.evaluate(() => document.activeElement?.matches('[data-regulars]') && document.activeElement.closest('article')?.textContent?.includes('Tobias'))).toBe(true)
      await page.keyboard.press('Enter')
      const card = await session().cardFrame(page)
      await card.waitForFunction(() => document.body.textContent?.includes('tobiokonkwo'))
      await page.keyboard.press('Escape')
      await page.waitForFunction(() => document.activeElement?.matches('[data-regulars]'))
      expect(session().consoleErrors(page)).toEqual([])
      await page.close()
    })

    it('is a button with the whole name for assistive technology', async () => {
      if (session().kind !== 'chromium') return
      const page = await open('/home')
      await session().waitForBadges(page, named('tobiokonkwo'))
      const client = await page.createCDPSession()
      const { nodes } = await client.send('Accessibility.getFullAXTree')
      const buttons = nodes.filter(({ role }) => role?.value === 'button').map(({ name }) => String(name?.value))
      expect(buttons.filter((name) => /^@tobiokonkwo, influence \d+, \d+ contacts, last .+, needs care, customer, 2 notes$/.test(name))).toHaveLength(1)
      await page.close()
    })

    it('takes none of X’s own keys', async () => {
      const page = await open('/home')
      await session().waitForBadges(page, named('tobiokonkwo'))
      const keys = ['j', 'k', 'l', 'r', 'n', 't', 'm', 'u', 'b', 's', 'x', 'i', 'o', '.', '?', '/', 'g', 'h', 'a', 'd', 'p', ' ', 'q', 'w', 'v', 'c', 'y', '1', '+']
      await page.evaluate(() => {
        const got: string[] = []
        Object.assign(window, { __got: got })
        // The page may do with its key what it likes; the test only wants to know that it came, and keeps the focus where it is.
        window.addEventListener('keydown', (event) => (got.push(event.key), event.defaultPrevented && got.pop(), event.stopImmediatePropagation()), true)
        document.querySelector<HTMLElement>('article[data-testid=tweet]')!.focus()
      })
      for (const key of keys) await page.keyboard.press(key as 'j')
      expect(await page.evaluate(() => (window as unknown as { __got: string[] }).__got)).toEqual(keys)
      await page.close()
    })
  }, { seed: true })
})
