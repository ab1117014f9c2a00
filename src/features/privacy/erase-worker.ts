import type { ChangeBody, PersonId } from '../../domain/change'
import { isErased } from '../../domain/claims'
import { readGroupOf } from '../../store/read-group'
import { mustBeOurs, openStore, withStoreClosed } from '../../store/open-store'
import { rewriteDatabase } from '../../store/rewrite-database'
import type { WriteTransaction } from '../../store/transactions'
import { rewriteStorage } from './rewrite-storage-worker'

/** The changes that erase a person: one for each record of theirs. */
export async function erasePerson(transaction: WriteTransaction, person: PersonId): Promise<readonly ChangeBody[]> {
  const group = await readGroupOf(transaction.objectStore('people'), person)
  return group.filter((one) => !isErased(one)).map(({ id }) => ({ kind: 'person/erased', person: id }))
}

/** Makes the database and the storage of settings anew. Nothing is written meanwhile: all who ask for the database wait. */
export async function rewrite(): Promise<void> {
  mustBeOurs(await openStore())
  await withStoreClosed(async () => {
    await rewriteStorage()
    await rewriteDatabase()
  })
}
