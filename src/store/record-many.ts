import type { Change, ChangeBody, PersonId } from '../domain/change'
import { type Clock, witness } from '../domain/clock'
import type { HandleKey } from '../domain/handle'
import { applyChange } from './apply-change'
import { indexPeople } from './index-people'
import { abort, type Author, stampAll } from './journal'
import { mergesOf } from './merge-same-account'
import type { Store } from './open-store'
import { type Remembered, rememberTables } from './remember-tables'
import { WRITTEN_TABLES, type WriteTransaction } from './transactions'

/** Whose badges were concerned, and how many changes were written. */
export interface RecordedMany {
  readonly keys: readonly HandleKey[]
  readonly changes: number
}

/** Decides for one of many things what is to be recorded; `isNew` takes the ids that it just made. */
export type DecideOne<Item> = (transaction: WriteTransaction, item: Item, isNew: (id: string) => void) => Promise<readonly ChangeBody[]>

/** As `record`, for many things in one transaction: each is decided after those before it were applied. */
export function recordMany<Item>(store: Store, author: Author, items: readonly Item[], decide: DecideOne<Item>): Promise<RecordedMany> {
  return together(store, async ({ transaction, isNew }, apply) => {
    // What all of them need is read side by side; afterwards nothing waits for the database.
    await Promise.all(items.map((item) => decide(transaction, item, () => undefined)))
    for (const item of items) {
      const bodies = await decide(transaction, item, isNew)
      const changes = await stampAll(transaction, bodies, author)
      for (const { stamp } of changes) isNew(stamp)
      await apply(changes)
      await apply(await stampAll(transaction, await mergesOf(transaction, bodies), author))
    }
  })
}

/** Takes in changes that were made elsewhere or earlier, with the stamps they have; those that are here already change nothing. */
export function receiveMany(store: Store, changes: readonly Change[], now: number): Promise<RecordedMany> {
  return together(store, async ({ transaction }, apply) => {
    const clocks = transaction.objectStore('clock')
    const own: Clock = (await clocks.get('own')) ?? { ms: 0, count: 0, origin: crypto.randomUUID().replaceAll('-', '') }
    await clocks.put(changes.reduce((clock, { stamp }) => witness(clock, stamp, now), own), 'own')
    await Promise.all(changes.map(({ stamp }) => transaction.objectStore('journal').get(stamp)))
    await apply(changes)
  })
}

type Apply = (changes: readonly Change[]) => Promise<void>

async function together(store: Store, run: (memory: Remembered, apply: Apply) => Promise<void>): Promise<RecordedMany> {
  const transaction = store.transaction(WRITTEN_TABLES, 'readwrite', { durability: 'strict' })
  const memory = rememberTables(transaction)
  const keys = new Set<HandleKey>()
  const people = new Set<PersonId>()
  let written = 0
  try {
    await run(memory, async (changes) => {
      for (const change of changes) {
        if (await memory.transaction.objectStore('journal').get(change.stamp)) continue
        await applyChange(memory.transaction, change, keys)
        people.add(change.person)
        written += 1
      }
    })
    await indexPeople(memory.transaction, people)
    await memory.flush()
    await transaction.done
    return { keys: [...keys], changes: written }
  } catch (error) {
    transaction.done.catch(() => undefined)
    abort(transaction)
    throw error
  }
}
