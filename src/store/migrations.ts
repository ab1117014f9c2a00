import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { HandleKey } from '../domain/handle'
import type { ReplyId } from '../features/canned-replies/reply'
import type { RegularsDatabase } from './schema'

type Tables = StoreNames<RegularsDatabase>[]
type Step = (database: IDBPDatabase<RegularsDatabase>, transaction: IDBPTransaction<RegularsDatabase, Tables, 'versionchange'>) => void | Promise<void>

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
    database.createObjectStore('search', { keyPath: 'id' }).createIndex('words' as never, 'words', { multiEntry: true })
  },
  function importsInJournal(_database, transaction) {
    transaction.objectStore('journal').createIndex('import', 'change.import')
  },
  async function handlesAndBin(_database, transaction) {
    const people = transaction.objectStore('people')
    people.createIndex('handles', 'handles', { multiEntry: true })
    people.createIndex('into', 'into')
    const notes = transaction.objectStore('notes')
    notes.createIndex('removedAt', 'removedAt')
    for (let cursor = await people.openCursor(); cursor; cursor = await cursor.continue()) {
      const names = Object.keys(cursor.value.fields).filter((field) => field.startsWith('handle:'))
      // As the table was: nothing here may follow what the words mean later.
      if (names.length > 0) await cursor.update({ ...cursor.value, handles: names.map((name) => name.slice(7) as HandleKey).sort() })
    }
    for (let cursor = await notes.openCursor(); cursor; cursor = await cursor.continue()) {
      const { removed, text, addedAt } = cursor.value.fields
      if (removed?.[0] === true && text && addedAt) await cursor.update({ ...cursor.value, removedAt: Number.parseInt(removed[1].slice(0, 9), 36) })
    }
  },
  async function repliesInFull(database, transaction) {
    const uses = database.createObjectStore('uses', { keyPath: 'id' })
    for (const field of ['reply', 'person', 'thread'] as const) uses.createIndex(field, field)
    database.createObjectStore('replyImports', { keyPath: 'id' })
    const replies = transaction.objectStore('replies')
    for (let cursor = await replies.openCursor(); cursor; cursor = await cursor.continue()) {
      const { id, title, text } = cursor.value as unknown as { readonly id: ReplyId; readonly title: string; readonly text: string }
      const lists = { aliases: [], variants: [], langs: {}, tags: [], attachments: [] }
      const scope = { surface: 'both', accounts: [], teams: [], lifecycle: [] } as const
      const words = { trigger: '', lang: '', folder: '', sensitivity: '', signature: '', owner: '' }
      await cursor.update({ id, title, body: text, ...words, ...lists, scope, favourite: false, shared: false, archived: false, requiresPersonalLine: false, created: 0, updated: 0, rev: 0 })
    }
  },
  function mergesInJournal(_database, transaction) {
    transaction.objectStore('journal').createIndex('into', 'change.into')
  },
  async function searchLists(database, transaction) {
    const search = transaction.objectStore('search')
    search.deleteIndex('words')
    // The words are found anew, lot by lot, by whoever is asked first.
    await search.clear()
    search.createIndex('place', 'place', { unique: true })
    database.createObjectStore('terms')
  },
  function accountsAtX(database) {
    for (const table of ['xAccounts', 'xSpending'] as const) database.createObjectStore(table, { keyPath: 'id' })
    database.createObjectStore('mentions', { keyPath: 'id' }).createIndex('key', 'key')
    database.createObjectStore('xUnknown', { keyPath: 'key' })
  },
  function conversations(database, transaction) {
    // A field and its stamp: those contacts alone have a place in it whose conversation is known.
    transaction.objectStore('contacts').createIndex('conversation', 'fields.conversation')
    database.createObjectStore('xFetched', { keyPath: 'id' })
  },
  function changesInLots(_database, transaction) {
    transaction.objectStore('journal').createIndex('people', 'people', { multiEntry: true })
  },
]
