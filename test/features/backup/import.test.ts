import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Change, PersonId } from '../../../src/domain/change'
import type { Handle, XId } from '../../../src/domain/handle'
import { changesIn } from '../../../src/domain/journal-entry'
import { emptyPerson } from '../../../src/domain/person'
import type { ReplyId } from '../../../src/features/canned-replies/reply'
import type { ReplyUse, UseId } from '../../../src/features/canned-replies/reply-use'
import type * as UndoImport from '../../../src/features/backup/undo-import-worker'
import { author, freshBackup, ID, NOW, row } from './fresh-backup'

type Fresh = Awaited<ReturnType<typeof freshBackup>>
let store: Fresh['store']
let worker: Fresh['worker']
let undoing: Fresh['undoing']
let write: Fresh['write']
let person: Fresh['person']
let texts: Fresh['texts']

async function openEmpty(): Promise<void> {
  ;({ store, worker, undoing, write, person, texts } = await freshBackup())
}

beforeEach(openEmpty)

const tables = async () => ({ people: await store.getAll('people'), notes: await store.getAll('notes'), contacts: await store.getAll('contacts'), search: await store.getAll('search') })

async function undoAll(): Promise<number> {
  let undone = 0
  for (let before: UndoImport.Undone['next']; ; ) {
    const step = await undoing.undoImport(store, { by: 'Ada', now: NOW }, ID, before)
    undone += step.undone
    if (!step.next) return undone
    before = step.next
  }
}

describe('an import', () => {
  it('meets strangers, adds what is missing to the known, and does nothing the second time', async () => {
    await worker.add(store, { by: 'Ada', now: NOW }, [row('Ida', { tags: ['VIP'] })])
    const rows = [row('ida', { tags: ['VIP', 'press'], notes: ['Aisle'], xId: '77' as XId }), row('Bo', { name: 'Bo Lake', notes: ['Tea', 'Milk'] })]
    expect((await worker.add(store, author, rows)).changes).toBe(6)
    expect(await person('ida')).toMatchObject({ tags: ['VIP', 'press'], xId: '77' })
    expect(await person('bo')).toMatchObject({ name: 'Bo Lake', handle: 'Bo' })
    expect((await texts()).sort()).toEqual(['Aisle', 'Milk', 'Tea'])
    expect((await worker.add(store, author, rows)).changes).toBe(0)
    const stored = await store.getAllFromIndex('journal', 'import', ID)
    expect(stored.map((row) => changesIn([row]).length)).toEqual([6])
    expect(changesIn(stored).every((change) => change.import === ID)).toBe(true)
  })

  it('keeps one person of two rows about one account, in one part', async () => {
    await worker.add(store, author, [row('Ida', { xId: '77' as XId, notes: ['One'] }), row('IDA', { notes: ['Two'] })])
    expect((await store.getAll('people')).map(({ key, notes }) => [key, notes])).toEqual([['ida', 2]])
  })

  it('writes what record writes, row by row', async () => {
    await worker.add(store, author, [row('Ida', { tags: ['VIP'], notes: ['Aisle'] })])
    const changes = changesIn(await store.getAll('journal'))
    const together = await tables()
    await openEmpty()
    const journal = await import('../../../src/store/journal')
    for (const { stamp: _stamp, ...body } of changes) await journal.record(store, author, () => Promise.resolve([body]))
    const strip = (value: unknown) => JSON.stringify(value).replace(/"[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-z]+"/g, '"stamp"')
    expect(strip(await tables())).toBe(strip(together))
  })

  it('is undone whole, but for what somebody changed since', async () => {
    await worker.add(store, author, [row('Ida', { tags: ['VIP'], notes: ['Aisle'] }), ...Array.from({ length: 150 }, (_none, index) => row(`p${index}`, { notes: [`n${index}`] }))])
    const ida = await person('ida')
    await write({ kind: 'tag/set', person: ida!.id, tag: 'press', on: true })
    await undoAll()
    expect(await texts()).toEqual([])
    expect(await person('ida')).toMatchObject({ tags: ['press'] })
    expect((await store.getAll('people')).filter(({ key }) => key !== undefined)).toHaveLength(1)
    expect(await undoAll()).toBe(0)
  })
})

describe('a restored journal', () => {
  it('makes the very tables anew that it was saved from, and is the same the second time', async () => {
    await worker.add(store, { by: 'Ada', now: NOW }, [row('Ida', { tags: ['VIP'], notes: ['Aisle'], xId: '77' as XId }), row('Bo', { notes: ['Tea'] })])
    const bo = (await person('bo'))!
    await write({ kind: 'person/renamed', person: bo.id, handle: 'Boo' as Handle }, { kind: 'tag/set', person: bo.id, tag: 'VIP', on: true }, { kind: 'tag/set', person: bo.id, tag: 'VIP', on: false })
    const changes: readonly Change[] = changesIn(await store.getAll('journal'))
    const before = await tables()
    await openEmpty()
    expect((await worker.receive(store, ID, changes, NOW)).changes).toBe(changes.length)
    expect(await tables()).toEqual(before)
    expect((await worker.receive(store, ID, changes, NOW)).changes).toBe(0)
    const [next] = (await write({ kind: 'tag/set', person: bo.id, tag: 'late', on: true })).rows
    expect(changes.every(({ stamp }) => stamp < next!.stamp)).toBe(true)
  })

  it('makes one person of a record that is here and one that came, where both have one account id', async () => {
    await worker.add(store, { by: 'Ada', now: NOW }, [row('Ida', { xId: '77' as XId, notes: ['There'] })])
    const changes: readonly Change[] = changesIn(await store.getAll('journal'))
    await openEmpty()
    await worker.add(store, { by: 'Bo', now: NOW + 1 }, [row('IdaNew', { xId: '77' as XId, notes: ['Here'] })])
    const { colliding } = await worker.receive(store, ID, changes, NOW + 2)
    expect(colliding).toEqual(['77'])
    expect((await worker.join(store, { ...author, now: NOW + 3 }, colliding)).rows).toHaveLength(1)
    expect((await worker.join(store, { ...author, now: NOW + 4 }, colliding)).rows).toEqual([])
    const { view } = await import('../../../src/features/people/people-worker')
    expect((await view(store, { handle: 'idanew' as Handle })).notes.map(({ text }) => text).sort()).toEqual(['Here', 'There'])
    await undoAll()
    expect((await view(store, { handle: 'idanew' as Handle })).notes.map(({ text }) => text)).toEqual(['Here'])
  })

  it('keeps drafts that were typed since', async () => {
    await store.put('drafts', { place: 'note:ida', text: 'new', at: 2 })
    await worker.putBack(store, { replies: [], uses: [], drafts: [{ place: 'note:ida', text: 'old', at: 1 }, { place: 'note:bo', text: 'old', at: 1 }] })
    expect((await store.getAll('drafts')).map(({ text }) => text)).toEqual(['old', 'new'])
  })

  it('puts uses of replies back, and names in them only who is here', async () => {
    const use: ReplyUse = { id: 'u1' as UseId, reply: 'r' as ReplyId, variant: 0, picks: [], lang: 'en', person: 'ida' as PersonId, at: 1, surface: 'reply', length: 9, undone: false }
    await store.put('people', emptyPerson('ida' as PersonId))
    await worker.putBack(store, { replies: [], uses: [use, { ...use, id: 'u2' as UseId, person: 'nobody' as PersonId }], drafts: [] })
    expect((await store.getAll('uses')).map(({ id, person }) => [id, person])).toEqual([['u1', 'ida'], ['u2', undefined]])
  })
})
