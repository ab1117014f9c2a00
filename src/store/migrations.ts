import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { RegularsDatabase } from './schema'

type Tables = StoreNames<RegularsDatabase>[]
type Step = (database: IDBPDatabase<RegularsDatabase>, transaction: IDBPTransaction<RegularsDatabase, Tables, 'versionchange'>) => void

/** Step n makes version n + 1. A step that was released is frozen: add one, never edit one. */
export const MIGRATIONS: readonly Step[] = [
  function peopleNotesJournal(database) {
    const people = database.createObjectStore('people', { keyPath: 'id' })
    people.createIndex('key', 'key')
    people.createIndex('xId', 'xId')
    database.createObjectStore('notes', { keyPath: 'id' }).createIndex('person', 'person')
    database.createObjectStore('contacts', { keyPath: 'id' }).createIndex('person', 'person')
    database.createObjectStore('journal', { keyPath: 'stamp' }).createIndex('person', ['person', 'stamp'])
    database.createObjectStore('replies', { keyPath: 'id' })
    database.createObjectStore('drafts', { keyPath: 'place' })
    database.createObjectStore('clock')
  },
  function searchWords(database) {
    database.createObjectStore('search', { keyPath: 'id' }).createIndex('words', 'words', { multiEntry: true })
  },
  function importsInJournal(_database, transaction) {
    transaction.objectStore('journal').createIndex('import', 'change.import')
  },
]
