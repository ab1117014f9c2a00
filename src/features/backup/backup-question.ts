import type { ImportId } from '../../domain/change'
import { fieldsOf } from '../../domain/fields-of'
import { listOf } from '../../domain/list-of'
import { type Reply, toReply } from '../canned-replies/reply'
import { type ReplyUse, toReplyUse } from '../canned-replies/reply-use'
import type { SavedDraft } from './backup-file'
import { toDraft } from './read-backup'

/** The most rows or changes that one question may bring. */
const MOST_AT_ONCE = 4_000

const IMPORT_ID = /^[0-9a-z-]{20,36}$/

/** The id of an import out of a message; throws a sentence where there is none. */
export function toImportId(asked: unknown): ImportId {
  const id = fieldsOf(asked)['id']
  if (typeof id !== 'string' || !IMPORT_ID.test(id)) throw new Error('That is not the id of an import.')
  return id as ImportId
}

/** A list out of a message; throws a sentence where it is none or too long. */
export function toList(asked: unknown, name: string): readonly unknown[] {
  return listOf(fieldsOf(asked)[name], MOST_AT_ONCE)
}

/** Replies, their uses and drafts out of a message. */
export function toPutBack(asked: unknown): { readonly replies: readonly Reply[]; readonly uses: readonly ReplyUse[]; readonly drafts: readonly SavedDraft[] } {
  return { replies: toList(asked, 'replies').map(toReply), uses: toList(asked, 'uses').map(toReplyUse), drafts: toList(asked, 'drafts').map(toDraft) }
}
