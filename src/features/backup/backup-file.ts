import { sha256 } from '../../domain/sha256'
import type { Change } from '../../domain/change'
import type { Reply } from '../canned-replies/reply'
import type { ReplyUse } from '../canned-replies/reply-use'

/** What a backup file calls itself, and its version. A newer version is refused, an older one read. Version 1 knew no uses of replies. */
export const FORMAT = 'regulars-backup'
export const VERSION = 2

/** Unsaved words, as the database keeps them. */
export interface SavedDraft {
  readonly place: string
  readonly text: string
  readonly at: number
}

/** What each part of a backup holds. People, notes, contacts and the search index are not in it: the journal makes them anew. */
export interface BackupTables {
  readonly journal: Change
  readonly replies: Reply
  readonly uses: ReplyUse
  readonly drafts: SavedDraft
  readonly settings: Readonly<Record<string, unknown>>
}

export type TableName = keyof BackupTables
export const TABLES = ['journal', 'replies', 'uses', 'drafts', 'settings'] as const satisfies readonly TableName[]

/** The tables of a version. */
export function tablesOf(version: number): readonly TableName[] {
  return version === 1 ? TABLES.filter((table) => table !== 'uses') : TABLES
}

/** Some rows of one table: one line of the file. */
export type Chunk = { readonly [Name in TableName]: { readonly table: Name; readonly rows: readonly BackupTables[Name][] } }[TableName]

/** How many rows of each table a file holds. */
export type Counts = Readonly<Record<TableName, number>>

/** When a backup was made, and by which version of Regulars. */
export interface Head {
  /** ISO 8601. */
  readonly madeAt: string
  readonly maker: string
}

/** How many rows stand in one line. */
export const ROWS_PER_LINE = 500

/**
 * The text of a backup, line by line: one JSON document whose first line says what it is, whose middle lines hold rows, and whose last line holds the
 * counts and a checksum: the SHA-256 of the SHA-256s of every line before it and of the counts.
 */
export async function* encodeBackup(head: Head, chunks: AsyncIterable<Chunk>): AsyncGenerator<string> {
  const first = `${JSON.stringify({ format: FORMAT, version: VERSION, ...head }).slice(0, -1)},"chunks":[`
  const counts = noCounts()
  const sums = [await sha256(first)]
  yield first
  let isFirst = true
  for await (const chunk of chunks) {
    counts[chunk.table] += chunk.rows.length
    const line = JSON.stringify(chunk)
    sums.push(await sha256(line))
    yield `${isFirst ? '' : ','}\n${line}`
    isFirst = false
  }
  yield `\n],"counts":${JSON.stringify(counts)},"sha256":"${await checksum(sums, counts)}"}\n`
}

/** No rows of any table yet. */
export function noCounts(): Record<TableName, number> {
  return { journal: 0, replies: 0, uses: 0, drafts: 0, settings: 0 }
}

/** The checksum of a file: over the sums of its lines, and its counts. */
export function checksum(sums: readonly string[], counts: Counts, version = VERSION): Promise<string> {
  return sha256([...sums, ...tablesOf(version).map((table) => `${table}:${counts[table]}`)].join('\n'))
}
