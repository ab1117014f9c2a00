import type { XId } from '../../domain/handle'
import { mustBeOurs, type Store } from '../../store/open-store'
import type { XConnection } from './connection'

/** Changes a connection as it is now, in one transaction; nothing where it was taken away meanwhile, and nothing is written where it stays the same. */
export async function updateConnection(store: Store, id: XId, change: (held: XConnection) => XConnection): Promise<XConnection | undefined> {
  const transaction = mustBeOurs(store).transaction('xAccounts', 'readwrite', { durability: 'strict' })
  const held = await transaction.store.get(id)
  const next = held && change(held)
  if (next !== held && next) await transaction.store.put(next)
  await transaction.done
  return next
}
