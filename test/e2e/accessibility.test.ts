import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'puppeteer-core'
import { expect, it } from 'vitest'
import { eachBrowser } from './harness/each-browser.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PAGES = ['src/options/options.html', 'src/welcome/welcome.html', 'src/popup/popup.html', 'src/replies/replies.html'] as const
const THEMES = ['light', 'dark'] as const

interface Axe {
  run(): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[] }>
}

/** What axe finds wrong, a line each. Its script is put in by the browser's tools: the page's own rules allow none. */
async function faults(place: Page | Frame): Promise<readonly string[]> {
  await place.evaluate(AXE)
  return place.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`))
  })
}

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
