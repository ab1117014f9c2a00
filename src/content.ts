import browser from 'webextension-polyfill'
import { makeContactNoter } from './content/note-contacts'
import { makeCardOpener } from './content/open-card'
import { makeOverlay } from './content/overlay'
import type { House } from './content/house'
import { makeGoneTeller } from './content/tell-gone'
import { tellWhoIsHere } from './content/who-is-here'
import { onAnnouncement } from './contract/announce'
import { askFromPage, isConnected } from './contract/ask'
import type { PageSettings } from './features/preferences/page-settings'
import { removeLeftovers } from './page/badge-layer'
import { focusBadgeByChord } from './page/focus-badge'
import { guardHosts } from './page/guard-hosts'
import { holdKeys } from './page/hold-keys'
import { showNotice } from './page/notice'
import { onComposer } from './page/on-composer'
import { readTheme } from './page/read-theme'
import { makeViewerReader } from './page/read-viewer'
import { watchSending } from './page/watch-sending'
import { watchTheme } from './page/watch-theme'
import { watchUnits } from './page/watch-units'
import { speak, word } from './ui/words'

/** How often a script that nobody calls looks whether its extension is still there, in ms. */
const PULSE = 3_000

const stop = new AbortController()
const { signal } = stop
const words = (name: string, places?: readonly string[]): string => browser.i18n.getMessage(name, places ? [...places] : undefined)
// Not the browser's own language, which need not be one of ours: a sentence would speak two.
speak(words, words('extensionLanguage') || 'en')
removeLeftovers(document)

const reloadHint = word('noticeReload')
const viewer = makeViewerReader(document)
const overlay = makeOverlay(window, { viewer, orphaned, settingsCame: restyle, shown: (places) => contacts.see(places) }, signal)
const contacts = makeContactNoter(window, { ...overlay, viewer, orphaned }, signal)
const cards = makeCardOpener(window, overlay.memory, orphaned)

const who = tellWhoIsHere(window, overlay, viewer, signal)
const house: House = { signal, memory: overlay.memory, orphaned, who, viewer }
globalThis.regularsHouse = house

guardHosts(window, { isOurs: (target) => overlay.layer.placeAt(target) !== undefined || cards.isCard(target) || house.guest?.isOurs(target) === true, press, near }, signal)
holdKeys(window, () => cards.current() ?? house.guest?.keyHolder(), signal)
focusBadgeByChord(window, overlay.layer.hostsIn, signal)
window.addEventListener('pointerdown', ({ isTrusted }) => isTrusted && cards.close(), { capture: true, signal })
onAnnouncement((heard) => {
  if (heard.announce === 'people/changed') overlay.refresh(heard.keys)
  if (heard.announce === 'settings/changed') overlay.changeSettings(heard.settings)
  if (heard.announce === 'card/gone') cards.gone(heard.ticket)
  if (heard.announce === 'card/close') cards.close()
  if (heard.announce === 'access/lost') showNotice(document, word('noticeAccessLost'))
}, signal)
// Whatever helps with writing comes when somebody writes.
onComposer(window, () => house.guest || void askFromPage('composer/help').catch(() => isConnected() || orphaned()), signal)
restyle(undefined)
overlay.greet()
watchTheme(document, () => restyle(overlay.settings()), signal)
watchSending(window, contacts.sending, signal)
watchUnits(document, overlay.show, signal)
const tellIfGone = makeGoneTeller(window)
const pulse = setInterval(() => (isConnected() ? tellIfGone() : orphaned()), PULSE)

function press(target: EventTarget): void {
  if (house.guest?.isOurs(target)) return house.guest.press(target)
  const place = overlay.layer.placeAt(target)
  if (place && target instanceof HTMLElement) cards.toggle(target, place)
}

function near(target: EventTarget): void {
  const place = overlay.layer.placeAt(target)
  if (place && target instanceof HTMLElement) cards.prepare(target, place)
}

function restyle(settings: PageSettings | undefined): void {
  overlay.layer.restyle({ theme: readTheme(document), density: settings?.density ?? 'full', position: settings?.position ?? 'after' }, settings?.shown !== false)
}

/** The extension was reloaded or removed: this copy stops for good and says so once. */
function orphaned(): void {
  if (signal.aborted) return
  stop.abort()
  clearInterval(pulse)
  cards.drop()
  overlay.layer.removeAll()
  showNotice(document, reloadHint)
}
