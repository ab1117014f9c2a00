import { deleteDB } from 'idb'
import { copyDatabase } from './copy-database'
import { DATABASE } from './schema'

/** Where everything stands while the database itself is made anew. */
const COPY = 'regulars-copy'
/**
 * Chromium writes the last bytes of a deleted database into a new file while it tidies up, and merges that file away when the database in the same
 * place is deleted once more (measured in 156).
 */
const PASSES = 2
/** One at a time, in whatever page or worker: who waits for it finds the work done. */
const LOCK = 'regulars rewriting'

/**
 * Makes the database anew, since browsers keep the bytes of deleted rows in its files: copied, deleted whole, and copied back. The database must be
 * closed. Whenever it is cut short, either the old database or a whole copy is there, and whoever opens the database next goes on from it.
 */
export function rewriteDatabase(): Promise<void> {
  return navigator.locks.request(LOCK, async () => {
    for (let pass = 0; pass < PASSES; pass += 1) {
      await copyDatabase(DATABASE, COPY)
      await putBack()
    }
  })
}

/** As a rewriting, out of what can be read; gives how many rows could not. Only ever because somebody said so. */
export function repairDatabase(): Promise<number> {
  return navigator.locks.request(LOCK, async () => {
    let lost = 0
    await copyDatabase(DATABASE, COPY, (rows) => void (lost += rows))
    await putBack()
    return lost
  })
}

/** Goes on where a rewriting was cut short after the old database was deleted; nothing where none was. */
export function finishRewriting(): Promise<void> {
  return navigator.locks.request(LOCK, async () => {
    if (await isCopyWhole()) await putBack()
  })
}

/** Whether a whole copy stands by. */
export async function isCopyWhole(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name, version = 0 }) => name === COPY && version > 1)
}

/** Deletes what a rewriting left behind that was cut short before the old database was deleted. Only while that is open: otherwise the copy is all there is. */
export function dropCopy(): Promise<void> {
  return deleteDB(COPY)
}

async function putBack(): Promise<void> {
  await copyDatabase(COPY, DATABASE)
  await deleteDB(COPY)
}
