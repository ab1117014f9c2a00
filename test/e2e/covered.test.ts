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
eachBrowser('our frames on a page that plays tricks', ({ kind, session }) => {
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

  /** What the page lays over ours, or does to all of itself, while presses still go through. */
  const COVERS: Readonly<Record<string, string>> = {
    'case 42: a page that fades': 'html { opacity: .001 }',
    'case 42: a page bent by a filter': 'body { filter: opacity(.01) }',
    'case 43: a cover in the top layer': '#cover { position: fixed; inset: 0; width: 100%; height: 100%; border: 0; background: white; pointer-events: none }',
  }

  // Firefox cannot tell: see the reason of case 43. Planted once, and seen to fail here: a guard that heeds no press.
  it.runIf(kind === 'chromium').each(Object.entries(COVERS))('%s lets no press on the card act, says why, and lets it act again', async (_name, css) => {
    await openX()
    const card = await session().cardFrame(page)
    const tags = (): Promise<readonly string[]> => card.$$eval('.tag[aria-pressed=true]', (buttons) => buttons.map(({ textContent }) => textContent ?? ''))
    const said = (): Promise<string> => card.$eval('.pane', (pane) => pane.textContent ?? '')
    const press = async (): Promise<void> => (await card.waitForSelector('button.tag'))?.click()
    await page.evaluate((css) => {
      const cover = document.createElement('div')
      cover.id = 'cover'
      cover.popover = 'manual'
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      if (css.startsWith('#')) {
        document.body.append(cover)
        cover.showPopover()
      }
    }, css)
    await expect.poll(async () => (await press(), said())).toContain('covers Regulars')
    const held = await tags()
    await press()
    expect(await tags()).toEqual(held)
    // The keyboard goes on.
    await card.focus('button.tag')
    await page.keyboard.press('Enter')
    await expect.poll(tags).not.toEqual(held)
    await page.keyboard.press('Enter')
    await expect.poll(tags).toEqual(held)
    await page.evaluate(() => {
      document.querySelector('#cover')?.remove()
      document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)
    })
    await expect.poll(said).toBe('')
    await press()
    await expect.poll(tags).not.toEqual(held)
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
