import { TargetType, type Target, type WebWorker } from 'puppeteer-core'
import type { LaunchedBrowser } from '../../../scripts/browser/launched.ts'
import { until } from '../../../scripts/browser/until.ts'
import { visitExtensionPage } from '../../../scripts/browser/visit-extension-page.ts'
import { BARE_PAGE, usePage, type Background } from './background.ts'
import { collectWorkerErrors } from './worker-errors.ts'

/** The service worker: stopped by closing it, woken by a message that nobody answers. */
export function chromiumBackground(launched: LaunchedBrowser): Background {
  const { browser } = launched
  const errors: string[] = []
  const isOurs = (target: Target): boolean => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(launched.extensionUrl(''))
  const follow = (target: Target): void => { if (isOurs(target)) void collectWorkerErrors(target, errors).catch(() => undefined) }
  browser.targets().forEach(follow)
  browser.on('targetcreated', follow)

  const current = (): Target | undefined => browser.targets().find(isOurs)
  const wake = (): Promise<void> => usePage(visitExtensionPage(launched, BARE_PAGE), async (page) => {
    await page.evaluate(() => { void chrome.runtime.sendMessage({ wake: true }).catch(() => undefined) })
    await browser.waitForTarget(isOurs, { timeout: 10_000 })
  })
  const worker = async (): Promise<WebWorker> => {
    if (current() === undefined) await wake()
    const found = await current()?.worker()
    if (found === null || found === undefined) throw new Error('The service worker is there but does not answer.')
    return found
  }
  const stop = async (): Promise<void> => {
    const target = current()
    if (target === undefined) return
    // Asked once more where Chromium passed over it: a worker that is just starting is not closed.
    for (let tried = 0; browser.targets().includes(target) && tried < 10; tried += 1) {
      await (await target.worker())?.close().catch(() => undefined)
      await until(() => !browser.targets().includes(target), () => '', 1_000).catch(() => undefined)
    }
    if (browser.targets().includes(target)) throw new Error('The service worker did not stop in 10 seconds.')
  }
  return {
    evaluate: (run, ...args) => worker().then((found) => found.evaluate(run, ...args)),
    kill: stop,
    // Loading the same folder again is what an update does: the id and the stored data stay. runtime.reload() never comes back under the pipe.
    reload: async () => {
      await stop()
      await launched.reinstall()
      await wake()
    },
    errors: async () => [...errors],
  }
}
