import { beforeEach, describe, expect, it } from 'vitest'
import type { ChangeBody, NoteId, PersonId } from '../../src/domain/change'
import type { Handle, HandleKey, XId } from '../../src/domain/handle'
import { personOf } from '../../src/domain/person'
import { addNote, editNote, removeNote, setTag } from '../../src/features/notes/notes-worker'
import { undo } from '../../src/features/history/history-worker'
import { lookUp, view } from '../../src/features/people/people-worker'
import type { record as Record } from '../../src/store/journal'
import type { Store } from '../../src/store/open-store'
import { freshStore } from './fresh-store'

const NOW = Date.UTC(2026, 10, 22)
const author = { by: 'Ada', now: NOW }
const ida = 'person-ida' as PersonId
const note = '00000000-0000-4000-8000-000000000001' as NoteId
const subject = { handle: 'IdaPlane' as Handle }
let store: Store
let record: typeof Record

beforeEach(async () => {
  ({ store, record } = await freshStore())
})

const write = (...changes: readonly ChangeBody[]) => record(store, author, () => Promise.resolve(changes))
const met: ChangeBody = { kind: 'person/met', person: ida, handle: 'IdaPlane' as Handle }
const sighting = (handle: string, xId?: string) => ({ handle: handle as Handle, xId: xId as XId | undefined })
const cards = async (...sightings: ReturnType<typeof sighting>[]) => (await lookUp(store, { sightings, xIds: [] })).cards

describe('the journal', () => {
  it('writes the change and its effect in one transaction', async () => {
    const { rows, keys } = await write(met, { kind: 'note/added', person: ida, note, text: 'Prefers the aisle' })
    expect(rows.map(({ change }) => change.kind)).toEqual(['person/met', 'note/added'])
    expect(keys).toEqual(['idaplane'])
    expect(await store.get('people', ida)).toMatchObject({ key: 'idaplane', notes: 1, contacts: 0 })
    expect(await store.count('journal')).toBe(2)
  })

  it('writes nothing at all when deciding fails', async () => {
    await expect(record(store, author, async (transaction) => {
      await transaction.objectStore('people').put({ id: ida, fields: {}, notes: 0, contacts: 0 })
      throw new Error('no')
    })).rejects.toThrow('no')
    expect(await store.count('people')).toBe(0)
  })

  it('never runs its clock backwards, whatever the wall clock does', async () => {
    const first = await write(met)
    const second = await record(store, { by: 'Ada', now: NOW - 86_400_000 }, () => Promise.resolve([{ kind: 'tag/set', person: ida, tag: 'VIP', on: true }]))
    expect(second.rows[0]!.stamp > first.rows[0]!.stamp).toBe(true)
  })

  it('takes back an added note, an edit, a removal and a tag', async () => {
    await write(met)
    const added = await record(store, author, (transaction) => addNote(transaction, subject, note, 'One', () => ida))
    const edited = await record(store, author, (transaction) => editNote(transaction, ida, note, 'Two'))
    await record(store, author, (transaction) => undo(transaction, edited.rows[0]!.stamp))
    expect((await view(store, subject)).notes[0]?.text).toBe('One')
    await record(store, author, (transaction) => undo(transaction, added.rows[0]!.stamp))
    expect((await view(store, subject)).notes).toEqual([])
    const tagged = await record(store, author, (transaction) => setTag(transaction, subject, 'VIP', true, () => ida))
    expect((await cards(sighting('idaplane')))[0]?.tags).toEqual(['VIP'])
    await record(store, author, (transaction) => undo(transaction, tagged.rows[0]!.stamp))
    expect((await cards(sighting('idaplane')))[0]?.tags).toEqual([])
  })

  it('adds a note once, however often it is asked to', async () => {
    const add = () => record(store, author, (transaction) => addNote(transaction, subject, note, 'One', () => ida))
    await add()
    expect((await add()).rows).toEqual([])
    expect((await view(store, subject)).notes).toHaveLength(1)
  })

  it('lets go of the draft in the very transaction that saves the note', async () => {
    await store.put('drafts', { place: 'note:idaplane', text: 'On', at: NOW })
    await record(store, author, (transaction) => addNote(transaction, subject, note, 'One', () => ida))
    expect(await store.count('drafts')).toBe(0)
  })

  it('refuses to edit what was removed meanwhile, with a sentence', async () => {
    await record(store, author, (transaction) => addNote(transaction, subject, note, 'One', () => ida))
    await record(store, author, (transaction) => removeNote(transaction, ida, note))
    await expect(record(store, author, (transaction) => editNote(transaction, ida, note, 'Two'))).rejects.toThrow('toldNoteRemoved')
  })
})

describe('who a sighting is', () => {
  it('is found by handle in any case, and strangers have no card', async () => {
    await write(met)
    expect((await cards(sighting('IDAPLANE'), sighting('nobody'))).map(({ key }) => key)).toEqual(['idaplane'])
  })

  it('learns the id of a person known by handle alone', async () => {
    await write(met)
    expect((await lookUp(store, { sightings: [sighting('idaplane', '77')], xIds: [] })).learned).toEqual([{ kind: 'person/identified', person: ida, xId: '77' }])
  })

  it('follows a known id to its new handle', async () => {
    await write({ ...met, xId: '77' as XId })
    const { cards: [card], learned } = await lookUp(store, { sightings: [sighting('IdaSky', '77')], xIds: [] })
    expect(card).toMatchObject({ key: 'idasky' })
    await write(...learned)
    expect((await cards(sighting('idasky')))[0]?.key).toBe('idasky')
    expect(await cards(sighting('idaplane'))).toEqual([])
    expect(personOf((await store.get('people', ida))!)).toMatchObject({ handle: 'IdaSky', previousHandles: ['IdaPlane'] })
  })

  it('shows nothing of a person whose handle another account took', async () => {
    await write({ ...met, xId: '77' as XId }, { kind: 'tag/set', person: ida, tag: 'VIP', on: true })
    expect(await cards(sighting('idaplane', '88'))).toEqual([{ key: 'idaplane', contacts: 0, tags: [], notes: 0, takenOver: true, xId: '88' }])
    expect(await view(store, { handle: 'IdaPlane' as Handle, xId: '88' as XId })).toMatchObject({ person: undefined, takenOver: true, notes: [], journal: [] })
  })

  it('makes a new person of whoever took the handle, and the old one keeps everything but the handle', async () => {
    await write({ ...met, xId: '77' as XId })
    await record(store, author, (transaction) => addNote(transaction, { handle: 'IdaPlane' as Handle, xId: '88' as XId }, note, 'New owner', () => 'person-new' as PersonId))
    expect(await store.getFromIndex('people', 'key', 'idaplane' as HandleKey)).toMatchObject({ id: 'person-new' })
    expect(personOf((await store.get('people', ida))!)).toMatchObject({ handle: undefined, xId: '77' })
    expect((await cards(sighting('idaplane', '88')))[0]).toMatchObject({ notes: 1 })
  })

  it('tells the handle of an id alone', async () => {
    await write({ ...met, xId: '77' as XId })
    expect((await lookUp(store, { sightings: [], xIds: ['77' as XId, '5' as XId] })).named).toEqual([{ xId: '77', handle: 'IdaPlane' }])
  })
})
