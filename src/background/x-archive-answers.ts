import type { Answers } from '../contract/answer'
import { announce } from '../contract/announce'
import { toHandle } from '../domain/handle'
import { toImportId } from '../features/backup/backup-question'
import { usOf } from '../features/history/contact-rule'
import { toSeenPosts } from '../features/history/seen-post'
import { recordSeen } from '../features/history/seen-worker'
import { newPersonId } from '../features/people/people-worker'
import type { XArchiveQuestions } from '../features/x-archive/x-archive-messages'
import { MOST_POSTS } from '../features/x-archive/most-posts'
import { readSettings } from '../settings/settings'
import { record } from '../store/journal'
import { openStore } from '../store/open-store'

/** What the background answers about X's archives: the owner of one is one of our accounts, and any number of people may become known by it. */
export const xArchiveAnswers: Answers<XArchiveQuestions> = {
  'x-archive/take': {
    shape: (asked) => {
      const { owner, posts } = Object(asked) as Readonly<Record<string, unknown>>
      const handle = toHandle(owner)
      if (!handle) throw new Error('An archive belongs to somebody.')
      return { id: toImportId(asked), owner: handle, posts: toSeenPosts(posts, Date.now(), MOST_POSTS) }
    },
    run: async ({ id, owner, posts }) => {
      const [store, { brandAccounts, colleagues, myName, myInitials }] = await Promise.all([openStore(), readSettings()])
      const us = usOf([...brandAccounts, ...colleagues, owner], undefined)
      const { rows, keys } = await record(store, { by: myName || myInitials, now: Date.now(), import: id }, async (transaction) => (await recordSeen(transaction, posts, us, Infinity, newPersonId, true)).changes)
      if (keys.length > 0) await announce({ announce: 'people/changed', keys }).catch(() => undefined)
      return rows.filter(({ change }) => change.kind === 'contact/recorded').length
    },
  },
}
