import { type Change, type ChangeBody, type ImportId, writesOf } from '../../domain/change'
import type { Stamp } from '../../domain/clock'
import type { HandleKey } from '../../domain/handle'
import { changesIn, inverseOf, type StoredEntry } from '../../domain/journal-entry'
import type { Author } from '../../store/journal'
import { changesOf } from '../../store/journal-entries'
import type { Store } from '../../store/open-store'
import { readConcerned } from '../../store/read-concerned'
import { recordMany } from '../../store/record-many'

/** How many changes are taken back at once. */
const MOST = 200

/** What was taken back, and where to go on. */
export interface Undone {
  readonly undone: number
  readonly next: Stamp | undefined
  readonly keys: readonly HandleKey[]
}

/** Takes back the latest changes of an import, before a stamp. What somebody changed since stays as they left it. */
export async function undoImport(store: Store, author: Author, id: ImportId, before: Stamp | undefined): Promise<Undone> {
  const { changes, journals, next } = await readImport(store, id, before)
  const bodies = changes.flatMap((change) => backOf(change, journals.get(change.person) ?? []))
  const { keys } = await recordMany(store, author, { items: bodies, decide: (_transaction, body) => Promise.resolve([body]), readAhead: readConcerned })
  return { undone: bodies.length, next, keys }
}

async function readImport(store: Store, id: ImportId, before: Stamp | undefined) {
  const table = store.transaction('journal', 'readonly').store
  const rows: StoredEntry[] = []
  let cursor = await table.index('import').openCursor(IDBKeyRange.only(id), 'prev')
  if (cursor && before !== undefined && cursor.primaryKey >= before) cursor = await cursor.continuePrimaryKey(id, before)
  if (cursor && before !== undefined && cursor.primaryKey === before) cursor = await cursor.continue()
  while (cursor && changesIn(rows).length < MOST) {
    rows.push(cursor.value)
    cursor = await cursor.continue()
  }
  const changes = rows.flatMap((row) => [...changesIn([row])].reverse())
  const people = [...new Set(changes.map(({ person }) => person))]
  const journals = await Promise.all(people.map(async (person) => [person, await changesOf(table, person)] as const))
  return { changes, journals: new Map(journals), next: cursor ? rows.at(-1)?.stamp : undefined }
}

function backOf(change: Change, journal: readonly Change[]): readonly (ChangeBody & Pick<Change, 'undoes'>)[] {
  const later = journal.filter((other) => other.stamp > change.stamp && other.import !== change.import)
  if (later.some((other) => other.undoes === change.stamp) || later.some((other) => isAbout(other, change))) return []
  const inverse = inverseOf(change, journal.filter(({ stamp }) => stamp < change.stamp))
  return inverse ? [{ ...inverse, undoes: change.stamp }] : []
}

/** True where a later change builds on an earlier one: it writes the same fields, or is about somebody whom the earlier one made known. */
function isAbout(later: Change, earlier: Change): boolean {
  if (later.undoes !== undefined || later.kind === 'facts/seen') return false
  if (earlier.kind === 'person/met') return true
  const written = new Set(writesOf(earlier).map(({ record, id, field }) => `${record} ${id} ${field}`))
  return writesOf(later).some(({ record, id, field }) => written.has(`${record} ${id} ${field}`))
}
