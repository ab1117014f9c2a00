import type { Page } from 'puppeteer-core'
import type { LaunchedBrowser } from './launched.ts'

/** Opens a page of an extension in a tab; Firefox sends no load events for these, so readiness is asked for. */
export async function visitExtensionPage(launched: LaunchedBrowser, path: string, extensionIndex = 0): Promise<Page> {
  const page = await launched.browser.newPage()
  const url = launched.extensionUrl(path, extensionIndex)
  await page.goto(url, launched.kind === 'firefox' ? { waitUntil: [] } : { waitUntil: 'load' })
  await page.waitForFunction((wanted) => location.href.startsWith(wanted) && document.readyState === 'complete', {}, url)
  return page
}
