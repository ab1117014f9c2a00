import type { Browser } from 'puppeteer-core'
import { runInFirefoxSystem } from './firefox-system.ts'

/** A notification that the desktop was asked to show. */
export interface ShownAlert {
  readonly title: string
  readonly text: string
}

/** Stands in for the desktop's notifications: a headless Firefox has none, and takes each for finished at once. What would be shown is kept. */
export async function standInForAlerts(browser: Browser): Promise<void> {
  await runInFirefoxSystem(browser, `
    const shown = (globalThis.alertsOfTest = [])
    const service = {
      QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
      showAlert: (alert, listener) => void shown.push({ title: alert.title, text: alert.text, press: () => listener.observe(null, 'alertclickcallback', alert.cookie) }),
      closeAlert: () => undefined,
    }
    const factory = { QueryInterface: ChromeUtils.generateQI(['nsIFactory']), createInstance: (wanted) => service.QueryInterface(wanted) }
    Components.manager.QueryInterface(Ci.nsIComponentRegistrar).registerFactory(Services.uuid.generateUUID(), 'Alerts of a test', '@mozilla.org/alerts-service;1', factory)`)
}

/** Every notification that was shown since, in that order. */
export function shownAlerts(browser: Browser): Promise<readonly ShownAlert[]> {
  return runInFirefoxSystem(browser, 'return alertsOfTest.map(({ title, text }) => ({ title, text }))')
}

/** Presses one of them, as a person does. */
export async function pressAlert(browser: Browser, nth: number): Promise<void> {
  await runInFirefoxSystem(browser, `alertsOfTest[${nth}].press()`)
}
