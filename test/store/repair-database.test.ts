import 'fake-indexeddb/auto'
import { deleteDB, type IDBPDatabase, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openAsItIs, readablePieces } from '../../src/store/readable-rows'
import { repairDatabase, rewriteDatabase } from '../../src/store/rewrite-database'

const DAMAGED = ['b', 'd']

let database: IDBPDatabase

beforeEach(async () => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, run: () => unknown) => run() } })
  database = await openDB('regulars', 3, { upgrade: (fresh) => void [fresh.createObjectStore('rows', { keyPath: 'id' }), fresh.createObjectStore('clock')] })
  for (const id of ['a', 'b', 'c', 'd', 'e']) await database.put('rows', { id })
  await database.put('clock', { count: 1 }, 'own')
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  database.close()
  for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!)
})

/** As where the file that held some rows is gone: asked for them, alone or among others, the browser refuses. */
function damage(): void {
  const [get, getAll] = [IDBObjectStore.prototype.get, IDBObjectStore.prototype.getAll]
  const isThere = ({ name, transaction }: IDBObjectStore): boolean => name === 'rows' && transaction.db.name === 'regulars'
  const refused = (): never => { throw new DOMException('Failed to read large IndexedDB value', 'DataError') }
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) { return isThere(this) && DAMAGED.some((damaged) => damaged === key) ? refused() : get.call(this, key) })
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...asked: []) { return isThere(this) ? refused() : getAll.apply(this, asked) })
}

const keysOf = async (): Promise<readonly IDBValidKey[]> => {
  const now = await openDB('regulars')
  const keys = await now.getAllKeys('rows')
  now.close()
  return keys
}

describe('a database of which not all can be read', () => {
  it('gives what can be, and how many rows cannot', async () => {
    damage()
    const pieces = []
    for await (const piece of readablePieces(database, 'rows')) pieces.push(piece)
    expect(pieces).toEqual([{ rows: [['a', { id: 'a' }], ['c', { id: 'c' }], ['e', { id: 'e' }]], lost: 2 }])
  })

  it('is as it was after a rewriting that cannot read all of it', async () => {
    database.close()
    damage()
    await expect(rewriteDatabase()).rejects.toThrow()
    vi.restoreAllMocks()
    expect(await keysOf()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('holds after a repair what could be read, under the same version, and nothing else', async () => {
    database.close()
    damage()
    expect(await repairDatabase()).toBe(2)
    vi.restoreAllMocks()
    expect(await keysOf()).toEqual(['a', 'c', 'e'])
    const now = await openDB('regulars')
    expect([now.version, await now.get('clock', 'own')]).toEqual([3, { count: 1 }])
    now.close()
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['regulars'])
  })

  it('loses nothing by a repair of what is whole', async () => {
    database.close()
    expect(await repairDatabase()).toBe(0)
    expect(await keysOf()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('is not made by a look where there is none', async () => {
    database.close()
    const now = await openAsItIs()
    expect(now?.version).toBe(3)
    now?.close()
    await deleteDB('regulars')
    expect(await openAsItIs()).toBeUndefined()
    expect(await indexedDB.databases()).toEqual([])
  })
})
