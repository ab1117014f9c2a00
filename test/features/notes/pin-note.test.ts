import { beforeEach, describe, expect, it } from 'vitest'
import type { ChangeBody, NoteId, PersonId } from '../../../src/domain/change'
import type { Handle } from '../../../src/domain/handle'
import { historyOf } from '../../../src/features/history/history'
import { undo } from '../../../src/features/history/history-worker'
import { editNote, pinNote, removeNote, restoreNote } from '../../../src/features/notes/notes-worker'
import { faceOf } from '../../../src/features/people/badge-face'
import { lookUp, view } from '../../../src/features/people/people-worker'
import type { record as Record } from '../../../src/store/journal'
import type { Store } from '../../../src/store/open-store'
import type { WriteTransaction } from '../../../src/store/transactions'
import { freshStore } from '../../store/fresh-store'

const author = { by: 'Ada', now: Date.UTC(2026, 10, 22) }
const subject = { handle: 'IdaPlane' as Handle }
const ida = 'ida' as PersonId
const [seat, nuts] = ['seat', 'nuts'] as unknown as [NoteId, NoteId]
let store: Store
let record: typeof Record

beforeEach(async () => {
  ({ store, record } = await freshStore())
  await write(() => Promise.resolve([
    { kind: 'person/met', person: ida, handle: subject.handle },
    { kind: 'tag/set', person: ida, tag: 'VIP', on: true },
    { kind: 'note/added', person: ida, note: seat, text: 'Window seat' },
    { kind: 'note/added', person: ida, note: nuts, text: 'No nuts' },
  ]))
})

const write = (decide: (transaction: WriteTransaction) => Promise<readonly ChangeBody[]>) => record(store, author, decide)
const pin = (note: NoteId, pinned = true) => write((transaction) => pinNote(transaction, ida, note, pinned))
const line = async () => (await lookUp(store, { sightings: [subject], xIds: [] })).cards[0]?.line
const words = { influence: String, influenceUnknown: 'unknown', contacts: () => 'no contact', notes: (count: number) => `${count} notes`, tags: (tags: readonly string[]) => tags.join(), nothingKnown: '', takenOver: '', old: String }

describe('pinning a note', () => {
  it('puts its beginning on the badge in the place of the tags, and into its name', async () => {
    await pin(seat)
    const [card] = (await lookUp(store, { sightings: [subject], xIds: [] })).cards
    expect(faceOf(subject.handle, card, 5, words)).toMatchObject({ tag: 'Window seat', label: '@IdaPlane, 5, no contact, Window seat, VIP, 2 notes' })
    expect((await view(store, subject)).pinned).toBe(seat)
  })

  it('of another note takes its place; unpinned, the tags are back', async () => {
    await pin(seat)
    await pin(nuts)
    expect([(await pin(nuts)).rows, await line()]).toEqual([[], 'No nuts'])
    await pin(nuts, false)
    expect([(await pin(seat, false)).rows, await line()]).toEqual([[], undefined])
  })

  it('follows the words of the note, and its way to the bin and back', async () => {
    await pin(seat)
    await write((transaction) => editNote(transaction, ida, seat, 'Aisle seat'))
    expect(await line()).toBe('Aisle seat')
    await write((transaction) => removeNote(transaction, ida, seat))
    expect(await line()).toBeUndefined()
    await write((transaction) => restoreNote(transaction, ida, seat))
    expect(await line()).toBe('Aisle seat')
  })

  it('is taken back to the note before and done again from the history', async () => {
    await pin(seat)
    const { rows } = await pin(nuts)
    const [taken] = (await write((transaction) => undo(transaction, rows[0]!.stamp))).rows
    expect(await line()).toBe('Window seat')
    const [first] = historyOf((await view(store, subject)).journal)
    expect(first).toMatchObject({ kind: 'notePinned', detail: 'Window seat', way: 'redo' })
    await write((transaction) => undo(transaction, taken!.stamp))
    expect(await line()).toBe('No nuts')
  })

  it('is refused for a note of somebody else and for one in the bin', async () => {
    await write((transaction) => removeNote(transaction, ida, seat))
    await expect(pin(seat)).rejects.toThrow('toldNoteRemoved')
    await expect(write((transaction) => pinNote(transaction, 'bo' as PersonId, nuts, true))).rejects.toThrow('toldNoteRemoved')
  })
})
