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
  await Promise.all([forgetTickets(), dropCopy()])
  await ask('privacy/erase', person.id)
}

/** Tickets of cards name people, for five seconds each. */
async function forgetTickets(): Promise<void> {
  const held = await browser.storage.session.get(null)
  await browser.storage.session.remove(Object.keys(held).filter((key) => key.startsWith('ticket:')))
}
