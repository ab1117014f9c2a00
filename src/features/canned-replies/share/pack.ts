import { sha256 } from '../../../domain/sha256'
import { type Reply, type SharedWords, sharedWordsOf, toReply } from '../reply'
import { Told, whatWent } from '../../../domain/told'

/** What a pack for others calls itself, and its version. A newer version is refused. */
export const PACK_FORMAT = 'regulars-pack'
export const PACK_VERSION = 1

/** Replies for others to take in. */
export interface Pack {
  /** The name that its maker gave it. */
  readonly origin: string
  readonly replies: readonly PackedReply[]
}

/** A reply of a pack: its words, and what they were made from where its maker had them from elsewhere. */
export interface PackedReply {
  readonly reply: Reply
  readonly base: SharedWords | undefined
}

/** A pack as one JSON document with a checksum. It holds words and where they belong: no person, no use, nothing that is one user's own. */
export async function writePack(origin: string, replies: readonly Reply[], madeAt: string): Promise<string> {
  const list = JSON.stringify(replies.map(packed))
  return `{"format":"${PACK_FORMAT}","schemaVersion":${PACK_VERSION},"origin":${JSON.stringify(origin)},"madeAt":${JSON.stringify(madeAt)},"sha256":"${await sha256(list)}","replies":${list}}\n`
}

function packed(reply: Reply): object {
  const words = sharedWordsOf(reply)
  const { base } = reply.sharedFrom ?? {}
  const isFork = base !== undefined && JSON.stringify(sharedWordsOf(base)) !== JSON.stringify(words)
  return { id: reply.id, rev: reply.rev, ...words, ...(isFork && { base }) }
}

/** True for a document that calls itself a pack. */
export function isPack(document: unknown): boolean {
  return (document as { readonly format?: unknown } | null)?.format === PACK_FORMAT
}

/** The replies of a pack; throws a sentence where it is damaged, changed or newer than we are. */
export async function readPack(document: unknown): Promise<Pack> {
  const { schemaVersion, sha256: sum, origin, replies } = document as Readonly<Record<string, unknown>>
  if (typeof schemaVersion !== 'number' || schemaVersion > PACK_VERSION) throw new Told('toldPackNewer')
  if (!Array.isArray(replies) || typeof origin !== 'string' || origin.trim() === '') throw new Told('toldPackDamaged')
  if (sum !== (await sha256(JSON.stringify(replies)))) throw new Told('toldPackChanged')
  return { origin: origin.trim(), replies: replies.map((entry, index) => readEntry(entry, origin.trim(), index)) }
}

function readEntry(entry: unknown, origin: string, index: number): PackedReply {
  try {
    const { base, ...fields } = entry as Readonly<Record<string, unknown>>
    const read = toReply({ ...fields, sharedFrom: { origin, rev: fields['rev'] } })
    const words = sharedWordsOf(read)
    // Whatever else a pack says of a reply is not for its maker to decide.
    const reply = toReply({ ...words, id: read.id, rev: read.rev, shared: true, sharedFrom: { origin, rev: read.rev, base: words } })
    return { reply, base: base === undefined ? undefined : sharedWordsOf(toReply({ ...(base as object), id: 'base' })) }
  } catch (error) {
    throw new Told('toldReplyNth', index + 1, whatWent(error))
  }
}
