import type { Page } from 'puppeteer-core'
import type { LaunchedBrowser } from '../../../scripts/browser/launched.ts'
import { visitExtensionPage } from '../../../scripts/browser/visit-extension-page.ts'

/** Asks the test-only extension what stands inside closed roots; it knows a page by its tab. */
export interface Probe {
  /** A fresh blank tab that the probe can answer for. */
  readonly newPage: () => Promise<Page>
  readonly ask: <Answer>(page: Page, question: string, about?: unknown) => Promise<Answer>
}

/** The extension may open its welcome page at any moment, so only blank tabs count. */
const blankTabs = (page: Page): Promise<number[]> => page.evaluate(async () => {
  const tabs = await chrome.tabs.query({})
  return tabs.filter((tab) => (tab.pendingUrl ?? tab.url) === 'about:blank').map((tab) => tab.id ?? -1)
})

/** Opens the probe's own page once; every question goes through it, so the tested page sees nothing. */
export async function openProbe(launched: LaunchedBrowser, extensionIndex: number): Promise<Probe> {
  const home = await visitExtensionPage(launched, 'probe.html', extensionIndex)
  const tabs = new WeakMap<Page, number>()
  return {
    newPage: async () => {
      const before = new Set(await blankTabs(home))
      const page = await launched.browser.newPage()
      const added = (await blankTabs(home)).find((id) => !before.has(id))
      if (added === undefined) throw new Error('The probe saw no new tab.')
      tabs.set(page, added)
      await page.bringToFront()
      return page
    },
    ask: async <Answer>(page: Page, question: string, about?: unknown): Promise<Answer> => {
      const tab = tabs.get(page)
      if (tab === undefined) throw new Error('The probe knows only pages opened by session.openPage().')
      const message = { question, about }
      return await home.evaluate((id, sent) => chrome.tabs.sendMessage(id, sent), tab, message) as Answer
    },
  }
}
