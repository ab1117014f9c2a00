import browser from 'webextension-polyfill'
import { ask } from '../contract/ask'
import type { SubjectFile } from '../features/privacy/subject-file'
import { withoutHandles } from '../features/privacy/without-handles'
import { readSettings, writeSettings } from '../settings/settings'
import { dropCopy } from '../store/rewrite-database'
import { handlesIn } from './read-subject'

/** Erases a person: the lists of the settings first, since nobody knows any more whom to take off them once the journal is gone. */
export async function erase({ person, rows, lists }: SubjectFile): Promise<void> {
  if (lists.markRules.length + lists.colleagues.length > 0) await writeSettings(withoutHandles(await readSettings(), handlesIn(rows)))
  await Promise.all([forgetInSession(), dropCopy()])
  await ask('privacy/erase', person.id)
}

/** Tickets of cards name people for five seconds; what searches heard, and the rest of a thread, until the browser ends. All of it comes again where it is wanted. */
async function forgetInSession(): Promise<void> {
  const held = await browser.storage.session.get(null)
  await browser.storage.session.remove(Object.keys(held).filter((key) => /^(ticket:|heard |thread$)/.test(key)))
}
