import type { ChangeBody } from '../../domain/change'
import type { Stamp } from '../../domain/clock'
import { inverseOf } from '../../domain/journal-entry'
import type { WriteTransaction } from '../../store/transactions'

/** The change that takes a journal entry back. */
export async function undo(transaction: WriteTransaction, stamp: Stamp): Promise<readonly ChangeBody[]> {
  const row = await transaction.objectStore('journal').get(stamp)
  const inverse = row && inverseOf(row)
  if (!inverse) throw new Error('There is nothing to undo.')
  return [inverse]
}
