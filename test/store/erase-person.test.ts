import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Change, ChangeBody, NoteId, PersonId } from '../../src/domain/change'
import type { SeenPost } from '../../src/domain/contact'
import type { Handle, HandleKey, PostId, XId } from '../../src/domain/handle'
import type { ReplyUse } from '../../src/features/canned-replies/reply-use'
import type { Mention } from '../../src/features/x-account/mention'
import { erasePerson } from '../../src/features/privacy/erase-worker'
import type { record as Record } from '../../src/store/journal'
import type { Store } from '../../src/store/open-store'
import type { receiveMany as ReceiveMany } from '../../src/store/record-many'
import { freshStore } from './fresh-store'

// What an erasure makes anew in the browser's own storage is held in real browsers.
vi.mock('webextension-polyfill', () => ({ default: {} }))

const NOW = Date.UTC(2026, 10, 22)
const author = { by: 'Ada', now: NOW }
const [ida, twin, joe] = ['a-ida', 'b-twin', 'c-joe'] as unknown as [PersonId, PersonId, PersonId]
const TRACES = /idaplane|idaold|twinplane|ida plane|window seat|4242|9001|lisbon|aisle/i

const ABOUT_IDA: readonly ChangeBody[] = [
  { kind: 'person/met', person: ida, handle: 'IdaOld' as Handle, xId: '4242' as XId, name: 'Ida Plane' },
  { kind: 'person/renamed', person: ida, handle: 'IdaPlane' as Handle },
  { kind: 'note/added', person: ida, note: 'n1' as NoteId, text: 'Window seat', post: 'https://x.com/IdaPlane/status/9001' },
  { kind: 'note/edited', person: ida, note: 'n1' as NoteId, text: 'Aisle seat' },
  { kind: 'contact/recorded', person: ida, post: '9001' as PostId, url: 'https://x.com/IdaPlane/status/9001', postedAt: 5, removed: false, text: 'Window seat?' },
  { kind: 'tag/set', person: ida, tag: 'Lisbon', on: true },
  { kind: 'field/set', person: ida, field: 'City', value: 'Lisbon' },
  { kind: 'person/met', person: twin, handle: 'TwinPlane' as Handle },
  { kind: 'person/merged', person: twin, into: ida },
  { kind: 'person/met', person: joe, handle: 'JoeBus' as Handle },
  { kind: 'note/added', person: joe, note: 'n2' as NoteId, text: 'Likes trains' },
]

let store: Store
let record: typeof Record
let receiveMany: typeof ReceiveMany

beforeEach(async () => {
  ({ store, record } = await freshStore())
  ;({ receiveMany } = await import('../../src/store/record-many'))
})

const write = (...changes: readonly ChangeBody[]) => record(store, author, () => Promise.resolve(changes))
const erase = (person: PersonId) => record(store, author, (transaction) => erasePerson(transaction, person))

/** Every record of every table as text. */
async function everything(): Promise<string> {
  const tables = await Promise.all([...store.objectStoreNames].map(async (name) => [name, await store.getAllKeys(name), await store.getAll(name)]))
  return JSON.stringify(tables)
}

async function fillEverything(): Promise<void> {
  await write(...ABOUT_IDA)
  await store.put('drafts', { place: 'note:idaplane', text: 'Window seat again', at: NOW })
  await store.put('drafts', { place: 'note:idaold:0b0a7a3e-2a1a-4a8e-9f0e-000000000000', text: 'Window seat once', at: NOW })
  await store.put('mentions', { id: '9002', key: 'idaplane', author: 'IdaPlane', xId: '4242', text: 'Window seat?' } as unknown as Mention)
  for (const author of ['IdaPlane', 'TwinPlane'] as const) await store.put('xFetched', { id: `1000 ${author}`, post: { post: '9003', author, mentions: [], text: 'Window seat?' } as unknown as SeenPost })
  await store.put('xFetched', { id: '1000 9004', post: { post: '9004', author: 'brand', mentions: ['IdaOld'], text: 'Aisle' } as unknown as SeenPost })
  await store.put('xUnknown', { key: 'idaold' as HandleKey, why: 'gone' as never, at: NOW })
  await store.put('uses', { id: 'u1', reply: 'r1', person: ida, post: '9001', thread: '9001', at: NOW } as unknown as ReplyUse)
}

/** Tables that hold nothing of people but what is erased under their id or handle, and those that hold nothing of people at all. */
const ERASED = ['people', 'notes', 'contacts', 'journal', 'search', 'terms', 'uses', 'drafts', 'mentions', 'xUnknown', 'xFetched']
const OURS = ['replies', 'replyImports', 'clock', 'xAccounts', 'xSpending']

it('knows of every table how it is erased', () => {
  expect([...store.objectStoreNames].toSorted(), 'a new table: erase what it holds of people in src/store/erase-person.ts, and put it on one of these two lists').toEqual([...ERASED, ...OURS].toSorted())
})

it('leaves nothing of a person in any table but our own ids', async () => {
  await fillEverything()
  expect(await everything()).toMatch(TRACES)
  await erase(twin)
  expect(await everything()).not.toMatch(TRACES)
  expect(await store.getAll('people')).toEqual([
    { id: ida, fields: { erased: [true, expect.any(String)] }, notes: 0, contacts: 0 },
    { id: twin, fields: { erased: [true, expect.any(String)] }, notes: 0, contacts: 0 },
    expect.objectContaining({ id: joe, notes: 1 }),
  ])
  expect((await store.getAll('journal')).map(({ change }) => change.kind)).toEqual(['person/met', 'note/added', 'person/erased', 'person/erased'])
})

it('refuses what an older backup says of them, and takes the rest', async () => {
  await fillEverything()
  const backup = (await store.getAll('journal')).map(({ change }) => change)
  await erase(ida)
  const journal = await store.count('journal')
  const renamed: Change = { kind: 'person/renamed', person: joe, handle: 'JoeRail' as Handle, stamp: `${backup[0]!.stamp}x` as Change['stamp'], at: NOW, by: 'Ada' }
  const { changes } = await receiveMany(store, [...backup, renamed], NOW)
  expect(changes).toBe(1)
  expect(await everything()).not.toMatch(TRACES)
  expect(await store.count('journal')).toBe(journal + 1)
})

it('erases on a second machine too, whatever the order in which the backups come', async () => {
  await fillEverything()
  const before = (await store.getAll('journal')).map(({ change }) => change)
  await erase(ida)
  const after = (await store.getAll('journal')).map(({ change }) => change)
  for (const order of [[before, after], [after, before], [[...before, ...after]]]) {
    globalThis.indexedDB = new IDBFactory()
    vi.resetModules()
    store = await (await import('../../src/store/open-store')).openStore()
    for (const changes of order) await (await import('../../src/store/record-many')).receiveMany(store, changes, NOW)
    expect(await everything()).not.toMatch(TRACES)
    expect(await store.get('people', joe)).toMatchObject({ notes: 1 })
  }
})

it('gives a handle back to whoever went by it before', async () => {
  await write({ kind: 'person/met', person: joe, handle: 'Shared' as Handle }, { kind: 'person/met', person: ida, handle: 'Shared' as Handle })
  expect(await store.getFromIndex('people', 'key', 'shared' as HandleKey)).toMatchObject({ id: ida })
  await erase(ida)
  expect(await store.getFromIndex('people', 'key', 'shared' as HandleKey)).toMatchObject({ id: joe })
})

it('is done once when it is asked twice, and writes nothing about nobody', async () => {
  await write(...ABOUT_IDA)
  expect((await erase(ida)).rows).toHaveLength(2)
  expect((await erase(ida)).rows).toEqual([])
  expect((await erase('nobody' as PersonId)).rows).toEqual([])
})

it('leaves everything as it was when it is cut short', async () => {
  await fillEverything()
  const held = await everything()
  await expect(record(store, author, async (transaction) => [...(await erasePerson(transaction, ida)), { kind: 'note/added', person: ida, note: {} as NoteId, text: '' }])).rejects.toThrow()
  expect(await everything()).toBe(held)
})
