import { render } from 'preact'
import browser from 'webextension-polyfill'
import { speak, word } from '../ui/words'

speak((name, substitutions) => browser.i18n.getMessage(name, [...(substitutions ?? [])]), browser.i18n.getUILanguage())
render(<h1>{word('extensionName')}</h1>, document.querySelector('main')!)
