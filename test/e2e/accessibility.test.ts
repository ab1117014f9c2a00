import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { faults } from './harness/axe.ts'
import { eachBrowser } from './harness/each-browser.ts'

/** Every page but the frames on X and the tab that saves by itself and closes. */
const PAGES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.html') && !/(card|picker|by-itself)\.html$/.test(path))
  .sort()
const THEMES = ['light', 'dark'] as const

eachBrowser('axe finds nothing wrong', ({ kind, session }) => {
  // Only Chromium's tools may put a script into a page whose own rules forbid it.
  const tools = it.skipIf(kind !== 'chromium')

  tools.each(PAGES.flatMap((path) => THEMES.map((theme) => ({ path, theme }))))('on $path, $theme', async ({ path, theme }) => {
    const page = await session().openExtensionPage(path)
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }, { name: 'prefers-reduced-motion', value: 'reduce' }])
    await page.waitForFunction(() => document.querySelector('h1, h2, button') !== null)
    expect(await faults(page)).toEqual([])
    await page.close()
  })

  tools.each(THEMES)('in the card, %s', async (theme) => {
    const page = await session().openPage('/home', { params: { theme } })
    await session().waitForBadges(page, (badges) => badges.some(({ label }) => label.startsWith('@tobiokonkwo') && label.includes('contacts')))
    await session().clickBadge(page, 'tobiokonkwo')
    const card = await session().cardFrame(page)
    await card.waitForFunction(() => document.body.textContent?.includes('tobiokonkwo'))
    expect(await faults(card)).toEqual([])
    await page.close()
  })
}, { seed: true })
