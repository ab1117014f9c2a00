import type { ImportId } from '../../domain/change'
import type { Store } from '../../store/open-store'
import { savedOver } from './canned-replies-worker'
import type { Reply, ReplyId } from './reply'
import type { ReplyImport, UndoneImport } from './reply-import'
import { Told } from '../../domain/told'

/** Takes replies in, and remembers how what they replace was. Asked again with the same replies, it changes nothing. */
export async function importReplies(store: Store, id: ImportId, replies: readonly Reply[], now: number): Promise<void> {
  const transaction = store.transaction(['replies', 'replyImports'], 'readwrite', { durability: 'strict' })
  const table = transaction.objectStore('replies')
  const held: ReplyImport = (await transaction.objectStore('replyImports').get(id)) ?? { id, at: now, wrote: {}, before: [] }
  const wrote: Record<ReplyId, number> = { ...held.wrote }
  const before = [...held.before]
  for (const reply of replies.filter((one) => wrote[one.id] === undefined)) {
    const replaced = await table.get(reply.id)
    if (replaced) before.push(replaced)
    const saved = { ...savedOver(replaced, reply, now), import: id }
    wrote[reply.id] = saved.rev
    await table.put(saved)
  }
  await transaction.objectStore('replyImports').put({ ...held, wrote, before })
  await transaction.done
}

/** Takes a whole import back: what was new goes, what was changed is as before. What somebody saved since stays. */
export async function undoReplyImport(store: Store, id: ImportId): Promise<UndoneImport> {
  const transaction = store.transaction(['replies', 'replyImports'], 'readwrite', { durability: 'strict' })
  const table = transaction.objectStore('replies')
  const held = await transaction.objectStore('replyImports').get(id)
  if (!held) throw new Told('toldNoSuchImport')
  const before = new Map(held.before.map((reply) => [reply.id, reply]))
  const undone = { removed: 0, restored: 0, kept: [] as string[] }
  for (const [reply, rev] of Object.entries(held.wrote) as [ReplyId, number][]) {
    const now = await table.get(reply)
    const old = before.get(reply)
    if (!now) continue
    if (now.rev !== rev) undone.kept.push(now.title)
    else if (old) {
      await table.put(old)
      undone.restored += 1
    } else {
      await table.delete(reply)
      undone.removed += 1
    }
  }
  await transaction.objectStore('replyImports').delete(id)
  await transaction.done
  return undone
}
