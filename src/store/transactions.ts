import type { IDBPTransaction } from 'idb'
import type { RegularsDatabase } from './schema'

/** The tables that one change may touch. */
export type WrittenTables = ['people', 'notes', 'journal', 'drafts', 'clock']

/** A transaction of the journal. */
export type WriteTransaction = IDBPTransaction<RegularsDatabase, WrittenTables, 'readwrite'>
