import { beforeEach, describe, expect, it } from 'vitest'
import type { Change, ChangeBody, NoteId, PersonId } from '../../../src/domain/change'
import type { Handle, HandleKey, PostId, XId } from '../../../src/domain/handle'
import type { Subject } from '../../../src/domain/subject'
import { historyOf } from '../../../src/features/history/history'
import { undo } from '../../../src/features/history/history-worker'
import { view } from '../../../src/features/people/people-worker'
import type { record as Record } from '../../../src/store/journal'
import type { Store } from '../../../src/store/open-store'
import { freshStore } from '../../store/fresh-store'

const author = { by: 'Ada', now: Date.UTC(2026, 10, 22) }
const [ida, joe] = ['ida', 'joe'] as unknown as [PersonId, PersonId]
const note = 'note-1' as NoteId
const subject = { handle: 'IdaPlane' as Handle }

const met = { kind: 'person/met', person: ida, handle: subject.handle } as const
const added: ChangeBody = { kind: 'note/added', person: ida, note, text: 'Window seat' }
const other: ChangeBody = { kind: 'person/met', person: joe, handle: 'JoePlane' as Handle }

interface Case {
  readonly before: readonly ChangeBody[]
  readonly change: ChangeBody
  /** As whom the person is looked at afterwards, where the handle alone no longer leads to them. */
  readonly as?: Subject
}

/** Every kind of change that the history tells of, in a state in which it changes something; a kind without a case does not compile. */
const CASES: Readonly<Record<Exclude<Change['kind'], 'facts/seen' | 'contact/placed' | 'person/erased'>, Case>> = {
  'person/met': { before: [], change: met },
  'person/identified': { before: [met], change: { kind: 'person/identified', person: ida, xId: '77' as XId } },
  'person/renamed': { before: [met], change: { kind: 'person/renamed', person: ida, handle: 'IdaSky' as Handle }, as: { handle: 'IdaSky' as Handle } },
  'person/handle-lost': { before: [{ ...met, xId: '77' as XId }], change: { kind: 'person/handle-lost', person: ida, handle: 'idaplane' as HandleKey }, as: { handle: 'IdaSky' as Handle, xId: '77' as XId } },
  'person/merged': { before: [met, other], change: { kind: 'person/merged', person: joe, into: ida } },
  'person/removed': { before: [met, { kind: 'person/removed', person: ida, removed: true }], change: { kind: 'person/removed', person: ida, removed: false } },
  'note/added': { before: [met], change: added },
  'note/edited': { before: [met, added], change: { kind: 'note/edited', person: ida, note, text: 'Aisle seat' } },
  'note/removed': { before: [met, added], change: { kind: 'note/removed', person: ida, note, removed: true } },
  'note/pinned': { before: [met, added], change: { kind: 'note/pinned', person: ida, note, pinned: true } },
  'contact/recorded': { before: [met], change: { kind: 'contact/recorded', person: ida, post: '7' as PostId, url: 'https://x.com/IdaPlane/status/7', postedAt: 5, removed: false } },
  'tag/set': { before: [met], change: { kind: 'tag/set', person: ida, tag: 'VIP', on: true } },
  'field/set': { before: [met], change: { kind: 'field/set', person: ida, field: 'City', value: 'Lisbon' } },
}

let store: Store
let record: typeof Record

beforeEach(async () => {
  ({ store, record } = await freshStore())
})

const write = (...changes: readonly ChangeBody[]) => record(store, author, () => Promise.resolve(changes))

/** What the card says of the person, without when and by which change. */
async function shown() {
  const rows = await store.getAll('people')
  const keys = rows.flatMap(({ key }) => key ?? [])
  const dossiers = await Promise.all(keys.map((key) => view(store, { handle: key as unknown as Handle })))
  return dossiers.flatMap((dossier) => (dossier.person ? [{ ...dossier.person, formerHandles: [], notes: dossier.notes.map(({ text }) => text), pinned: dossier.pinned, records: dossier.records.map(({ id }) => id) }] : []))
}

/** Presses the topmost button of this way in the history of whoever is looked at. */
async function press(way: 'undo' | 'redo', subjects: readonly Subject[]): Promise<void> {
  const journals = await Promise.all(subjects.map(async (subject) => historyOf((await view(store, subject)).journal)))
  const entry = journals.flat().find((one) => one.way === way)
  expect(entry, `a button to ${way}`).toBeDefined()
  expect(entry?.by).toBe('Ada')
  await record(store, author, (transaction) => undo(transaction, entry!.stamp))
}

describe('every change', () => {
  it.each(Object.entries(CASES))('%s is taken back, done again, and taken back again from the card’s history', async (_kind, { before, change, as }) => {
    const subjects = [...(as ? [as] : []), subject]
    if (before.length > 0) await write(...before)
    const first = await shown()
    await write(change)
    const then = await shown()
    expect(then).not.toEqual(first)
    await press('undo', subjects)
    expect(withoutHandles(await shown())).toEqual(withoutHandles(first))
    await press('redo', subjects)
    expect(withoutHandles(await shown())).toEqual(withoutHandles(then))
    await press('undo', subjects)
    expect(withoutHandles(await shown())).toEqual(withoutHandles(first))
  })
})

/** That somebody once went by a handle stays true when a rename is taken back. */
function withoutHandles(people: Awaited<ReturnType<typeof shown>>) {
  return people.map(({ previousHandles: _previous, ...rest }) => rest)
}
