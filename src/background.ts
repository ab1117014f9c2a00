import browser, { type Runtime } from 'webextension-polyfill'
import { answers } from './background/answers'
import { watchX } from './background/x-work'
import { watchTheCrm } from './background/crm-work'
import { announce, announceTo } from './contract/announce'
import { answerAll } from './contract/answer'
import { CARD_PORT } from './contract/messages'
import { watchBackups } from './features/backup/automatic-worker'
import { survival } from './features/backup/canary-worker'
import { watchBin } from './features/notes/bin-worker'
import { applyAccountFacts, startInOpenTabs, X_ORIGINS } from './features/preferences/page-access-worker'
import { pageSettings, settingsChanged } from './features/preferences/page-settings-worker'
import { finishStorage } from './features/privacy/rewrite-storage-worker'
import { buildSearchIndex } from './features/people/search-index-worker'
import { readSettings, type Settings, watchSettings } from './settings/settings'
import { openStore } from './store/open-store'

// Everything below is registered in the first turn: a listener that comes later does not wake a stopped worker.
answerAll(answers)
watchSettings((settings) => void follow(settings))
browser.runtime.onInstalled.addListener(({ reason }) => void afterInstall(reason))
browser.runtime.onStartup.addListener(() => void buildSearchIndex())
browser.runtime.onStartup.addListener(() => void finishStorage().then(openStore).then(survival))
watchBin()
watchBackups()
watchX()
watchTheCrm()
browser.runtime.onConnect.addListener(watchCard)
browser.permissions.onRemoved.addListener(() => void tellLostAccess())
closeStorage()

/** Settings are for our own pages and the background; a content script has no business in storage. Firefox has no such switch for local storage. */
function closeStorage(): void {
  const area: { setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> } | undefined = globalThis.chrome?.storage?.local
  void area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined)
}

async function afterInstall(reason: string): Promise<void> {
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('src/welcome/welcome.html#first') })
  await followAccountFacts((await readSettings()).accountFacts === 'on')
  await buildSearchIndex()
}

/** Tabs are told after page-facts stands in them: told before, they would find no facts and not ask again. */
async function follow(settings: Settings): Promise<void> {
  settingsChanged(settings)
  await followAccountFacts(settings.accountFacts === 'on').catch(() => undefined)
  // The settings of now: another change may have come and gone through meanwhile.
  await announce({ announce: 'settings/changed', settings: await pageSettings() })
}

async function followAccountFacts(on: boolean): Promise<void> {
  await applyAccountFacts(on)
  if (on) await startInOpenTabs()
}

/** A card holds a port while it lives: when that closes, its tab is told, so that no other page can sit in its frame. */
function watchCard(port: Runtime.Port): void {
  const tab = port.sender?.tab?.id
  if (!port.name.startsWith(CARD_PORT) || tab === undefined) return
  const ticket = port.name.slice(CARD_PORT.length)
  port.onDisconnect.addListener(() => void announceTo(tab, { announce: 'card/gone', ticket }))
}

async function tellLostAccess(): Promise<void> {
  if (!(await browser.permissions.contains({ origins: X_ORIGINS.slice(0, 1) }))) await announce({ announce: 'access/lost' })
}
