import type { Page } from 'puppeteer-core'
import { afterEach, expect, it } from 'vitest'
import { openCard } from './harness/card.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { openComposer, saveReplies } from './harness/picker.ts'

const HANDLE = 'tobiokonkwo'
const HOST = 'body > [data-regulars]:not([role])'
/** What a page may set on an element, by its style and by its rules, to hide it, shrink it or carry it off. */
const TRICKS = { opacity: '0', filter: 'opacity(0)', 'clip-path': 'inset(50%)', 'mix-blend-mode': 'destination-out', transform: 'scale(.01)', zoom: '0.1', left: '-3000px', top: '-3000px', width: '1px', height: '1px', display: 'none', visibility: 'hidden', 'pointer-events': 'none', 'z-index': '-1', position: 'static', 'mask-image': 'linear-gradient(transparent, transparent)', scale: '0', translate: '2000px', rotate: '90deg', 'content-visibility': 'hidden' } as const
// What stands around a frame of ours, or over it, nothing in it can undo: see the reasons of cases 42 and 43.
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
  const openX = async (): Promise<void> => {
    page = await session().openPage('/home')
    await session().waitForBadges(page, (badges) => badges.some(({ handle }) => handle === HANDLE))
    await openCard(session(), page, HANDLE)
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
}, { seed: true })
