import type { Change, ChangeBody, PersonId } from '../domain/change'
import { type Clock, witness } from '../domain/clock'
import type { HandleKey, XId } from '../domain/handle'
import { lotOf } from '../domain/journal-entry'
import { applyChange, applyToTables } from './apply-change'
import { indexPeople } from './index-people'
import { abort, type Author, newOrigin, stampAll } from './journal'
import { collidingIds, mergesOf } from './merge-same-account'
import { mustBeOurs, type Store } from './open-store'
import { missingOf, readConcerned } from './read-concerned'
import { type Remembered, rememberTables } from './remember-tables'
import { WRITTEN_TABLES, type WriteTransaction } from './transactions'
import { makeRoom } from './write-lists'

/** Whose badges were concerned, and how many changes were written. */
export interface RecordedMany {
  readonly keys: readonly HandleKey[]
  readonly changes: number
}

/** Many things of one sort. */
export interface Many<Item> {
  readonly items: readonly Item[]
  /** Decides for one of them what is to be recorded; `isNew` takes the ids that it just made. */
  readonly decide: (transaction: WriteTransaction, item: Item, isNew: (id: string) => void) => Promise<readonly ChangeBody[]>
  /** Reads what deciding and applying some of them will ask for, in few readings. */
  readonly readAhead: (memory: Remembered, items: readonly Item[]) => Promise<unknown>
}

/** So many are worked out before their rows go on their way: the browser writes them while the next ones are worked out. */
const LOT = 50
/** For so many what they ask for is read together. */
const AHEAD = 500
/** So many changes of an import make a row of the journal. Whoever reads of one person reads of all who stand in it. */
const MOST_IN_ROW = 30

/** As `record`, for many things in one transaction: each is decided after those before it were applied. */
export function recordMany<Item>(store: Store, author: Author, { items, decide, readAhead }: Many<Item>): Promise<RecordedMany> {
  return together(store, async (memory, apply) => {
    const { transaction, isNew } = memory
    let reading = readAhead(memory, items.slice(0, AHEAD))
    for (const [place, item] of items.entries()) {
      if (place % AHEAD === 0) {
        await reading
        // What the next ones need is read while these are worked out.
        reading = readAhead(memory, items.slice(place + AHEAD, place + 2 * AHEAD))
        // Whoever fails is heard of when it is waited for, unless something else failed before.
        reading.catch(() => undefined)
      }
      const bodies = await decide(transaction, item, isNew)
      const changes = await stampAll(transaction, bodies, author)
      for (const { stamp } of changes) isNew(stamp)
      await (author.import ? apply.inLots(changes) : apply.all(changes))
      await apply.all(await stampAll(transaction, await mergesOf(transaction, bodies), author))
      if (place % LOT === LOT - 1) memory.write()
    }
  })
}

/** What came of changes that were received. */
export interface Received extends RecordedMany {
  /** Account ids that more than one record holds now: once everything is here, those are to be joined. */
  readonly colliding: readonly XId[]
}

/** Takes in changes that were made elsewhere or earlier, with the stamps they have; those that are here already change nothing. In the order of their people they cost least. */
export async function receiveMany(store: Store, changes: readonly Change[], now: number): Promise<Received> {
  let colliding: readonly XId[] = []
  const recorded = await together(store, async (memory, apply) => {
    const clocks = memory.transaction.objectStore('clock')
    const own: Clock = (await clocks.get('own')) ?? { ms: 0, count: 0, origin: newOrigin() }
    await clocks.put(changes.reduce((clock, { stamp }) => witness(clock, stamp, now), own), 'own')
    const [missing] = await Promise.all([missingOf(memory, changes), readConcerned(memory, changes)])
    const erasures = changes.filter(({ kind }) => kind === 'person/erased')
    const others = missing.filter(({ kind }) => kind !== 'person/erased')
    for (let from = 0; from < others.length; from += LOT) {
      await apply.all(others.slice(from, from + LOT))
      memory.write()
    }
    colliding = await collidingIds(memory.transaction, changes)
    await apply.erase(erasures)
  })
  return { ...recorded, colliding }
}

interface Apply {
  /** Changes that were stamped here just now, each after those before. */
  readonly inLots: (changes: readonly Change[]) => Promise<void>
  readonly all: (changes: readonly Change[]) => Promise<void>
  /** Sends what came of them, and the words by which those people are found, on its way. */
  readonly finish: () => Promise<void>
  /** Erases, past the memory, which knows no deleting: it is finished first, and nothing may come after. */
  readonly erase: (erasures: readonly Change[]) => Promise<void>
}

async function together(store: Store, run: (memory: Remembered, apply: Apply) => Promise<void>): Promise<RecordedMany> {
  // What many changes come from is still at hand: a list, a backup. After a power cut they are taken in once more, and change nothing twice.
  const transaction = mustBeOurs(store).transaction(WRITTEN_TABLES, 'readwrite', { durability: 'relaxed' })
  const keys = new Set<HandleKey>()
  try {
    const { apply, counted } = applying(rememberTables(transaction), keys)
    await run(apply.memory, apply)
    await apply.finish()
    await transaction.done
    return { keys: [...keys], changes: counted() }
  } catch (error) {
    transaction.done.catch(() => undefined)
    abort(transaction)
    throw error
  }
}

function applying(memory: Remembered, keys: Set<HandleKey>) {
  const people = new Set<PersonId>()
  let written = 0
  let lot: Change[] = []
  const all = async (changes: readonly Change[]): Promise<void> => {
    for (const change of changes) if (await applyChange(memory.transaction, change, keys, people)) written += 1
  }
  const endLot = (): void => {
    for (const row of lotOf(lot)) void memory.transaction.objectStore('journal').add(row)
    lot = []
  }
  const inLots = async (changes: readonly Change[]): Promise<void> => {
    for (const change of changes) {
      if (!(await applyToTables(memory.transaction, change, keys, people))) continue
      lot.push(change)
      written += 1
    }
    if (lot.length >= MOST_IN_ROW) endLot()
  }
  const finish = async (): Promise<void> => {
    endLot()
    await makeRoom(memory.transaction.objectStore('terms'), people.size)
    await indexPeople(memory.transaction, people)
    people.clear()
    memory.finish()
  }
  const erase = async (erasures: readonly Change[]): Promise<void> => {
    if (erasures.length === 0) return
    await finish()
    for (const erasure of erasures) if (await applyChange(memory.base, erasure, keys, people)) written += 1
    await indexPeople(memory.base, people)
    people.clear()
  }
  return { apply: { memory, inLots, all, finish, erase }, counted: () => written }
}
