import browser from 'webextension-polyfill'
import { startHelping } from './composer/start-helping'
import { speak } from './ui/words'

// Once in each document: a second injection finds the first.
const house = globalThis.regularsHouse
if (house && !house.guest && !house.signal.aborted) {
  speak((name, places) => browser.i18n.getMessage(name, places ? [...places] : undefined), browser.i18n.getUILanguage())
  startHelping(window, house)
}
