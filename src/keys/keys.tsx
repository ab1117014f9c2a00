import browser from 'webextension-polyfill'
import { KeyList } from '../features/preferences/key-list'
import { openPage } from '../options/open-page'
import { word } from '../ui/words'

openPage('keysTitle', () => (
  <>
    <header class="options-head">
      <img src={browser.runtime.getURL('icons/regulars.svg')} alt="" />
      <h1>{word('keysTitle')}</h1>
      <a href={browser.runtime.getURL('src/options/options.html')}>{word('optionsTitle')}</a>
    </header>
    <div class="sections">
      <KeyList />
    </div>
  </>
))
