import browser from 'webextension-polyfill'
import { openPage } from '../options/open-page'
import { word } from '../ui/words'
import { saveByItself } from './save-by-itself'

openPage('backupTitle', () => <p role="status">{word('backupSaving')}</p>)
void saveByItself(new AbortController().signal).finally(closeTab)

/** `window.close` is refused to a tab that no script opened, as in Firefox this one. */
async function closeTab(): Promise<void> {
  const { id } = await browser.tabs.getCurrent()
  if (id !== undefined) await browser.tabs.remove(id)
}
