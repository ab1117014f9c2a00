import type { Page } from 'puppeteer-core'
import { type Fields, setField, writesOf } from '../../../src/domain/change'
import { changesIn, type JournalRow, rowOf } from '../../../src/domain/journal-entry'
import { type NoteRow, noteOf, type PersonRow } from '../../../src/domain/person'
import type { Draft } from '../../../src/store/schema'

/** The tables as they lie in the database. */
export interface Memory {
  readonly people: readonly PersonRow[]
  readonly notes: readonly NoteRow[]
  readonly journal: readonly JournalRow[]
  readonly drafts: readonly Draft[]
}

/** Reads the tables past all our code, from any page of the extension. */
export async function readMemory(page: Page): Promise<Memory> {
  const memory = await page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('The database refused.')))
      })
    const database = await settled(indexedDB.open('regulars'))
    const names = ['people', 'notes', 'journal', 'drafts'] as const
    const transaction = database.transaction([...names])
    const rows = await Promise.all(names.map((name) => settled(transaction.objectStore(name).getAll())))
    database.close()
    return Object.fromEntries(names.map((name, index) => [name, rows[index]])) as unknown as Memory
  })
  return { ...memory, journal: changesIn(memory.journal).map(rowOf) }
}

/** What the tables and the journal do not agree on: half a change, a change twice, a count gone wrong. Empty when all is well. */
export function disagreements({ people, notes, journal }: Memory): readonly string[] {
  const told = new Map<string, Fields>()
  for (const { change } of journal) {
    for (const { record, id, field, value } of writesOf(change)) {
      const name = `${record} ${id}`
      told.set(name, setField(told.get(name) ?? {}, field, value, change.stamp))
    }
  }
  const held = new Map<string, Fields>([...people.map(({ id, fields }) => [`person ${id}`, fields] as const), ...notes.map(({ id, fields }) => [`note ${id}`, fields] as const)])
  const names = new Set([...told.keys(), ...held.keys()])
  const differing = [...names].filter((name) => !name.startsWith('contact ') && sorted(told.get(name)) !== sorted(held.get(name)))
  const miscounted = people.filter(({ id, notes: count }) => count !== notes.filter((row) => row.person === id && noteOf(row)).length)
  const keys = people.flatMap(({ key }) => key ?? [])
  return [
    ...differing.map((name) => `${name}: the journal says ${sorted(told.get(name))}, the table ${sorted(held.get(name))}`),
    ...miscounted.map(({ key }) => `@${key}: the count of notes is wrong`),
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `@${key} is there twice`),
  ]
}

/** Fields in one order; a person who never had one has none. */
function sorted(fields: Fields = {}): string {
  return JSON.stringify(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)))
}
