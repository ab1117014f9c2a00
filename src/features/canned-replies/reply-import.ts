import type { ImportId } from '../../domain/change'
import { listOf } from '../../domain/list-of'
import { type Reply, type ReplyId, toReply } from './reply'

/** The most replies that one question may bring. */
export const MOST_REPLIES_AT_ONCE = 500

/** What one import did to the library: enough to take it back. */
export interface ReplyImport {
  readonly id: ImportId
  /** ms since 1970 */
  readonly at: number
  /** What it wrote, with the number of its save: a reply saved since is left alone. */
  readonly wrote: Readonly<Record<ReplyId, number>>
  /** The replies that it changed, as they were. */
  readonly before: readonly Reply[]
}

/** What undoing an import did. */
export interface UndoneImport {
  readonly removed: number
  readonly restored: number
  /** Titles of replies that somebody changed since: they stay as they are. */
  readonly kept: readonly string[]
}

const IMPORT_ID = /^[0-9a-f-]{36}$/

/** The id of an import out of a message; throws a sentence where it is none. */
export function toReplyImportId(value: unknown): ImportId {
  if (typeof value !== 'string' || !IMPORT_ID.test(value)) throw new Error('That is not the id of an import.')
  return value as ImportId
}

/** Replies to take in, out of a message; throws a sentence where one of them is none. */
export function toImportedReplies(value: unknown): readonly Reply[] {
  return listOf(value, MOST_REPLIES_AT_ONCE).map(toReply)
}
