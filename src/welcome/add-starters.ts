import browser from 'webextension-polyfill'
import { ask } from '../contract/ask'
import type { ImportId } from '../domain/change'
import { starterReplies } from '../features/canned-replies/starter-reply'

/** Its address right after the install, when an empty library is a new one and not one that somebody emptied. */
export const FIRST_VISIT = '#first'

/** Puts a few good replies into an empty library, those in the browser's language first. The worker that wakes every day does not carry them. */
export async function addStarters(): Promise<void> {
  if ((await ask('canned-replies/list')).length > 0) return
  const file = await fetch(browser.runtime.getURL('starter-replies.json'))
  const replies = starterReplies(await file.json(), browser.i18n.getUILanguage(), Date.now())
  await ask('canned-replies/import', { id: crypto.randomUUID() as ImportId, replies })
}
