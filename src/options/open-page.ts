import { type ComponentChild, render } from 'preact'
import browser from 'webextension-polyfill'
import { speak, word, type WordName } from '../ui/words'

/** Shows a page of ours: in the language of its words, with their direction and its title. */
export function openPage(title: WordName, view: () => ComponentChild): void {
  const words = (name: string, places?: readonly string[]): string => browser.i18n.getMessage(name, places ? [...places] : undefined)
  speak(words, words('extensionLanguage') || 'en')
  document.documentElement.lang = word('extensionLanguage')
  document.documentElement.dir = word('extensionDirection')
  document.title = word(title)
  const place = document.querySelector('main')
  if (place) render(view(), place)
}
