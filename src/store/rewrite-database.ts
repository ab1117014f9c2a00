import { deleteDB } from 'idb'
import { copyDatabase } from './copy-database'
import { DATABASE } from './schema'

/** Where everything of a database stands while it is made anew. */
const copyOf = (name: string): string => (name === DATABASE ? 'regulars-copy' : `${name}-copy`)
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
export function rewriteDatabase(name: string = DATABASE): Promise<void> {
  return navigator.locks.request(LOCK, async () => {
    for (let pass = 0; pass < PASSES; pass += 1) {
      await copyDatabase(name, copyOf(name))
      await putBack(name)
    }
  })
}

/** As a rewriting, out of what can be read; gives how many rows could not. Only ever because somebody said so. */
export function repairDatabase(): Promise<number> {
  return navigator.locks.request(LOCK, async () => {
    let lost = 0
    await copyDatabase(DATABASE, copyOf(DATABASE), (rows) => void (lost += rows))
    await putBack(DATABASE)
    return lost
  })
}

/** Goes on where a rewriting was cut short after the old database was deleted; nothing where none was. */
export function finishRewriting(name: string = DATABASE): Promise<void> {
  return navigator.locks.request(LOCK, async () => {
    if (await isCopyWhole(name)) await putBack(name)
  })
}

/** Whether a whole copy stands by: such has a version above 1. */
export async function isCopyWhole(of: string = DATABASE): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name, version = 0 }) => name === copyOf(of) && version > 1)
}

/** Deletes what a rewriting left behind that was cut short before the old database was deleted. Only while that is open: otherwise the copy is all there is. */
export function dropCopy(): Promise<void> {
  return deleteDB(copyOf(DATABASE))
}

async function putBack(name: string): Promise<void> {
  await copyDatabase(copyOf(name), name)
  await deleteDB(copyOf(name))
}
