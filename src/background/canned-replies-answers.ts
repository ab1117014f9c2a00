import type { Answers } from '../contract/answer'
import type { PersonId } from '../domain/change'
import { fieldsOf } from '../domain/fields-of'
import { toPostId } from '../domain/handle'
import type { CannedRepliesQuestions, UsesAbout } from '../features/canned-replies/canned-replies-messages'
import { listReplies, removeReply, saveReply } from '../features/canned-replies/canned-replies-worker'
import { importReplies, undoReplyImport } from '../features/canned-replies/import-replies-worker'
import { type ReplyId, toReply } from '../features/canned-replies/reply'
import { toImportedReplies, toReplyImportId } from '../features/canned-replies/reply-import'
import { toReplyUse } from '../features/canned-replies/reply-use'
import { keepUse, usesAbout } from '../features/canned-replies/reply-uses-worker'
import { mustBeOurs, openStore } from '../store/open-store'

/** What the background answers about canned replies. */
export const cannedRepliesAnswers: Answers<CannedRepliesQuestions> = {
  'canned-replies/list': { shape: () => undefined, run: async () => listReplies(await openStore()) },
  'canned-replies/save': { shape: toReply, run: async (reply) => saveReply(mustBeOurs(await openStore()), reply, Date.now()) },
  'canned-replies/remove': { shape: (asked) => String(asked) as ReplyId, run: async (id) => removeReply(mustBeOurs(await openStore()), id) },
  'canned-replies/used': { shape: toReplyUse, run: async (use) => keepUse(mustBeOurs(await openStore()), use) },
  'canned-replies/uses': { shape: toUsesAbout, run: async (about) => usesAbout(await openStore(), about) },
  'canned-replies/import': {
    shape: (asked) => ({ id: toReplyImportId(fieldsOf(asked)['id']), replies: toImportedReplies(fieldsOf(asked)['replies']) }),
    run: async ({ id, replies }) => importReplies(mustBeOurs(await openStore()), id, replies, Date.now()),
  },
  'canned-replies/undo-import': { shape: toReplyImportId, run: async (id) => undoReplyImport(mustBeOurs(await openStore()), id) },
}

function toUsesAbout(asked: unknown): UsesAbout {
  const { person, thread, reply } = fieldsOf(asked)
  return { person: wordIn(person) as PersonId | undefined, thread: toPostId(thread), reply: wordIn(reply) as ReplyId | undefined }
}

function wordIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.length > 0 && value.length <= 64 ? value : undefined
}
