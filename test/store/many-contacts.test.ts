import { IDBIndex, IDBObjectStore } from 'fake-indexeddb'
import { beforeEach, expect, it, vi } from 'vitest'
import type { ChangeBody, PersonId } from '../../src/domain/change'
import type { Handle, PostId } from '../../src/domain/handle'
import { search } from '../../src/features/people/search-worker'
import type { record as Record } from '../../src/store/journal'
import { MOST_READ } from '../../src/store/newest-rows'
import type { Store } from '../../src/store/open-store'
import { freshStore } from './fresh-store'

const NOW = Date.UTC(2026, 10, 22)
const author = { by: 'Ada', now: NOW }
const ida = 'person-ida' as PersonId
let store: Store
let record: typeof Record

beforeEach(async () => {
  ({ store, record } = await freshStore())
  await write({ kind: 'person/met', person: ida, handle: 'IdaPlane' as Handle })
})

const write = (...changes: readonly ChangeBody[]) => record(store, author, () => Promise.resolve(changes))
const post = (n: number): PostId => String(1_900_000_000_000_000_000n + BigInt(n) * 1_000_000_000_000n) as PostId
const contact = (n: number, removed = false): ChangeBody => ({ kind: 'contact/recorded', person: ida, post: post(n), url: `https://x.com/IdaPlane/status/${post(n)}`, postedAt: NOW + n, removed, text: `word${n}` })
const contacts = (from: number, to: number): readonly ChangeBody[] => Array.from({ length: to - from }, (_none, at) => contact(from + at))

/** How many rows, and not only their keys, are read while something runs. */
async function rowsRead(run: () => Promise<unknown>): Promise<number> {
  let rows = 0
  const counted = [IDBIndex.prototype, IDBObjectStore.prototype].flatMap((owner) => (['get', 'getAll'] as const).map((name) => {
    const read = owner[name] as (...args: unknown[]) => IDBRequest<unknown>
    return vi.spyOn(owner, name).mockImplementation(function (this: unknown, ...args: unknown[]) {
      const request = read.apply(this, args)
      request.addEventListener('success', () => (rows += Array.isArray(request.result) ? request.result.length : 1))
      return request as never
    })
  }))
  await run()
  for (const spy of counted) spy.mockRestore()
  return rows
}

it('counts one more contact without reading those before it', async () => {
  await write(...contacts(0, 2 * MOST_READ))
  const few = await rowsRead(() => write(contact(2 * MOST_READ)))
  await write(...contacts(2 * MOST_READ + 1, 5 * MOST_READ))
  const many = await rowsRead(() => write(contact(5 * MOST_READ)))
  expect(await store.get('people', ida)).toMatchObject({ contacts: 5 * MOST_READ + 1, lastContact: NOW + 5 * MOST_READ })
  expect(many).toBe(few)
}, 60_000)

it('finds the contact before, where the last one is taken back', async () => {
  await write(...contacts(0, 4))
  await write(contact(1, true))
  expect(await store.get('people', ida)).toMatchObject({ contacts: 3, lastContact: NOW + 3 })
  await write(contact(3, true))
  expect(await store.get('people', ida)).toMatchObject({ contacts: 2, lastContact: NOW + 2 })
  await write(contact(0, true), contact(2, true))
  expect(await store.get('people', ida)).not.toHaveProperty('lastContact')
})

it('finds people by what they said last, whatever they said before', async () => {
  await write(...contacts(0, 5 * MOST_READ))
  expect((await search(store, `word${5 * MOST_READ - 1}`, 5, NOW)).hits.map(({ person }) => person)).toEqual([ida])
}, 60_000)
