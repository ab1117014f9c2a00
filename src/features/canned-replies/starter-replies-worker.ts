import browser from 'webextension-polyfill'
import type { Store } from '../../store/open-store'
import { blankReply, type Reply, type ReplyId } from './reply'

const STARTERS = ['Thanks', 'Sorry', 'Details', 'Fixed', 'Handover', 'Later'] as const

/** Puts a few good replies into an empty library, in the browser's language. */
export async function addStarterReplies(store: Store): Promise<void> {
  const transaction = store.transaction('replies', 'readwrite')
  if ((await transaction.store.count()) === 0) {
    for (const name of STARTERS) await transaction.store.put(starter(name))
  }
  await transaction.done
}

function starter(name: (typeof STARTERS)[number]): Reply {
  const title = browser.i18n.getMessage(`starter${name}Title`)
  // The browser's messages may not hold what our variables look like, so these come in as placeholders.
  const body = browser.i18n.getMessage(`starter${name}Text`, [`{first|"${browser.i18n.getMessage('starterThere')}"}`, '{handle}'])
  return { ...blankReply(`starter-${name}` as ReplyId), title, body }
}
