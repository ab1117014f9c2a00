import { beforeEach, expect, it } from 'vitest'
import type { ChangeBody, NoteId, PersonId } from '../../src/domain/change'
import type { Handle } from '../../src/domain/handle'
import { undo } from '../../src/features/history/history-worker'
import { removeNote, restoreNote } from '../../src/features/notes/notes-worker'
import { view } from '../../src/features/people/people-worker'
import type { record as Record } from '../../src/store/journal'
import type { Store } from '../../src/store/open-store'
import type { purgeBin as Purge } from '../../src/store/purge-bin'
import type { WriteTransaction } from '../../src/store/transactions'
import { freshStore } from './fresh-store'

const NOW = Date.UTC(2026, 10, 22)
const DAY = 86_400_000
const ada = 'person-ada' as PersonId
const note = '00000000-0000-4000-8000-000000000001' as NoteId
const other = '00000000-0000-4000-8000-000000000002' as NoteId
const subject = { handle: 'ada' as Handle }
let store: Store
let record: typeof Record
let purgeBin: typeof Purge

beforeEach(async () => {
  ({ store, record } = await freshStore())
  ;({ purgeBin } = await import('../../src/store/purge-bin'))
  await write([{ kind: 'person/met', person: ada, handle: 'ada' as Handle }, { kind: 'note/added', person: ada, note, text: 'SECRET one' }, { kind: 'note/edited', person: ada, note, text: 'SECRET two' }, { kind: 'note/added', person: ada, note: other, text: 'Stays' }])
})

const decide = (run: (transaction: WriteTransaction) => Promise<readonly ChangeBody[]>) => record(store, { by: 'Mia', now: NOW }, run)
const write = (changes: readonly ChangeBody[]) => decide(() => Promise.resolve(changes))
const everything = async () => JSON.stringify(await Promise.all([store.getAll('notes'), store.getAll('journal'), store.getAll('search')]))

it('keeps the words of a removed note for 30 days, then forgets them everywhere', async () => {
  const { rows } = await decide((transaction) => removeNote(transaction, ada, note))
  expect(await purgeBin(store, NOW + 30 * DAY - 1)).toBe(0)
  expect((await view(store, subject)).bin).toHaveLength(1)
  expect(await purgeBin(store, NOW + 30 * DAY)).toBe(1)
  expect(await everything()).not.toContain('SECRET')
  expect(await everything()).toContain('Stays')
  expect((await view(store, subject)).bin).toEqual([])
  await expect(decide((transaction) => restoreNote(transaction, ada, note))).rejects.toThrow('toldNoteGone')
  await expect(decide((transaction) => undo(transaction, rows[0]!.stamp))).rejects.toThrow('toldNoteGone')
  expect(await purgeBin(store, NOW + 31 * DAY)).toBe(0)
})

it('purges nothing that was brought back', async () => {
  await decide((transaction) => removeNote(transaction, ada, note))
  await decide((transaction) => restoreNote(transaction, ada, note))
  expect(await purgeBin(store, NOW + 60 * DAY)).toBe(0)
  expect((await view(store, subject)).notes).toHaveLength(2)
})
