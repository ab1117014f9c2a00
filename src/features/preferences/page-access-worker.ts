import browser from 'webextension-polyfill'

/** The hosts that the overlay reads. */
export const X_ORIGINS = ['https://x.com/*', 'https://pro.x.com/*', 'https://mobile.x.com/*', 'https://twitter.com/*']

const PAGE_FACTS = { id: 'page-facts', js: ['src/page-facts.js'], matches: X_ORIGINS, world: 'MAIN', runAt: 'document_start', persistAcrossSessions: true } as const

/** Registers the script in the page's own world when the user said yes, and takes it away otherwise. */
export async function applyAccountFacts(on: boolean): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [PAGE_FACTS.id] })
  if (on && registered.length === 0) await browser.scripting.registerContentScripts([{ ...PAGE_FACTS, js: [...PAGE_FACTS.js] }])
  if (!on && registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [PAGE_FACTS.id] })
}

/** Starts page-facts in the X tabs that are open already, so that the answer counts at once. */
export async function startInOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: X_ORIGINS })
  const started = tabs.flatMap(({ id }) =>
    id === undefined ? [] : [browser.scripting.executeScript({ target: { tabId: id }, files: [...PAGE_FACTS.js], world: 'MAIN' })],
  )
  await Promise.allSettled(started)
}
