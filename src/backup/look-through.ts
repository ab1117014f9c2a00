import { deleteDB } from 'idb'
import browser from 'webextension-polyfill'
import { reasonOf } from '../contract/reason-of'
import { type Chunk, encodeBackup, ROWS_PER_LINE, type TableName } from '../features/backup/backup-file'
import { toChange } from '../features/backup/change-shape'
import { toDraft } from '../features/backup/read-backup'
import { toReply } from '../features/canned-replies/reply'
import { toReplyUse } from '../features/canned-replies/reply-use'
import { readSettings } from '../settings/settings'
import { openAsItIs, readablePieces } from '../store/readable-rows'
import { DATABASE } from '../store/schema'
import { type Made, type Told, verify } from './make-backup'

/** What a look at every row came to. */
export interface Looked {
  readonly rows: number
  /** Tables with rows that cannot be read, and how many those are. */
  readonly lost: readonly { readonly table: string; readonly rows: number }[]
  /** Why the database cannot even be opened. */
  readonly shut?: string
}

/** Looks at every row of every table; changes nothing. */
export async function lookThrough(told: Told, signal: AbortSignal): Promise<Looked> {
  const database = await openAsItIs().catch(reasonIfShut)
  if (typeof database === 'string') return { rows: 0, lost: [], shut: database }
  let rows = 0
  const lost: Looked['lost'][number][] = []
  try {
    for (const table of database?.objectStoreNames ?? []) {
      let missing = 0
      for await (const piece of readablePieces(database!, table)) {
        signal.throwIfAborted()
        missing += piece.lost
        told((rows += piece.rows.length), 0)
      }
      if (missing > 0) lost.push({ table, rows: missing })
    }
  } finally {
    // Cancelled too: left open, it could not be made anew before the page is gone.
    database?.close()
  }
  return { rows, lost }
}

/** A full disk is no damage. */
function reasonIfShut(error: unknown): string {
  if (error instanceof DOMException && error.name !== 'QuotaExceededError') return reasonOf(error)
  throw error
}

/** Deletes a database that cannot even be opened, so that a new one may begin: only ever because somebody said so. */
export async function beginAnew(): Promise<void> {
  await deleteDB(DATABASE)
}

type Kept = Exclude<TableName, 'settings'>

/** What a row of each table must be to be read back. Of the journal those changes come that can be read: a row may hold several. */
const SHAPES: Readonly<Record<Kept, (row: never) => unknown>> = {
  journal: ({ change, also }: { readonly change: unknown; readonly also?: unknown }) => [change, ...(Array.isArray(also) ? also : [])].flatMap((one) => whole(() => toChange(one, Date.now())) ?? []),
  replies: toReply,
  uses: toReplyUse,
  drafts: toDraft,
}

/** A backup of all that can be read, and read back like any other. */
export async function saveReadable(told: Told, signal: AbortSignal): Promise<Made> {
  const madeAt = new Date().toISOString()
  const parts: string[] = []
  let done = 0
  for await (const text of encodeBackup({ madeAt, maker: browser.runtime.getManifest().version }, readableChunks(signal, (rows) => told((done += rows), 0)))) parts.push(text)
  const file = new Blob(parts, { type: 'application/json' })
  const counts = await verify(file, (rows) => told((done += rows), 0), signal)
  return { file, name: `regulars-${madeAt.slice(0, 16).replace(/[:T]/g, '-')}-readable.json`, counts }
}

async function* readableChunks(signal: AbortSignal, told: (rows: number) => void): AsyncGenerator<Chunk> {
  const database = await openAsItIs()
  try {
    for (const table of Object.keys(SHAPES) as readonly Kept[]) {
      if (!database?.objectStoreNames.contains(table)) continue
      for await (const piece of readablePieces(database, table)) {
        signal.throwIfAborted()
        // Each table has rows of its own shape, which is looked at here.
        const rows = piece.rows.flatMap(([, row]) => whole(() => SHAPES[table](row as never)) ?? []) as never[]
        told(rows.length)
        for (let from = 0; from < rows.length; from += ROWS_PER_LINE) yield { table, rows: rows.slice(from, from + ROWS_PER_LINE) }
      }
    }
  } finally {
    database?.close()
  }
  const settings = await readSettings().catch(() => undefined)
  if (settings) yield { table: 'settings', rows: [settings] }
}

/** What comes of something as a backup holds it; undefined where that is damaged. */
function whole(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}
