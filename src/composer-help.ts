import browser from 'webextension-polyfill'
import { startHelping } from './composer/start-helping'
import { speak } from './ui/words'

// Once in each document: a second injection finds the first. Our frames open on x.com alone: an empty one would take the keyboard for nothing.
const house = globalThis.regularsHouse
if (house && !house.guest && !house.signal.aborted && location.origin === 'https://x.com') {
  const words = (name: string, places?: readonly string[]): string => browser.i18n.getMessage(name, places ? [...places] : undefined)
  speak(words, words('extensionLanguage') || 'en')
  startHelping(window, house)
}
