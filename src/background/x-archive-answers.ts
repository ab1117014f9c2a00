import type { Answers } from '../contract/answer'
import { announce } from '../contract/announce'
import type { ChangeBody, ImportId } from '../domain/change'
import { fieldsOf } from '../domain/fields-of'
import { aHandle, toXId } from '../domain/handle'
import { toImportId } from '../features/backup/backup-question'
import { usOf } from '../features/history/contact-rule'
import { toSeenPosts } from '../features/history/seen-post'
import { recordSeen } from '../features/history/seen-worker'
import { newPersonId } from '../features/people/people-worker'
import { toArchiveMessages } from '../features/x-archive/archive-message'
import { recordMessages } from '../features/x-archive/messages-worker'
import type { XArchiveQuestions } from '../features/x-archive/x-archive-messages'
import { MOST_POSTS } from '../features/x-archive/most-posts'
import { readSettings } from '../settings/settings'
import { record } from '../store/journal'
import { openStore } from '../store/open-store'
import type { WriteTransaction } from '../store/transactions'

/** What the background answers about X's archives: the owner of one is one of our accounts, and any number of people may become known by it. */
export const xArchiveAnswers: Answers<XArchiveQuestions> = {
  'x-archive/take': {
    shape: (asked) => {
      const { owner, posts } = fieldsOf(asked)
      return { id: toImportId(asked), owner: aHandle(owner), posts: toSeenPosts(posts, Date.now(), MOST_POSTS) }
    },
    run: async ({ id, owner, posts }) => {
      const { brandAccounts, colleagues } = await readSettings()
      const us = usOf([...brandAccounts, ...colleagues, owner], undefined)
      return take(id, async (transaction) => (await recordSeen(transaction, posts, us, Infinity, newPersonId, true)).changes)
    },
  },
  'x-archive/take-messages': {
    shape: (asked) => {
      const { owner, messages } = fieldsOf(asked)
      const xId = toXId(owner)
      if (!xId) throw new Error('An archive belongs to somebody.')
      return { id: toImportId(asked), owner: xId, messages: toArchiveMessages(messages, MOST_POSTS, Date.now()) }
    },
    run: ({ id, owner, messages }) => take(id, (transaction) => recordMessages(transaction, messages, owner)),
  },
}

/** Writes as part of an import, tells whoever shows the people concerned, and gives how many contacts that made. */
async function take(id: ImportId, decide: (transaction: WriteTransaction) => Promise<readonly ChangeBody[]>): Promise<number> {
  const [store, { myName, myInitials }] = await Promise.all([openStore(), readSettings()])
  const { rows, keys } = await record(store, { by: myName || myInitials, now: Date.now(), import: id }, decide)
  if (keys.length > 0) await announce({ announce: 'people/changed', keys }).catch(() => undefined)
  return rows.filter(({ change }) => change.kind === 'contact/recorded').length
}
