import { lookUp } from '../../../src/features/people/people-worker'
import { search } from '../../../src/features/people/search-worker'
import { openStore } from '../../../src/store/open-store'
import { askInside, askOverTheWire, readRaw } from './ask-many'
import { importOverTheWire, writeRawRows } from './import-many'
import { exportAll, saveAndRestore } from './save-and-restore'
import { searchMany, searchOnce } from './search-many'
import { keepCopies, syncCrm } from './sync-crm'
import { seedPeople } from './seed-people'
import { seedSaid } from './seed-said'

/** Where the background keeps how far the index is. */
const INDEX = 'searchIndex2'

/** As a page of ours searches: the store is opened with the first search. */
async function searchHere(query: string, limit: number) {
  return search(await openStore(), query, limit, Date.now())
}

/** What runs inside the extension itself, in a page of it or in its worker: the code as it is shipped, on the database as it is. */
const inExtension = {
  seedPeople: async (from: number, to: number) => seedPeople(await openStore(), from, to),
  countRows: async () => {
    const store = await openStore()
    return { people: await store.count('people'), journal: await store.count('journal') }
  },
  askInside: async (rounds: number, people: number) => {
    const store = await openStore()
    return askInside((asked) => lookUp(store, asked), rounds, people)
  },
  forgetIndex: async () => {
    const store = await openStore()
    await Promise.all([store.clear('search'), store.clear('terms')])
    await chrome.storage.local.remove(INDEX)
  },
  /** Has the background index on, and tells after a second whether all is done: no answer may take longer than anybody waits for one. */
  indexOn: async () => {
    void chrome.runtime.sendMessage({ regulars: 'people/index', asked: undefined }).catch(() => undefined)
    await new Promise((resolve) => { setTimeout(resolve, 1_000) })
    return ((await chrome.storage.local.get(INDEX))[INDEX] as { readonly isDone?: boolean } | undefined)?.isDone === true
  },
  readRaw: async (rounds: number, people: number) => readRaw(await openStore(), rounds, people),
  askOverTheWire,
  seedSaid: async (from: number, to: number) => seedSaid(await openStore(), from, to),
  searchMany: (rounds: number, people: number) => searchMany(searchHere, rounds, people),
  searchOnce: (n: number, people: number) => searchOnce(searchHere, n, people),
  askOnce: async () => (await askOverTheWire(1, 1))[0] ?? Number.NaN,
  importOverTheWire,
  writeRawRows,
  exportAll,
  saveAndRestore,
  syncCrm,
  keepCopies,
}

export type InExtension = typeof inExtension

Object.assign(globalThis, { regularsBench: inExtension })
