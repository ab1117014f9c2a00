import type { Change, ChangeBody, ImportId, PersonId } from '../domain/change'
import { type Clock, stampOf, tick } from '../domain/clock'
import type { HandleKey } from '../domain/handle'
import type { JournalRow } from '../domain/journal-entry'
import { applyChange } from './apply-change'
import { indexPeople } from './index-people'
import { mergesOf } from './merge-same-account'
import { mustBeOurs, type Store } from './open-store'
import { randomLetters } from './new-id'
import { WRITTEN_TABLES, type WriteTransaction } from './transactions'

/** Who changes something, and when by the wall clock (ms since 1970). */
export interface Author {
  readonly by: string
  readonly now: number
  /** The import under way. */
  readonly import?: ImportId
}

/** What was written: the journal's new rows, and the handles whose badges it concerns. */
export interface Recorded {
  readonly rows: readonly JournalRow[]
  readonly keys: readonly HandleKey[]
}

/**
 * The one door for writes: appends changes to the journal and applies them to the tables in one strictly durable transaction.
 * `decide` may read inside the transaction; what it returns is recorded. Resolves after the transaction is complete.
 */
export async function record(
  store: Store,
  author: Author,
  decide: (transaction: WriteTransaction) => Promise<readonly ChangeBody[]>,
): Promise<Recorded> {
  const transaction = mustBeOurs(store).transaction(WRITTEN_TABLES, 'readwrite', { durability: 'strict' })
  try {
    const changes = await stampAll(transaction, await decide(transaction), author)
    const rows: JournalRow[] = []
    const keys = new Set<HandleKey>()
    const people = new Set<PersonId>()
    const apply = async (change: Change): Promise<void> => {
      const row = await applyChange(transaction, change, keys, people)
      if (row) rows.push(row)
    }
    for (const change of changes) await apply(change)
    for (const change of await stampAll(transaction, await mergesOf(transaction, changes), author)) await apply(change)
    await indexPeople(transaction, people)
    await transaction.done
    return { rows, keys: [...keys] }
  } catch (error) {
    transaction.done.catch(() => undefined)
    abort(transaction)
    throw error
  }
}

/** Takes back what a transaction did, unless the browser did so already. */
export function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort()
  } catch {
    // Already over: the browser aborted it, and the error that is on its way says why.
  }
}

/** Changes with their authorship: each one comes after everything this profile wrote or saw. */
export async function stampAll(transaction: WriteTransaction, bodies: readonly ChangeBody[], { by, now, import: id }: Author): Promise<readonly Change[]> {
  if (bodies.length === 0) return []
  const clocks = transaction.objectStore('clock')
  let clock: Clock = (await clocks.get('own')) ?? { ms: 0, count: 0, origin: newOrigin() }
  const changes = bodies.map((body) => {
    clock = tick(clock, now)
    return { ...body, stamp: stampOf(clock), at: now, by, ...(id && { import: id }) }
  })
  await clocks.put(clock, 'own')
  return changes
}

/** A new profile's name in its stamps. It stands in every field and every index, so it is as short as chance allows: 62 bits. */
export function newOrigin(): string {
  return randomLetters(12)
}
