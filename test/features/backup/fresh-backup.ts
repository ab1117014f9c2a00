import type { ChangeBody, ImportId } from '../../../src/domain/change'
import type { Handle } from '../../../src/domain/handle'
import { noteOf, personOf } from '../../../src/domain/person'
import type { ImportRow } from '../../../src/features/backup/import-row'
import { freshStore } from '../../store/fresh-store'

export const NOW = Date.UTC(2026, 10, 22)
export const ID = '00000000-0000-4000-8000-00000000000a' as ImportId
export const author = { by: 'Ada', now: NOW, import: ID }

/** A row of an import. */
export const row = (handle: string, more: Partial<ImportRow> = {}): ImportRow => ({ handle: handle as Handle, tags: [], notes: [], ...more })

/** An empty database with the workers of imports and of taking them back, and what tests look at in it. */
export async function freshBackup() {
  const { store, record } = await freshStore()
  const worker = await import('../../../src/features/backup/backup-worker')
  const undoing = await import('../../../src/features/backup/undo-import-worker')
  const write = (...changes: readonly ChangeBody[]) => record(store, { by: 'Ada', now: NOW }, () => Promise.resolve(changes))
  const person = async (key: string) => {
    const held = (await store.getAll('people')).find((one) => one.key === key)
    return held && personOf(held)
  }
  const texts = async () => (await store.getAll('notes')).flatMap((one) => noteOf(one)?.text ?? [])
  return { store, record, worker, undoing, write, person, texts }
}
