import browser from 'webextension-polyfill'
import type { Announcement } from './messages'

const X_TABS = ['https://x.com/*', 'https://pro.x.com/*', 'https://mobile.x.com/*', 'https://twitter.com/*']

/** Tells every X tab and every open page of ours. Resolves once it is on its way, whoever listens: nobody listening is no error. */
export async function announce(announcement: Announcement): Promise<void> {
  // Without access to X its tabs have no address for us: then every tab is told, and only ours listen.
  const tabs = await browser.tabs.query(announcement.announce === 'access/lost' ? {} : { url: X_TABS })
  for (const { id } of tabs) if (id !== undefined) void announceTo(id, announcement)
  browser.runtime.sendMessage(announcement).catch(() => undefined)
}

/** Tells one tab: its content script and its card, which in Firefox no `runtime.sendMessage` reaches (seen in 153). */
export async function announceTo(tab: number, announcement: Announcement): Promise<void> {
  await browser.tabs.sendMessage(tab, announcement).catch(() => undefined)
}

/** Listens to announcements until the signal. */
export function onAnnouncement(heard: (announcement: Announcement) => void, signal?: AbortSignal): void {
  const listen = (message: unknown): undefined => {
    if (isAnnouncement(message)) heard(message)
    return undefined
  }
  browser.runtime.onMessage.addListener(listen)
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listen))
}

function isAnnouncement(message: unknown): message is Announcement {
  return typeof message === 'object' && message !== null && typeof (message as Partial<Announcement>).announce === 'string'
}
