import { lookUp } from '../../../src/features/people/people-worker'
import { openStore } from '../../../src/store/open-store'
import { askInside, askOverTheWire, readRaw } from './ask-many'
import { seedPeople } from './seed-people'

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
  readRaw: async (rounds: number, people: number) => readRaw(await openStore(), rounds, people),
  askOverTheWire,
}

export type InExtension = typeof inExtension

Object.assign(globalThis, { regularsBench: inExtension })
