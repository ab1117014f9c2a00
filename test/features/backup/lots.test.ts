import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Stamp, stampOf } from '../../../src/domain/clock'
import { changesIn } from '../../../src/domain/journal-entry'
import { noteOf } from '../../../src/domain/person'
import type * as UndoImport from '../../../src/features/backup/undo-import-worker'
import { changesOf } from '../../../src/store/journal-entries'
import { author, freshBackup, ID, NOW, row } from './fresh-backup'

type Fresh = Awaited<ReturnType<typeof freshBackup>>
let store: Fresh['store']
let worker: Fresh['worker']
let undoing: Fresh['undoing']
let record: Fresh['record']
let write: Fresh['write']
let person: Fresh['person']
let texts: Fresh['texts']

describe('changes that stand in one row of the journal', () => {
  const ida = async () => (await person('ida'))!
  const stamps = async () => {
    const { id } = await ida()
    return (await changesOf(store.transaction('journal').store, id)).map(({ stamp }) => stamp)
  }
  const undo = async (stamp: Stamp) => {
    const { undo } = await import('../../../src/features/history/history-worker')
    return record(store, { by: 'Ada', now: NOW + 1 }, (transaction) => undo(transaction, stamp))
  }

  beforeEach(async () => {
    ;({ store, record, worker, undoing, write, person, texts } = await freshBackup())
    await worker.add(store, author, [row('Bo', { notes: ['Tea'] }), row('Ida', { tags: ['VIP'], notes: ['SECRET one', 'Two'], fields: [{ name: 'City', value: 'Rome' }] })])
  })

  it('are told one by one, and taken back one by one', async () => {
    expect((await store.getAll('journal')).map(({ people, also = [] }) => [people?.length, also.length])).toEqual([[2, 6]])
    const { readDossier } = await import('../../../src/store/read-people')
    expect((await readDossier(store, (await ida()).id, 50))?.journal.map(({ change }) => change.kind)).toEqual(['note/added', 'note/added', 'field/set', 'tag/set', 'person/met'])
    expect((await readDossier(store, (await ida()).id, 2))?.journal.map(({ change }) => change.kind)).toEqual(['note/added', 'note/added'])
    for (const stamp of (await stamps()).slice(1)) await undo(stamp)
    expect(await ida()).toMatchObject({ tags: [], details: [] })
    expect(await texts()).toEqual(['Tea'])
    await expect(undo('0mlzvuf5s-0000-nobody' as Stamp)).rejects.toThrow('toldNothingToUndo')
  })

  it('are found whatever another profile wrote in the same ms', async () => {
    const [first, second] = await stamps()
    const between = stampOf({ ms: NOW, count: Number.parseInt(first!.slice(10, 14), 36), origin: 'zzz' })
    expect([first! < between, between < second!]).toEqual([true, true])
    await worker.receive(store, ID, [{ kind: 'tag/set', person: (await ida()).id, tag: 'theirs', on: true, stamp: between, at: NOW, by: 'Bo' }], NOW)
    await undo(second!)
    expect(await ida()).toMatchObject({ tags: ['theirs'] })
  })

  it('are known when a backup brings them again, whole or in part', async () => {
    const changes = changesIn(await store.getAll('journal'))
    const before = await store.getAll('journal')
    for (const part of [changes, changes.slice(2), changes.slice(1, 2)]) expect((await worker.receive(store, ID, part, NOW)).changes).toBe(0)
    expect(await store.getAll('journal')).toEqual(before)
  })

  it('lose the words of a note that was purged, and are erased with their person', async () => {
    const { removeNote } = await import('../../../src/features/notes/notes-worker')
    const { id } = await ida()
    const note = (await store.getAll('notes')).find((one) => noteOf(one)?.text === 'SECRET one')!.id
    await record(store, { by: 'Ada', now: NOW }, (transaction) => removeNote(transaction, id, note))
    await (await import('../../../src/store/purge-bin')).purgeBin(store, NOW + 31 * 86_400_000)
    const everything = async () => JSON.stringify(await Promise.all([store.getAll('journal'), store.getAll('notes'), store.getAll('search')]))
    expect(await everything()).not.toContain('SECRET')
    expect(await everything()).toContain('Rome')
    await write({ kind: 'person/erased', person: id })
    expect(await everything()).not.toMatch(/Rome|Two/)
    expect((await texts()).sort()).toEqual(['Tea'])
  })

  it('stay with the others when the first of them is erased, and can still be taken back', async () => {
    await write({ kind: 'person/erased', person: (await person('bo'))!.id })
    expect(JSON.stringify(await store.getAll('journal'))).not.toContain('Tea')
    const kept = await stamps()
    expect(kept).toHaveLength(5)
    for (const stamp of kept.slice(1)) await undo(stamp)
    expect(await ida()).toMatchObject({ tags: [], details: [] })
  })

  it('are so many in a row that whoever reads of one person reads little of others, and undone whole over many rows', async () => {
    const many = Array.from({ length: 700 }, (_none, n) => row(`many${n}`, { tags: ['VIP'] }))
    await worker.add(store, author, many)
    const lots = (await store.getAll('journal')).map((one) => changesIn([one]).length)
    expect(lots.length).toBeGreaterThan(40)
    expect(Math.max(...lots)).toBeLessThan(40)
    expect(lots.reduce((sum, length) => sum + length, 0)).toBe(7 + 1_400)
    for (let before: UndoImport.Undone['next'], isMore = true; isMore; isMore = before !== undefined) before = (await undoing.undoImport(store, { by: 'Ada', now: NOW }, ID, before)).next
    expect((await store.getAll('people')).filter(({ key }) => key !== undefined)).toEqual([])
  })
})
