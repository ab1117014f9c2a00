import { sha256 } from '../../../domain/sha256'
import { type Reply, toReply } from '../reply'
import { Told, whatWent } from '../../../domain/told'

/** What our own file calls itself, and its version. A newer version is refused. */
export const REPLIES_FORMAT = 'regulars-replies'
export const REPLIES_VERSION = 1

/** All replies as one JSON document with a checksum, nothing lost. */
export async function writeOwnJson(replies: readonly Reply[], madeAt: string): Promise<string> {
  const list = JSON.stringify(replies)
  return `{"format":"${REPLIES_FORMAT}","schemaVersion":${REPLIES_VERSION},"madeAt":${JSON.stringify(madeAt)},"sha256":"${await sha256(list)}","replies":${list}}\n`
}

/** True for a document that calls itself ours. */
export function isOwnJson(document: unknown): boolean {
  return (document as { readonly format?: unknown } | null)?.format === REPLIES_FORMAT
}

/** The replies of our own file; throws a sentence where it is damaged, changed or newer than we are. */
export async function readOwnJson(document: unknown): Promise<readonly Reply[]> {
  const { schemaVersion, sha256: sum, replies } = document as Readonly<Record<string, unknown>>
  if (typeof schemaVersion !== 'number' || schemaVersion > REPLIES_VERSION) throw new Told('toldRepliesNewer')
  if (!Array.isArray(replies)) throw new Told('toldRepliesDamaged')
  if (sum !== (await sha256(JSON.stringify(replies)))) throw new Told('toldRepliesChanged')
  return replies.map((reply, index) => {
    try {
      return toReply(reply)
    } catch (error) {
      throw new Told('toldReplyNth', index + 1, whatWent(error))
    }
  })
}
