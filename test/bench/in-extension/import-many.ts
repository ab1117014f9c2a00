import type { ImportId } from '../../../src/domain/change'
import { listedRow } from '../listed-row'

const AT_ONCE = 2_000
const ID = '00000000-0000-4000-8000-0000000000be' as ImportId

/** Sends rows to the background as the page of imports does; gives how long each five hundred took, in ms. */
export async function importOverTheWire(count: number): Promise<readonly number[]> {
  const rows = Array.from({ length: count }, (_none, n) => listedRow(n)).sort((one, other) => (one.handle.toLowerCase() < other.handle.toLowerCase() ? -1 : 1))
  const times: number[] = []
  for (let from = 0; from < count; from += AT_ONCE) {
    const start = performance.now()
    const reply: { readonly error?: string } = await chrome.runtime.sendMessage({ regulars: 'backup/add', asked: { id: ID, rows: rows.slice(from, from + AT_ONCE) } })
    if (reply.error !== undefined) throw new Error(reply.error)
    times.push(performance.now() - start)
  }
  return times
}

/** The floor: as many rows as such an import writes, into tables with as many indexes, and nothing else; ms for each five hundred people. */
export async function writeRawRows(count: number): Promise<readonly number[]> {
  const database = await openBare()
  const times: number[] = []
  for (let from = 0; from < count; from += AT_ONCE) {
    const start = performance.now()
    const writing = database.transaction(['people', 'notes', 'journal', 'search'], 'readwrite', { durability: 'strict' })
    for (let n = from; n < from + AT_ONCE; n += 1) putRaw(writing, n)
    await new Promise<void>((resolve, reject) => {
      writing.addEventListener('complete', () => resolve())
      writing.addEventListener('abort', () => reject(writing.error ?? new Error('The rows could not be written.')))
    })
    times.push(performance.now() - start)
  }
  database.close()
  return times
}

/** As many people as stand in one row of the journal. */
const PEOPLE_IN_ROW = 10
let lot: { readonly stamp: string; readonly person: string }[] = []

function putRaw(writing: IDBTransaction, n: number): void {
  const row = listedRow(n)
  const id = `0mlzvuf5s${n.toString(36).padStart(12, '0')}`
  const stamp = (end: number): string => `0mlzvuf5s-${(n * 3 + end).toString(36).padStart(6, '0')}-abcdefabcdef`
  writing.objectStore('people').put({ id, key: row.handle.toLowerCase(), xId: row.xId, handles: [row.handle.toLowerCase()], fields: { name: [row.name, stamp(0)], xId: [row.xId, stamp(0)], tag: [true, stamp(1)] } })
  writing.objectStore('notes').put({ id: `${id}n`, person: id, fields: { text: [row.notes[0], stamp(2)], addedAt: [n, stamp(2)], by: ['', stamp(2)] } })
  const changes = [0, 1, 2].map((end) => ({ kind: 'tag/set', person: id, tag: 'VIP', on: true, stamp: stamp(end), at: n, by: '', import: ID }))
  if (n % PEOPLE_IN_ROW === 0) lot = []
  lot.push(...changes)
  const [change, ...also] = lot
  if (n % PEOPLE_IN_ROW === PEOPLE_IN_ROW - 1) writing.objectStore('journal').put({ stamp: change?.stamp, people: lot.map(({ person }) => person).filter((_person, at) => at % 3 === 0), change, also })
  const text = [...row.notes, ...row.tags, row.name, row.handle].join(' ')
  writing.objectStore('search').put({ id, place: n, words: text.split(' '), text })
}

function openBare(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bench-floor', 1)
    opening.addEventListener('upgradeneeded', () => {
      const table = (name: string, keyPath: string, indexes: Readonly<Record<string, string | string[]>>): void => {
        const made = opening.result.createObjectStore(name, { keyPath })
        for (const [index, path] of Object.entries(indexes)) made.createIndex(index, path, { multiEntry: index === 'handles' || index === 'people' })
      }
      table('people', 'id', { key: 'key', xId: 'xId', handles: 'handles' })
      table('notes', 'id', { person: 'person' })
      table('journal', 'stamp', { person: ['person', 'stamp'], people: 'people', import: 'change.import' })
      table('search', 'id', { place: 'place' })
    })
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('The bare database could not be opened.')))
  })
}
