import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { IDBFactory } from 'fake-indexeddb'
import { expect, it, vi } from 'vitest'
import type { Change, ChangeBody, PersonId } from '../../src/domain/change'
import { stampOf } from '../../src/domain/clock'
import type { Handle } from '../../src/domain/handle'
import { arrivals } from '../domain/arbitrary-changes'
import { applyAll, inOrder } from '../domain/tables'
import { indexOf } from './index-of'

const NOW = Date.UTC(2026, 10, 22)

/** The tables of a new database that receives these parts, one after the other. */
async function received(parts: readonly (readonly Change[])[]) {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  const store = await (await import('../../src/store/open-store')).openStore()
  const { receiveMany } = await import('../../src/store/record-many')
  for (const part of parts) await receiveMany(store, part, NOW)
  const [people, notes, contacts, journal, index] = await Promise.all([store.getAll('people'), store.getAll('notes'), store.getAll('contacts'), store.getAll('journal'), indexOf(store)])
  store.close()
  return { rows: inOrder({ people, notes, contacts }), journal, index }
}

const partsOf = (changes: readonly Change[], size: number): readonly (readonly Change[])[] =>
  Array.from({ length: Math.ceil(changes.length / size) }, (_none, index) => changes.slice(index * size, (index + 1) * size))
const byPerson = (changes: readonly Change[]): readonly Change[] => changes.toSorted((one, other) => (one.person < other.person ? -1 : one.person > other.person ? 1 : 0))

it('makes the same tables, words and journal of many changes at once, in whatever order, parts and repetition, as one by one', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 120 }), async ([one, other], small, large) => {
      const first = await received(partsOf(one, small))
      const second = await received([...partsOf(byPerson(other), large), ...partsOf(one, large)])
      expect(first.rows).toEqual(inOrder(applyAll(one)))
      expect(second).toEqual(first)
    }),
    { numRuns: process.env['REGULARS_LONG'] === undefined ? 40 : 1_000 },
  )
}, 120_000)

it('keeps no words and no row of the index for somebody whom only an erased person told of, met before, after or at once', async () => {
  const [ghost, erased] = ['p1', 'p4'] as PersonId[] as [PersonId, PersonId]
  const bodies: readonly ChangeBody[] = [
    { kind: 'person/met', person: erased, handle: 'Ada' as Handle },
    { kind: 'person/merged', person: erased, into: ghost },
    { kind: 'person/erased', person: erased },
  ]
  const changes = bodies.map((body, count) => Object.assign({ stamp: stampOf({ ms: NOW, count, origin: 'aa' }), at: NOW, by: '' }, body))
  const together = await received([changes])
  expect(together.index).toEqual({ words: [], listed: {} })
  expect(await received(partsOf(changes, 1))).toEqual(together)
  expect(await received(partsOf(changes.toReversed(), 1))).toEqual(together)
})
