import type { ChangeBody } from '../../domain/change'
import type { XId } from '../../domain/handle'
import { asOne } from '../../store/read-group'
import type { WriteTransaction } from '../../store/transactions'
import { type ArchiveMessage, conversationUrl } from './archive-message'

/** The changes that record direct messages with people we hold, each once; of everybody else nothing is kept. One that was taken back comes back. */
export async function recordMessages(transaction: WriteTransaction, messages: readonly ArchiveMessage[], owner: XId): Promise<readonly ChangeBody[]> {
  const [people, contacts] = [transaction.objectStore('people'), transaction.objectStore('contacts')]
  const changes: ChangeBody[] = []
  const seen = new Set<string>()
  for (const { id, other, ours, text, at } of messages) {
    const held = seen.has(id) ? undefined : await people.index('xId').get(other)
    const recorded = held && (await contacts.get(id))
    if (!held || (recorded && recorded.fields['removed']?.[0] !== true)) continue
    seen.add(id)
    const { id: person } = await asOne(people, held)
    changes.push({ kind: 'contact/recorded', person, post: id, url: conversationUrl(owner, other), postedAt: at, removed: false, text, direction: ours ? 'ours' : 'theirs', provenance: ours ? 'addressed by us' : 'addressed us' })
  }
  return changes
}
