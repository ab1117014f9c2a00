import type { ImportId } from '../../../src/domain/change'
import { exportPeople } from '../../../src/backup/export-people'
import { makeBackup } from '../../../src/backup/make-backup'
import { planRestore } from '../../../src/backup/plan-restore'
import { takeIn } from '../../../src/backup/take-in'
import { chosenAtFirst } from '../../../src/features/backup/planned-row'

const silent = (): void => undefined
const signal = new AbortController().signal

/** How long everything took, in ms, and how much it was. */
export interface SavedAndRestored {
  readonly backup: number
  readonly plan: number
  readonly restore: number
  readonly changes: number
  readonly bytes: number
}

/** Exports everybody as a table; ms. */
export async function exportAll(): Promise<number> {
  const start = performance.now()
  const { size } = await exportPeople({ as: 'csv', query: '', told: silent, signal })
  if (size < 100) throw new Error('The table is empty.')
  return performance.now() - start
}

/** Makes a backup of everything and reads it back, clears the database, and restores. */
export async function saveAndRestore(): Promise<SavedAndRestored> {
  const began = performance.now()
  const { file, counts } = await makeBackup('', silent, signal)
  const made = performance.now()
  await forgetAll()
  const cleared = performance.now()
  const plan = await planRestore(file, silent, signal)
  const planned = performance.now()
  const changes = await takeIn(plan, chosenAtFirst(plan.rows), '00000000-0000-4000-8000-0000000000bf' as ImportId, silent, signal)
  if (changes !== counts.journal) throw new Error(`Of ${counts.journal} changes ${changes} came back.`)
  return { backup: made - began, plan: planned - cleared, restore: performance.now() - planned, changes, bytes: file.size }
}

function forgetAll(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('regulars')
    deleting.addEventListener('success', () => resolve())
    deleting.addEventListener('error', () => reject(deleting.error ?? new Error('The database could not be deleted.')))
  })
}
