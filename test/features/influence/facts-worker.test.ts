import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PersonId } from '../../../src/domain/change'
import type { Facts } from '../../../src/domain/facts'
import type { Handle, XId } from '../../../src/domain/handle'
import { INFLUENCE_CONSTANTS } from '../../../src/domain/influence'
import { constantsWith } from '../../../src/domain/influence-weights'
import { storedFactsIn } from '../../../src/domain/stored-facts'
import { dueFacts, keepFacts, scoreSomeAgain } from '../../../src/features/influence/facts-worker'
import { toSeenFacts } from '../../../src/features/influence/seen-facts'
import { historyOf } from '../../../src/features/history/history'
import type { record as Record } from '../../../src/store/journal'
import type { Store } from '../../../src/store/open-store'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 24)
let store: Store
let record: typeof Record

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  store = await (await import('../../../src/store/open-store')).openStore()
  ;({ record } = await import('../../../src/store/journal'))
  await record(store, { by: 'Ada', now: NOW }, () => Promise.resolve([{ kind: 'person/met', person: 'p1' as PersonId, handle: 'mara' as Handle, xId: '11' as XId }]))
})

const facts = (given: Partial<Facts> = {}): Facts => ({
  handle: 'mara' as Handle, xId: '11' as XId, name: 'Mara', followers: 900, following: 80, listed: 4, posts: 500, createdAt: NOW - 900 * DAY, source: 'state', seenAt: NOW, ...given,
})
async function saw(seen: readonly Facts[], now = seen[0]?.seenAt ?? NOW, constants = INFLUENCE_CONSTANTS): Promise<number> {
  const due = await dueFacts(store, seen, { constants, now })
  if (due.length === 0) return 0
  return (await record(store, { by: '', now }, (transaction) => keepFacts(transaction, due, { constants, now }))).rows.length
}
const row = async (id = 'p1') => (await store.get('people', id as PersonId))!
const stored = async () => storedFactsIn((await row()).fields)
const factsInJournal = async () => (await store.getAll('journal')).filter(({ change }) => change.kind === 'facts/seen')

describe('what the page says of somebody’s size', () => {
  it('is kept with a person we hold, with score and version', async () => {
    expect(await saw([facts()])).toBe(1)
    expect(await stored()).toMatchObject({ facts: { followers: 900, source: 'state', seenAt: NOW }, version: INFLUENCE_CONSTANTS.version, moments: [{ followers: 900 }] })
    expect((await stored())?.score).toBeGreaterThan(50)
  })

  it('is not kept of a stranger, nor of whoever took a handle over: nothing is written at all', async () => {
    const before = await store.count('journal')
    const writes = vi.spyOn(IDBDatabase.prototype, 'transaction')
    expect(await saw([facts({ handle: 'nobody' as Handle, xId: '99' as XId }), facts({ xId: '22' as XId })])).toBe(0)
    expect(writes.mock.calls.filter(([, mode]) => mode === 'readwrite')).toEqual([])
    writes.mockRestore()
    expect(await store.count('journal')).toBe(before)
  })

  it('is written once a day, at once after a leap, and not again where nothing changed until a week has passed', async () => {
    expect(await saw([facts()])).toBe(1)
    expect(await saw([facts({ followers: 950, seenAt: NOW + 3_600_000 })])).toBe(0)
    expect(await saw([facts({ followers: 1500, seenAt: NOW + 7_200_000 })])).toBe(1)
    expect(await saw([facts({ followers: 1500, seenAt: NOW + 2 * DAY })])).toBe(0)
    expect(await saw([facts({ followers: 1501, seenAt: NOW + 2 * DAY })])).toBe(1)
    expect(await saw([facts({ followers: 1501, seenAt: NOW + 10 * DAY })])).toBe(1)
  })

  it('leaves one entry in the journal, which holds followers over time, and none in the history to read', async () => {
    for (let day = 0; day < 40; day += 1) expect(await saw([facts({ followers: 900 + day, seenAt: NOW + day * DAY })])).toBe(1)
    expect(await factsInJournal()).toHaveLength(1)
    expect((await stored())?.moments.at(-1)).toMatchObject({ followers: 939 })
    expect(historyOf(await store.getAll('journal')).map(({ kind }) => kind)).toEqual(['met'])
  })

  it('never gives an exact number away for a rounded one', async () => {
    await saw([facts({ followers: 12_345 })])
    await saw([facts({ source: 'shown', followers: 12_300, listed: undefined, seenAt: NOW + 8 * DAY })])
    expect((await stored())?.facts).toMatchObject({ followers: 12_345, listed: 4 })
  })
})

describe('judging anew', () => {
  it('changes only scores that are shown otherwise, and says where to go on', async () => {
    await saw([facts({ listed: 90 })])
    const again = async (lists: number) => {
      let next: PersonId | undefined
      const { rows } = await record(store, { by: '', now: NOW }, async (transaction) => {
        const scored = await scoreSomeAgain(transaction, undefined, { constants: constantsWith({ weights: { lists } }), now: NOW })
        next = scored.next
        return scored.changes
      })
      return [rows.length, next]
    }
    const before = (await stored())!.score!
    expect(await again(0.7099)).toEqual([0, undefined])
    expect(await again(0)).toEqual([1, undefined])
    expect((await stored())!.score).toBeLessThan(before)
    expect((await stored())!.version).toMatch(/\+/)
    expect(await factsInJournal()).toHaveLength(1)
  })
})

describe('facts in a message', () => {
  it('are bounded, of no tomorrow, and left out where damaged', () => {
    expect(toSeenFacts([facts({ seenAt: NOW + DAY }), { handle: 'x y' }, null, 7, facts({ followers: undefined })], NOW)).toMatchObject([{ seenAt: NOW }])
    expect(() => toSeenFacts({}, NOW)).toThrow('list')
    expect(() => toSeenFacts(Array(51).fill(facts()), NOW)).toThrow('50')
  })
})
