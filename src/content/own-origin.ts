import browser from 'webextension-polyfill'

/** Chromium hands out the addresses of frames under a name that changes, and serves them under the extension's own. */
export function ownOrigin(): string {
  const { protocol, origin } = new URL(browser.runtime.getURL(''))
  return protocol === 'chrome-extension:' ? `chrome-extension://${browser.runtime.id}` : origin
}
