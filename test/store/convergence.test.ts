import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { IDBFactory } from 'fake-indexeddb'
import { expect, it, vi } from 'vitest'
import type { Change } from '../../src/domain/change'
import { arrivals } from '../domain/arbitrary-changes'
import { applyAll, inOrder } from '../domain/tables'

/** The tables of a new database after changes that arrive in this order. */
async function store(changes: readonly Change[]) {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  const { openStore } = await import('../../src/store/open-store')
  const { applyChange } = await import('../../src/store/apply-change')
  const { WRITTEN_TABLES } = await import('../../src/store/transactions')
  const database = await openStore()
  const transaction = database.transaction(WRITTEN_TABLES, 'readwrite')
  for (const change of changes) await applyChange(transaction, change, new Set())
  await transaction.done
  const [people, notes, contacts, journal] = await Promise.all([database.getAll('people'), database.getAll('notes'), database.getAll('contacts'), database.getAll('journal')])
  database.close()
  return { rows: inOrder({ people, notes, contacts }), journal }
}

it('makes the same tables and the same journal of the same changes, in whatever order, as the pure rule does', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async ([one, other]) => {
      const [first, second] = [await store(one), await store(other)]
      expect(second).toEqual(first)
      expect(first.rows).toEqual(inOrder(applyAll(one)))
    }),
    { numRuns: 40 },
  )
}, 120_000)
