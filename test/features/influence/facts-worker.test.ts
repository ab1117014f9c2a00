import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PersonId } from '../../../src/domain/change'
import type { Facts } from '../../../src/domain/facts'
import type { Handle, XId } from '../../../src/domain/handle'
import { INFLUENCE_CONSTANTS } from '../../../src/domain/influence'
import { judgeFacts } from '../../../src/domain/judge-facts'
import { storedFactsIn } from '../../../src/domain/stored-facts'
import { dueFacts, keepFacts, keepScores } from '../../../src/features/influence/facts-worker'
import { toJudgedFacts, toNewScores } from '../../../src/features/influence/seen-facts'
import { changesIn, rowOf } from '../../../src/domain/journal-entry'
import { historyOf } from '../../../src/features/history/history'
import type { record as Record } from '../../../src/store/journal'
import type { Store } from '../../../src/store/open-store'
import { freshStore } from '../../store/fresh-store'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 24)
let store: Store
let record: typeof Record

beforeEach(async () => {
  ({ store, record } = await freshStore())
  await record(store, { by: 'Ada', now: NOW }, () => Promise.resolve([{ kind: 'person/met', person: 'p1' as PersonId, handle: 'mara' as Handle, xId: '11' as XId }]))
})

const facts = (given: Partial<Facts> = {}): Facts => ({
  handle: 'mara' as Handle, xId: '11' as XId, name: 'Mara', followers: 900, following: 80, listed: 4, posts: 500, createdAt: NOW - 900 * DAY, source: 'state', seenAt: NOW, ...given,
})
async function saw(seen: readonly Facts[], now = seen[0]?.seenAt ?? NOW): Promise<number> {
  const due = await dueFacts(store, seen.map((one) => judgeFacts(one, undefined, now)))
  if (due.length === 0) return 0
  return (await record(store, { by: '', now }, (transaction) => keepFacts(transaction, due))).rows.length
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
    expect(historyOf(changesIn(await store.getAll('journal')).map(rowOf)).map(({ kind }) => kind)).toEqual(['met'])
  })

  it('never gives an exact number away for a rounded one', async () => {
    await saw([facts({ followers: 12_345 })])
    await saw([facts({ source: 'shown', followers: 12_300, listed: undefined, seenAt: NOW + 8 * DAY })])
    expect((await stored())?.facts).toMatchObject({ followers: 12_345, listed: 4 })
  })
})

describe('new scores', () => {
  it('take the place of the old ones, with the version that made them, and leave one entry in the journal', async () => {
    await saw([facts({ listed: 90 })])
    const { rows } = await record(store, { by: '', now: NOW }, (transaction) => keepScores(transaction, [{ person: 'p1' as PersonId, score: 12.5, version: 'x+1' }, { person: 'nobody' as PersonId, score: 1, version: 'x' }]))
    expect(rows).toHaveLength(1)
    expect(await stored()).toMatchObject({ score: 12.5, version: 'x+1', facts: { listed: 90 } })
    expect(await factsInJournal()).toHaveLength(1)
  })
})

describe('facts in a message', () => {
  const judged = (one: unknown) => ({ facts: one, score: 50, version: 'v' })

  it('are bounded, of no tomorrow, and left out where damaged', () => {
    expect(toJudgedFacts([judged(facts({ seenAt: NOW + DAY })), judged({ handle: 'x y' }), null, 7, judged(facts({ followers: undefined }))], NOW)).toMatchObject([{ facts: { seenAt: NOW }, score: 50, version: 'v' }])
    expect(toJudgedFacts([{ ...judged(facts()), score: 101, version: 'x'.repeat(99) }], NOW)).toMatchObject([{ score: undefined, version: 'x'.repeat(40) }])
    expect(() => toJudgedFacts({}, NOW)).toThrow('list')
    expect(() => toJudgedFacts(Array(51).fill(judged(facts())), NOW)).toThrow('50')
    expect(toNewScores([{ person: 'p1', score: -1, version: 7 }, { person: 7 }, undefined])).toEqual([{ person: 'p1', score: undefined, version: '7' }])
  })
})
