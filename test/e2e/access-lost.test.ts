import { describe, expect, it } from 'vitest'
import type { PracticeWindow } from '../practice/app/practice-window.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { runInFirefoxSystem } from './harness/firefox-system.ts'
import type { Session } from './harness/session.ts'

declare global {
  interface Window {
    readonly __practice: PracticeWindow
  }
}

const NOTICE = 'Regulars may no longer read this site. Open its popup to allow it again.'
const ORIGINS = ['https://x.com/*', 'https://pro.x.com/*', 'https://mobile.x.com/*', 'https://twitter.com/*']

/** Takes the access to X away as the browser's own page does for its user: no extension may take its own away. */
async function takeAccess({ kind, launched, extensionId }: Session): Promise<void> {
  if (kind === 'firefox') {
    await runInFirefoxSystem(launched.browser, `
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
      const { extension } = WebExtensionPolicy.getByHostname(${JSON.stringify(extensionId)})
      await ExtensionPermissions.remove(extension.id, { permissions: [], origins: ${JSON.stringify(ORIGINS)} }, extension)`)
    return
  }
  const page = await launched.browser.newPage()
  await page.goto('chrome://extensions')
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: { updateExtensionConfiguration: (change: object) => Promise<void> } }
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' })
  }, extensionId)
  await page.close()
}

// Planted once, and seen to fail here: no listener for permissions.onRemoved.
describe('the access to X taken away in the browser', () => {
  eachBrowser('with a tab open', ({ session }) => {
    it('is said once on the page, in the popup and in the options', async () => {
      const x = await session().openPage('/home')
      await x.evaluate(() => window.__practice.ready.then(() => undefined))
      await session().waitForBadges(x)
      await takeAccess(session())
      await x.bringToFront()
      await x.waitForSelector('body > [role=status][data-regulars]')
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(await x.$$eval('body > [role=status][data-regulars]', (notices) => notices.length)).toBe(1)
      expect((await session().closedElements(x, 'p[role=img]')).map(({ label }) => label)).toEqual([NOTICE])
      expect(session().consoleErrors(x)).toEqual([])
      for (const path of ['src/popup/popup.html', 'src/options/options.html']) {
        const page = await session().openExtensionPage(path)
        await page.bringToFront()
        await page.waitForFunction(() => document.body.textContent?.includes('Regulars may not read x.com.'), { polling: 30 })
        await page.close()
      }
      await x.close()
    })
  })
})
