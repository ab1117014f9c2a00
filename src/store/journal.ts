import type { Change, ChangeBody, FieldValue, FieldWrite, NoteId, PersonId } from '../domain/change'
import { setField, writesOf } from '../domain/change'
import { type Clock, stampOf, tick } from '../domain/clock'
import { type HandleKey, keyOf } from '../domain/handle'
import type { JournalRow } from '../domain/journal-entry'
import { emptyPerson, noteOf, type NoteRow, type PersonRow, withFields } from '../domain/person'
import type { Store } from './open-store'
import type { WriteTransaction } from './transactions'

/** Who changes something, and when by the wall clock (ms since 1970). */
export interface Author {
  readonly by: string
  readonly now: number
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
  const transaction = store.transaction(['people', 'notes', 'journal', 'drafts', 'clock'], 'readwrite', { durability: 'strict' })
  try {
    const bodies = await decide(transaction)
    const changes = bodies.length === 0 ? [] : await stampAll(transaction, bodies, author)
    const rows: JournalRow[] = []
    const keys = new Set<HandleKey>()
    for (const change of changes) rows.push(await apply(transaction, change, keys))
    await transaction.done
    return { rows, keys: [...keys] }
  } catch (error) {
    transaction.done.catch(() => undefined)
    abort(transaction)
    throw error
  }
}

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort()
  } catch {
    // Already over: the browser aborted it, and the error that is on its way says why.
  }
}

async function stampAll(transaction: WriteTransaction, bodies: readonly ChangeBody[], { by, now }: Author): Promise<readonly Change[]> {
  const clocks = transaction.objectStore('clock')
  let clock: Clock = (await clocks.get('own')) ?? { ms: 0, count: 0, origin: newOrigin() }
  const changes = bodies.map((body) => {
    clock = tick(clock, now)
    return { ...body, stamp: stampOf(clock), at: now, by }
  })
  await clocks.put(clock, 'own')
  return changes
}

function newOrigin(): string {
  return crypto.randomUUID().replaceAll('-', '')
}

/** Applies one change to the tables and appends it; the same change twice leaves everything as it was. */
export async function apply(transaction: WriteTransaction, change: Change, keys: Set<HandleKey>): Promise<JournalRow> {
  const journal = transaction.objectStore('journal')
  const known = await journal.get(change.stamp)
  if (known) return known
  const person = (await transaction.objectStore('people').get(change.person)) ?? emptyPerson(change.person)
  const writes = writesOf(change)
  const applied = 'note' in change ? await applyToNote(transaction, person, change.note, writes) : applyToPerson(person, writes)
  for (const row of [person, applied.person]) if (row.key) keys.add(row.key)
  await transaction.objectStore('people').put(applied.person)
  const row: JournalRow = { stamp: change.stamp, person: change.person, change, was: applied.was }
  await journal.add(row)
  if (change.kind === 'person/renamed' || change.kind === 'person/met') keys.add(keyOf(change.handle))
  return row

  function applyToPerson(held: PersonRow, writes: readonly FieldWrite[]): Applied {
    const { fields, was } = setAll(held, writes, change)
    return { person: withFields(held, fields), was }
  }

  async function applyToNote(transaction: WriteTransaction, person: PersonRow, id: NoteId, writes: readonly FieldWrite[]): Promise<Applied> {
    const notes = transaction.objectStore('notes')
    const held: NoteRow = (await notes.get(id)) ?? { id, person: change.person, fields: {} }
    const { fields, was } = setAll(held, writes, change)
    await notes.put({ ...held, fields })
    return { person: { ...person, notes: await livingNotes(transaction, person.id) }, was }
  }
}

interface Applied {
  readonly person: PersonRow
  readonly was: readonly (FieldValue | null)[]
}

function setAll(held: Pick<PersonRow, 'fields'>, writes: readonly FieldWrite[], { stamp }: Change) {
  const was = writes.map(({ field }) => held.fields[field]?.[0] ?? null)
  const fields = writes.reduce((fields, { field, value }) => setField(fields, field, value, stamp), held.fields)
  return { fields, was }
}

async function livingNotes(transaction: WriteTransaction, person: PersonId): Promise<number> {
  const rows = await transaction.objectStore('notes').index('person').getAll(person)
  return rows.filter((row) => noteOf(row) !== undefined).length
}
