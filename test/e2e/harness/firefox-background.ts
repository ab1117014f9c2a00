import type { LaunchedBrowser } from '../../../scripts/browser/launched.ts'
import { until } from '../../../scripts/browser/until.ts'
import { visitExtensionPage } from '../../../scripts/browser/visit-extension-page.ts'
import { BARE_PAGE, usePage, type Background } from './background.ts'
import { runInFirefoxSystem } from './firefox-system.ts'

/** Firefox's own note that a tab was closed while its question was on the way: no script is left that could catch it, and nobody waits for the answer. */
const CLOSED_MEANWHILE = /^Promise (?:resolved|rejected) after context unloaded\b/

/** The event page: stopped through Firefox's own parent process, since nothing of the extension can do it. */
export function firefoxBackground(launched: LaunchedBrowser): Background {
  const { browser } = launched
  const host = launched.extensionHosts[0] ?? ''
  const policy = `WebExtensionPolicy.getByHostname(${JSON.stringify(host)})`
  const instance = (): Promise<string | null> => runInFirefoxSystem(browser, `return ${policy}?.active ? String(${policy}.extension?.instanceId) : null`)
  return {
    evaluate: (run, ...args) => usePage(visitExtensionPage(launched, BARE_PAGE), (page) => page.evaluate(run, ...args)),
    kill: async () => {
      await runInFirefoxSystem(browser, `await ${policy}.extension.terminateBackground({ disableResetIdleForTest: true, ignoreDevToolsAttached: true })`)
    },
    reload: async () => {
      const before = await instance()
      await launched.reinstall()
      await until(async () => {
        const now = await instance()
        return now !== null && now !== before
      }, () => 'Firefox did not bring the extension back in 10 seconds.')
      await runInFirefoxSystem(browser, `await ${policy}.extension.promiseBackgroundStarted?.()`)
    },
    errors: async () => (await runInFirefoxSystem<string[]>(browser, `return Services.console.getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag) && message.sourceName.startsWith('moz-extension://${host}/'))
      .map((message) => message.errorMessage + ' (' + message.sourceName + ':' + message.lineNumber + ')')`)).filter((error) => !CLOSED_MEANWHILE.test(error)),
  }
}
