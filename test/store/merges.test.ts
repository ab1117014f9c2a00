import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChangeBody, NoteId, PersonId } from '../../src/domain/change'
import type { Handle, XId } from '../../src/domain/handle'
import { historyOf } from '../../src/features/history/history'
import { undo } from '../../src/features/history/history-worker'
import { addNote, editNote, removeNote, restoreNote, setTag } from '../../src/features/notes/notes-worker'
import { mergePeople, partPeople } from '../../src/features/people/merge-worker'
import { lookUp, view } from '../../src/features/people/people-worker'
import type { record as Record } from '../../src/store/journal'
import type { Store } from '../../src/store/open-store'
import type { WriteTransaction } from '../../src/store/transactions'
import { freshStore } from './fresh-store'

const NOW = Date.UTC(2026, 10, 22)
const ada = 'person-ada' as PersonId
const ben = 'person-ben' as PersonId
const noteId = (end: number): NoteId => `00000000-0000-4000-8000-00000000000${end}` as NoteId
const subject = (handle: string, xId?: string) => ({ handle: handle as Handle, xId: xId as XId | undefined })
const met = (person: PersonId, handle: string, xId?: string): ChangeBody => ({ kind: 'person/met', person, ...subject(handle, xId) })
const newId = (): PersonId => 'person-new' as PersonId
let store: Store
let record: typeof Record

beforeEach(async () => {
  ({ store, record } = await freshStore())
})

const decide = (run: (transaction: WriteTransaction) => Promise<readonly ChangeBody[]>) => record(store, { by: 'Mia', now: NOW }, run)
const write = (...changes: readonly ChangeBody[]) => decide(() => Promise.resolve(changes))
const see = async (handle: string, xId?: string) => {
  const { cards, learned } = await lookUp(store, { sightings: [subject(handle, xId)], xIds: [] })
  if (learned.length > 0) await write(...learned)
  return cards[0]
}

async function twoRecords(): Promise<void> {
  await write(met(ada, 'ada'), met(ben, 'ben'))
  await decide((transaction) => addNote(transaction, subject('ada'), noteId(1), 'From Ada', newId))
  await decide((transaction) => addNote(transaction, subject('ben'), noteId(2), 'From Ben', newId))
  await decide((transaction) => setTag(transaction, subject('ben'), 'VIP', true, newId))
}

describe('two records of one person', () => {
  beforeEach(twoRecords)
  const merge = () => decide((transaction) => mergePeople(transaction, subject('ben'), 'ada' as Handle, newId))

  it('are read as one, by either handle, and counted together', async () => {
    const { keys } = await merge()
    expect([...keys].sort()).toEqual(['ada', 'ben'])
    expect(await see('ben')).toMatchObject({ notes: 2, tags: ['VIP'] })
    const shown = await view(store, subject('ben'))
    expect(shown.person).toMatchObject({ id: ada, handle: 'ben', tags: ['VIP'] })
    expect(shown.notes.map(({ text }) => text).sort()).toEqual(['From Ada', 'From Ben'])
    expect(shown.records).toMatchObject([{ id: ben, handle: 'ben' }])
    expect(shown.journal.map(({ change }) => change.kind)).toContain('person/merged')
  })

  it('move nothing: parted again, each has what they had, and what was noted meanwhile stays where it was written', async () => {
    await merge()
    await decide((transaction) => addNote(transaction, subject('ben'), noteId(3), 'Meanwhile', newId))
    await decide((transaction) => partPeople(transaction, ben))
    expect((await view(store, subject('ben'))).notes.map(({ text }) => text)).toEqual(['From Ben'])
    expect((await view(store, subject('ada'))).notes.map(({ text }) => text).sort()).toEqual(['From Ada', 'Meanwhile'])
    expect(await see('ada')).toMatchObject({ notes: 2, tags: [] })
  })

  it('are parted by undoing the merge, and joined by undoing that', async () => {
    const { rows } = await merge()
    const undone = await decide((transaction) => undo(transaction, rows[0]!.stamp))
    expect(await see('ben')).toMatchObject({ notes: 1 })
    await decide((transaction) => undo(transaction, undone.rows[0]!.stamp))
    expect(await see('ben')).toMatchObject({ notes: 2 })
  })

  it('whose merge was undone still offer to do it again, whichever of them is looked at', async () => {
    const { rows } = await merge()
    await decide((transaction) => undo(transaction, rows[0]!.stamp))
    for (const handle of ['ada', 'ben']) {
      const first = historyOf((await view(store, subject(handle))).journal).find(({ way }) => way !== undefined)
      expect([handle, first?.kind, first?.way]).toEqual([handle, 'parted', 'redo'])
    }
    const again = historyOf((await view(store, subject('ada'))).journal).find(({ way }) => way === 'redo')!
    await decide((transaction) => undo(transaction, again.stamp))
    expect(await see('ada')).toMatchObject({ notes: 2 })
  })

  it('let every note be changed, removed and brought back, under whichever it was written', async () => {
    await merge()
    await decide((transaction) => editNote(transaction, ada, noteId(2), 'Changed'))
    await decide((transaction) => removeNote(transaction, ada, noteId(2)))
    const shown = await view(store, subject('ben'))
    expect(shown.bin).toMatchObject([{ note: { text: 'Changed' }, removedAt: NOW }])
    await decide((transaction) => restoreNote(transaction, ada, noteId(2)))
    expect((await store.get('notes', noteId(2)))?.person).toBe(ben)
    expect(await see('ben')).toMatchObject({ notes: 2 })
  })

  it('are never joined twice, and not with nobody', async () => {
    await merge()
    expect((await merge()).rows).toEqual([])
    await expect(decide((transaction) => mergePeople(transaction, subject('ben'), 'cleo' as Handle, newId))).rejects.toMatchObject({ message: 'toldNobodyKept', told: ['cleo'] })
  })

  it('cost no further reading for those who are alone', async () => {
    const reads = vi.spyOn(globalThis.IDBObjectStore.prototype, 'get')
    await see('ben')
    expect(reads).not.toHaveBeenCalled()
    reads.mockRestore()
  })
})

describe('an account id', () => {
  it('joins by itself the records that turn out to be one account', async () => {
    await write(met(ada, 'ada', '77'), met(ben, 'ben'))
    await decide((transaction) => addNote(transaction, subject('ben'), noteId(2), 'From Ben', newId))
    await see('ben', '77')
    expect(await see('ben', '77')).toMatchObject({ notes: 1 })
    expect((await view(store, subject('ben', '77'))).person).toMatchObject({ id: ada, handle: 'ben', previousHandles: ['ada'] })
    expect(await see('ada')).toBeUndefined()
  })

  it('does not join again what somebody parted, and stays with the one who had it first', async () => {
    await write(met(ben, 'ben', '77'), met(ada, 'ada'))
    await see('ada', '77')
    const { stamp } = (await store.getAll('journal')).find(({ change }) => change.kind === 'person/merged')!
    await decide((transaction) => undo(transaction, stamp))
    expect((await store.get('people', ada))?.xId).toBeUndefined()
    await see('ada', '77')
    await see('ada', '77')
    expect((await store.getAll('journal')).filter(({ change }) => change.kind === 'person/merged')).toHaveLength(2)
    expect((await view(store, subject('ben', '77'))).person?.id).toBe(ben)
  })

  it('joins two records that one import brings', async () => {
    await write(met(ada, 'ada', '77'), met(ben, 'ben', '77'))
    expect(await store.get('people', ben)).toMatchObject({ into: ada })
  })
})

describe('a handle over the years', () => {
  it('that its owner left is a stranger’s, until somebody takes it, and then it is theirs alone', async () => {
    await write(met(ada, 'ada', '77'))
    await see('ada_new', '77')
    expect(await see('ada')).toBeUndefined()
    await decide((transaction) => addNote(transaction, subject('ada', '88'), noteId(1), 'Somebody else', newId))
    expect((await view(store, subject('ada', '88'))).person?.id).toBe('person-new')
    expect((await view(store, subject('ada_new', '77'))).person).toMatchObject({ id: ada, formerHandles: [{ handle: 'ada', until: NOW }] })
  })

  it('that was suspended and comes back is theirs as before', async () => {
    await write(met(ada, 'ada', '77'))
    await decide((transaction) => addNote(transaction, subject('ada', '77'), noteId(1), 'Before', newId))
    expect(await see('ada')).toMatchObject({ notes: 1 })
    expect(await see('ada', '77')).toMatchObject({ notes: 1 })
  })

  it('that somebody took is warned of, with nothing of the old owner, and goes back to them when they return', async () => {
    await write(met(ada, 'ada', '77'), { kind: 'tag/set', person: ada, tag: 'VIP', on: true })
    expect(await see('ada', '88')).toEqual({ key: 'ada', xId: '88', contacts: 0, tags: [], notes: 0, takenOver: true })
    await decide((transaction) => addNote(transaction, subject('ada', '88'), noteId(1), 'Other', newId))
    expect(await see('ada', '88')).toMatchObject({ notes: 1, tags: [] })
    await see('ada', '77')
    expect(await see('ada', '77')).toMatchObject({ tags: ['VIP'], notes: 0 })
  })
})

describe('that somebody is kept', () => {
  it('is taken back and done again', async () => {
    const { rows } = await write(met(ada, 'ada', '77'))
    const undone = await decide((transaction) => undo(transaction, rows[0]!.stamp))
    expect(await see('ada', '77')).toBeUndefined()
    await decide((transaction) => undo(transaction, undone.rows[0]!.stamp))
    expect(await see('ada', '77')).toMatchObject({ key: 'ada' })
  })
})

it('takes back a rename, an id and a lost handle', async () => {
  await write(met(ada, 'Ada'))
  const { rows } = await write({ kind: 'person/renamed', person: ada, handle: 'ada_b' as Handle })
  await decide((transaction) => undo(transaction, rows[0]!.stamp))
  expect((await view(store, subject('ada'))).person).toMatchObject({ handle: 'Ada', previousHandles: ['ada_b'] })
  const learned = await write({ kind: 'person/identified', person: ada, xId: '77' as XId })
  await decide((transaction) => undo(transaction, learned.rows[0]!.stamp))
  expect((await store.get('people', ada))?.xId).toBeUndefined()
  const lost = await write({ kind: 'person/handle-lost', person: ada, handle: 'ada' as never })
  expect(await see('ada')).toBeUndefined()
  await decide((transaction) => undo(transaction, lost.rows[0]!.stamp))
  expect(await see('ada')).toMatchObject({ key: 'ada' })
})
