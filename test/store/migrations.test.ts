import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { NoteId, PersonId } from '../../src/domain/change'
import { momentIn, type Stamp } from '../../src/domain/clock'
import type { Handle } from '../../src/domain/handle'
import { blankReply, type ReplyId } from '../../src/features/canned-replies/reply'
import { view } from '../../src/features/people/people-worker'
import { search } from '../../src/features/people/search-worker'
import { MIGRATIONS } from '../../src/store/migrations'
import { LATEST_TABLES, makeOldDatabase, OLD_ROWS, OLD_TABLES, rowsOf } from './old-databases'

const ada = 'ada' as PersonId
const LATEST = MIGRATIONS.length
const NEWER = LATEST + 7
const subject = { handle: 'ada' as Handle }

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
})

const openStore = async () => (await import('../../src/store/open-store')).openStore()
const write = async () => (await import('../../src/store/journal')).record(await openStore(), { by: 'Mia', now: Date.UTC(2027, 0, 1) }, () => Promise.resolve([{ kind: 'tag/set', person: ada, tag: 'new', on: true }]))

function shapeOf(database: { readonly objectStoreNames: Iterable<string>; transaction(name: string): { objectStore(name: string): IDBObjectStore } }) {
  return Object.fromEntries([...database.objectStoreNames].map((name) => [name, [...database.transaction(name).objectStore(name).indexNames].sort()]))
}

it('has a written-down old database for every version but the latest', () => {
  expect(OLD_TABLES).toHaveLength(LATEST - 1)
})

describe.each(OLD_TABLES.map((tables, index) => ({ version: index + 1, tables })))('a database left at version $version', ({ version, tables }) => {
  it('is what the first steps made at that time', async () => {
    await makeOldDatabase(version, tables, {})
    const made = await openDB('other', version, {
      upgrade: async (database, _from, _to, transaction) => {
        for (const step of MIGRATIONS.slice(0, version)) await step(database as never, transaction as never)
      },
    })
    const old = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('regulars')
      opening.addEventListener('success', () => resolve(opening.result))
    })
    expect(shapeOf(made as never)).toEqual(shapeOf(old as never))
  })

  it('opens as the latest, with everything in it, and can be written to', async () => {
    await makeOldDatabase(version, tables, rowsOf(version))
    const store = await openStore()
    expect(store.version).toBe(LATEST)
    expect(await view(store, subject)).toMatchObject({
      person: { id: ada, handle: 'Ada', previousHandles: ['AdaOld'], tags: ['VIP'], contacts: 1 },
      notes: [{ text: 'Prefers the aisle' }],
      bin: [{ note: { text: 'Wrong' } }],
      readOnly: false,
    })
    await write()
    expect((await view(store, subject)).person?.tags).toEqual(['VIP', 'new'])
  })

  it('is as the latest would have made it', async () => {
    await makeOldDatabase(version, tables, {})
    const migrated = shapeOf((await openStore()) as never)
    globalThis.indexedDB = new IDBFactory()
    vi.resetModules()
    expect(migrated).toEqual(shapeOf((await openStore()) as never))
  })
})

describe('the step handlesAndBin', () => {
  it('lists every handle of a person and dates what is in the bin', async () => {
    await makeOldDatabase(3, OLD_TABLES[2]!, OLD_ROWS)
    const store = await openStore()
    expect((await store.get('people', ada))?.handles).toEqual(['ada', 'adaold'])
    expect((await store.getAllFromIndex('people', 'handles', 'adaold' as never)).map(({ id }) => id)).toEqual([ada])
    expect((await store.get('notes', 'n2' as NoteId))?.removedAt).toBe(momentIn('0mlzvuf5s-0001-a' as Stamp))
    expect((await store.get('notes', 'n1' as NoteId))?.removedAt).toBeUndefined()
  })

  it('that fails leaves the database as it was, and the next start completes it', async () => {
    await makeOldDatabase(3, OLD_TABLES[2]!, OLD_ROWS)
    const update = vi.spyOn(globalThis.IDBCursor.prototype, 'update').mockImplementation(() => {
      throw new Error('killed')
    })
    await expect(openStore()).rejects.toThrow()
    update.mockRestore()
    const store = await openStore()
    expect(store.version).toBe(LATEST)
    expect((await store.get('people', ada))?.handles).toEqual(['ada', 'adaold'])
  })
})

describe('the step repliesInFull', () => {
  it('gives a reply of titles and text every field, and calls its words the body', async () => {
    await makeOldDatabase(4, OLD_TABLES[3]!, rowsOf(4))
    const store = await openStore()
    expect(await store.getAll('replies')).toEqual([{ ...blankReply('starter-Thanks' as ReplyId), title: 'Thanks', body: 'Hi {first|"there"}, thank you!' }])
    expect(await store.getAll('uses')).toEqual([])
  })
})

describe('the step searchLists', () => {
  it('empties the words of before, and everybody is found again once they were looked at anew', async () => {
    await makeOldDatabase(6, OLD_TABLES[5]!, { ...rowsOf(6), search: [{ id: 'ada', words: ['nada', 'saisle'] }] })
    const store = await openStore()
    expect(await store.getAll('search')).toEqual([])
    const { indexNext } = await import('../../src/store/index-people')
    expect(await indexNext(store, undefined, 10)).toBe(ada)
    for (const query of ['ada', 'aisle', 'adaold', 'tag:vip', 'before:1971']) expect((await search(store, query, 5, Date.UTC(2027, 0, 1))).hits.map(({ person }) => person)).toEqual([ada])
    expect((await search(store, 'wrong', 5, 0)).hits).toEqual([])
  })
})

describe('a database that a page of before still holds', () => {
  const hold = (version: number) => new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('regulars', version)
    opening.addEventListener('success', () => resolve(opening.result))
  })

  it('is refused in a sentence as long as that lasts, and opens afterwards, again and again', async () => {
    await makeOldDatabase(3, OLD_TABLES[2]!, OLD_ROWS)
    const page = await hold(3)
    await expect(openStore()).rejects.toThrow('storeHeld')
    await expect(openStore()).rejects.toThrow('storeHeld')
    page.close()
    await vi.waitFor(openStore)
    const store = await openStore()
    expect(await store.count('people')).toBe(1)
    // A later Regulars took it over for a while: this opening was held by nobody.
    const later = hold(NEWER)
    await expect(openStore()).resolves.toMatchObject({ version: LATEST })
    ;(await later).close()
    expect((await openStore()).version).toBe(NEWER)
  })
})

describe('a database that a newer Regulars made', () => {
  beforeEach(() => makeOldDatabase(NEWER, { ...LATEST_TABLES, future: { keyPath: 'id', indexes: {} } }, { ...rowsOf(NEWER), future: [{ id: 1 }] }))

  it('is readable, says that it is newer, and keeps its version and its tables', async () => {
    const store = await openStore()
    expect(store.version).toBe(NEWER)
    expect(await view(store, subject)).toMatchObject({ readOnly: true, notes: [{ text: 'Prefers the aisle' }] })
    expect([...store.objectStoreNames]).toContain('future')
  })

  it('is never written to: that is refused in a sentence', async () => {
    await expect(write()).rejects.toThrow('storeNewer')
    const store = await openStore()
    expect(await store.getAll('journal')).toHaveLength(2)
    expect(await (await import('../../src/store/purge-bin')).purgeBin(store, Number.MAX_SAFE_INTEGER)).toBe(0)
  })
})
