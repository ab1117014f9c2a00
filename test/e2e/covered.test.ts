import type { Frame, Page } from 'puppeteer-core'
import { afterEach, expect, it } from 'vitest'
import { openCard } from './harness/card.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { readMemory } from './harness/memory.ts'
import { openAsking } from './harness/our-ask.ts'
import { openComposer, saveReplies } from './harness/picker.ts'

const HANDLE = 'tobiokonkwo'
const HOST = 'body > [data-regulars]:not([role])'
/** What a page may set on an element, by its style and by its rules, to hide it, shrink it or carry it off. */
const TRICKS = { opacity: '0', filter: 'opacity(0)', 'clip-path': 'inset(50%)', 'mix-blend-mode': 'destination-out', transform: 'scale(.01)', zoom: '0.1', left: '-3000px', top: '-3000px', width: '1px', height: '1px', display: 'none', visibility: 'hidden', 'pointer-events': 'none', 'z-index': '-1', position: 'static', 'mask-image': 'linear-gradient(transparent, transparent)', scale: '0', translate: '2000px', rotate: '90deg', 'content-visibility': 'hidden' } as const
/** What it may do around it, which nothing in it can undo. */
const AROUND = {
  'case 42 opacity on html': () => document.documentElement.style.setProperty('opacity', '.001', 'important'),
  'case 42 a filter on body': () => document.body.style.setProperty('filter', 'opacity(0)', 'important'),
  'case 43 a cover in the top layer that lets presses through': () => {
    const cover = document.createElement('div')
    cover.id = 'cover'
    cover.setAttribute('popover', 'manual')
    cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:white;pointer-events:none'
    cover.textContent = 'Press here to go on'
    document.body.append(cover)
    cover.showPopover()
  },
} as const

// Seen to fail: a host whose rules are not important.
eachBrowser('our frames on a page that plays tricks', ({ session }) => {
  let page: Page
  afterEach(() => page.close())

  /** How the host looks, where it stands, and what is hit in its middle. */
  const looks = (): Promise<unknown> => page.evaluate((host, names) => {
    const element = document.querySelector(host)!
    const style = getComputedStyle(element)
    const { x, y, width, height } = element.getBoundingClientRect()
    return { box: [x, y, width, height], isHit: document.elementFromPoint(x + width / 2, y + height / 2) === element, style: Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)])) }
  }, HOST, Object.keys(TRICKS))
  const play = async (): Promise<void> => {
    await page.evaluate((host, tricks) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`${host}, [data-regulars] { ${Object.entries(tricks).map(([name, value]) => `${name}: ${value} !important`).join(';')} }`)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      for (const [name, value] of Object.entries(tricks)) document.querySelector<HTMLElement>(host)!.style.setProperty(name, value, 'important')
    }, HOST, TRICKS)
  }
  const openX = async (): Promise<Frame> => {
    page = await session().openPage('/home')
    await session().waitForBadges(page, (badges) => badges.some(({ handle }) => handle === HANDLE))
    return openCard(session(), page, HANDLE)
  }

  it('case 42 keeps the card as it is, whatever the page sets on it', async () => {
    await openX()
    const before = await looks()
    expect(before).toMatchObject({ isHit: true })
    await play()
    expect(await looks()).toEqual(before)
  })

  it('case 42 keeps the picker as it is, whatever the page sets on it', async () => {
    await (await saveReplies(session())).page.close()
    ;({ page } = await openComposer(session()))
    await page.keyboard.type('/')
    await page.waitForFunction((host) => (document.querySelector(host)?.getBoundingClientRect().height ?? 0) > 100, {}, HOST)
    const before = await looks()
    await play()
    expect(await looks()).toEqual(before)
  })

  it.each(Object.keys(AROUND) as (keyof typeof AROUND)[])('%s: a double press in the card destroys nothing', async (name) => {
    const asking = await openAsking(session())
    await asking.one('notes/add', { subject: { handle: HANDLE }, note: crypto.randomUUID(), text: `Kept through ${name}` })
    const card = await openX()
    const { x, y } = await page.$eval(HOST, (host) => host.getBoundingClientRect().toJSON() as DOMRect)
    await page.evaluate(AROUND[name])
    const remove = '.note button[aria-label="Remove note"]'
    await card.waitForSelector(remove)
    const place = await card.$eval(remove, (button) => {
      button.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = button.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    })
    await page.mouse.click(x + place.x, y + place.y, { count: 2 })
    // The press came through, as nothing can prevent; it only asked, and the second one of the pair is dead.
    await card.waitForFunction(() => document.querySelector('.note button[data-kind=danger]') !== null)
    const { journal } = await readMemory(asking.page)
    const kinds = journal.map(({ change }) => change).filter(({ kind, ...change }) => ['person/erased', 'person/merged', 'person/removed'].includes(kind) || (kind === 'note/removed' && (change as { removed?: boolean }).removed))
    expect(kinds).toEqual([])
    expect(await asking.one('people/view', { handle: HANDLE })).toMatchObject({ notes: expect.arrayContaining([expect.objectContaining({ text: `Kept through ${name}` })]) as unknown })
    await asking.page.close()
  })
}, { seed: true })
