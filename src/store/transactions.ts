import type { IDBPTransaction } from 'idb'
import type { RegularsDatabase } from './schema'

type WrittenTable = 'people' | 'notes' | 'contacts' | 'journal' | 'drafts' | 'clock' | 'search' | 'terms' | 'uses' | 'mentions' | 'xUnknown' | 'xFetched'

/** The tables that one change may touch. */
export const WRITTEN_TABLES: WrittenTable[] = ['people', 'notes', 'contacts', 'journal', 'drafts', 'clock', 'search', 'terms', 'uses', 'mentions', 'xUnknown', 'xFetched']

/** A transaction of the journal. */
export type WriteTransaction = IDBPTransaction<RegularsDatabase, WrittenTable[], 'readwrite'>
