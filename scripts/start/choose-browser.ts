import { ensureBrowsers } from '../browser/ensure-browsers.ts'
import { BROWSER_NAMES, findBrowser, type FoundBrowser } from '../browser/find-browser.ts'

/** The wished browser, or any; on a bare Debian as root, Chromium is installed first. */
export async function chooseBrowser(wish: string | undefined): Promise<FoundBrowser> {
  const found = findBrowser(wish)
  if (found !== undefined) return found
  if (wish === undefined || wish === 'chromium' || wish === 'firefox') {
    await ensureBrowsers([wish ?? 'chromium'])
    const installed = findBrowser(wish)
    if (installed !== undefined) return installed
  }
  throw new Error(`There is no browser "${wish ?? ''}" on this machine: install it, or set BROWSER to one of ${BROWSER_NAMES.join(', ')} or to the path of its program.`)
}
