import { beforeEach, describe, expect, it } from 'vitest'
import type { ChangeBody, NoteId, PersonId } from '../../src/domain/change'
import type { Handle, XId } from '../../src/domain/handle'
import { addNote, setTag } from '../../src/features/notes/notes-worker'
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

describe('two accounts of one person', () => {
  const handles = ['ada', 'ben'] as const
  beforeEach(async () => {
    await write(met(ada, 'ada', '11'), met(ben, 'ben', '22'))
    await decide((transaction) => mergePeople(transaction, subject('ben', '22'), 'ada' as Handle, newId))
  })
  const seen = () => lookUp(store, { sightings: [subject('ada', '11'), subject('ben', '22'), subject('ada'), subject('ben')], xIds: ['11', '22'] as XId[] })

  it('are known by either handle, with or without its id, and looking at them writes nothing', async () => {
    const { cards, learned, named } = await seen()
    expect([cards.map(({ key, takenOver }) => [key, takenOver]), learned]).toEqual([[...handles, ...handles].map((key) => [key, undefined]), []])
    expect(named).toEqual([{ xId: '11', handle: 'ada' }, { xId: '22', handle: 'ben' }])
  })

  it('have no former handles by that, and are found by both', async () => {
    for (const handle of handles) expect((await view(store, subject(handle))).person?.previousHandles).toEqual([])
    expect(String((await store.get('search', ada))?.words).split('\n')).toEqual(expect.arrayContaining(['nada', 'nben']))
  })

  it('are renamed each for itself', async () => {
    await see('ben_new', '22')
    expect(await see('ben')).toBeUndefined()
    expect((await seen()).cards.map(({ key }) => key)).toEqual(['ada', 'ben', 'ada'])
    await see('ben', '22')
    expect((await seen()).learned).toEqual([])
  })

  it('are warned of one by one', async () => {
    expect(await see('ben', '33')).toMatchObject({ takenOver: true, notes: 0 })
    await decide((transaction) => addNote(transaction, subject('ben', '33'), noteId(1), 'Somebody else', newId))
    expect(await see('ada', '11')).toMatchObject({ notes: 0 })
    expect(await see('ben', '33')).toMatchObject({ notes: 1 })
  })

  it('go their own ways again', async () => {
    await decide((transaction) => partPeople(transaction, ben))
    expect([(await view(store, subject('ada'))).person?.id, (await view(store, subject('ben'))).person?.id]).toEqual([ada, ben])
  })
})

describe('two records without an id', () => {
  it('are read by either handle as soon as they are joined', async () => {
    await twoRecords()
    await decide((transaction) => mergePeople(transaction, subject('ada'), 'ben' as Handle, newId))
    for (const handle of ['ada', 'ben']) expect((await view(store, subject(handle))).notes).toHaveLength(2)
  })
})
