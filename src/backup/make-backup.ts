import browser from 'webextension-polyfill'
import { noCounts, type Chunk, type Counts, encodeBackup, type Head } from '../features/backup/backup-file'
import { linesOf, piecesOf } from '../features/backup/lines'
import { readBackup } from '../features/backup/read-backup'
import { seal, unseal } from '../features/backup/seal'
import { openStore } from '../store/open-store'
import { readEverything } from './read-everything'

/** Hears how many rows are done, of how many. */
export type Told = (done: number, of: number) => void

/** A backup that was read back after it was made. */
export interface Made {
  readonly file: Blob
  readonly name: string
  readonly counts: Counts
}

/** Makes a backup, encrypted where there is a passphrase, and reads it back: what cannot be read is no backup. */
export async function makeBackup(passphrase: string, told: Told, signal: AbortSignal): Promise<Made> {
  const store = await openStore()
  const all = await store.count('journal')
  let done = 0
  // A row may hold several changes: those are counted when it is read back.
  const tell = (rows: number): void => told(Math.min((done += rows), all * 2), all * 2)
  const madeAt = new Date().toISOString()
  const chunks = readEverything(store, tell)
  const parts: string[] = []
  for await (const text of encodeBackup({ madeAt, maker: browser.runtime.getManifest().version }, chunks)) {
    signal.throwIfAborted()
    parts.push(text)
  }
  const plain = new Blob(parts, { type: 'application/json' })
  const file = passphrase ? await seal(plain, passphrase) : plain
  const counts = await verify(passphrase ? await unseal(file, passphrase) : file, tell, signal)
  const day = madeAt.slice(0, 16).replace(/[:T]/g, '-')
  return { file, name: `regulars-${day}.${passphrase ? 'sealed' : 'json'}`, counts }
}

/** Reads a backup to its end and counts its rows; throws where anything is wrong. */
export async function verify(file: Blob, told: (rows: number) => void, signal: AbortSignal): Promise<Counts> {
  const counts = noCounts()
  await eachChunk(file, ({ table, rows }) => {
    signal.throwIfAborted()
    counts[table] += rows.length
    if (table === 'journal') told(rows.length)
  })
  return counts
}

/** Hands over every chunk of a backup, all of them checked; gives its head. Nothing may be done with them before this resolves. */
export async function eachChunk(file: Blob, take: (chunk: Chunk) => void): Promise<Head> {
  const reader = readBackup(linesOf(piecesOf(file)), Date.now())
  for (;;) {
    const next = await reader.next()
    if (next.done) return next.value
    take(next.value)
  }
}

/** Lets the browser save a file where downloads go. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
