import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PersonId } from '../../../src/domain/change'
import type { SeenPost } from '../../../src/domain/contact'
import type { Handle, HandleKey, PostId } from '../../../src/domain/handle'
import { usOf } from '../../../src/features/history/contact-rule'
import { countContact, undo } from '../../../src/features/history/history-worker'
import type { record as Record } from '../../../src/store/journal'
import type { Store } from '../../../src/store/open-store'
import { freshStore } from '../../store/fresh-store'

const session: { [key: string]: unknown } = {}
vi.mock('webextension-polyfill', () => ({
  default: { storage: { session: { get: (key: string) => Promise.resolve({ [key]: session[key] }), set: (held: object) => Promise.resolve(void Object.assign(session, held)) } } },
}))
const { recordSeen, withRoom } = await import('../../../src/features/history/seen-worker')

const NOW = Date.UTC(2026, 10, 22)
const us = usOf(['northwindair' as Handle], 'ada' as Handle)
let store: Store
let record: typeof Record
let serial = 0

beforeEach(async () => {
  ({ store, record } = await freshStore())
  serial = 0
  delete session['people met']
})

const newId = () => `person-${String(++serial).padStart(4, '0')}` as PersonId
const from = (author: string, post: string, facts: Partial<SeenPost> = {}): SeenPost => ({
  post: `19300526724192286${post}` as PostId, author: author as Handle, mentions: ['northwindair' as Handle], leading: 1,
  promoted: false, reposted: false, quotes: false, text: `${author} says`, ...facts,
})
async function saw(seen: readonly SeenPost[], room = 200): Promise<number> {
  let met = 0
  await record(store, { by: 'Ada', now: NOW }, async (transaction) => {
    const found = await recordSeen(transaction, seen, us, room, newId)
    met = found.met
    return found.changes
  })
  return met
}
const person = async (key: string) => store.getFromIndex('people', 'key', key as HandleKey)

describe('posts that the user asks for', () => {
  it('come back once they were taken back, and are there once all the same', async () => {
    const take = () => record(store, { by: 'Ada', now: NOW }, async (transaction) => (await recordSeen(transaction, [from('ana', '01')], us, Infinity, newId, true)).changes)
    const first = await take()
    expect((await take()).rows).toEqual([])
    for (const { stamp } of first.rows.toReversed()) await record(store, { by: 'Ada', now: NOW + 1 }, (transaction) => undo(transaction, stamp))
    expect(await saw([from('ana', '01')])).toBe(0)
    expect(await person('ana')).toBeUndefined()
    await take()
    expect(await person('ana')).toMatchObject({ contacts: 1 })
    expect(await store.count('contacts')).toBe(1)
  })
})

describe('posts that were seen', () => {
  it('are recorded with words, time, direction, address and how we know', async () => {
    await saw([from('ana', '01')])
    expect((await store.getAll('journal')).map(({ change }) => change)).toMatchObject([
      { kind: 'person/met', handle: 'ana' },
      { kind: 'contact/recorded', post: '1930052672419228601', url: 'https://x.com/ana/status/1930052672419228601', postedAt: 1748995390406, text: 'ana says', direction: 'theirs', provenance: 'addressed us', removed: false },
    ])
    expect(await person('ana')).toMatchObject({ contacts: 1, lastContact: 1748995390406 })
    expect((await store.getAll('contacts'))[0]?.fields).toMatchObject({ text: ['ana says', expect.any(String)], direction: ['theirs', expect.any(String)] })
  })

  it('count once, however often and in whatever batch they come', async () => {
    await saw([from('ana', '01'), from('ana', '01')])
    await saw([from('ana', '01')])
    await saw([from('ana', '01', { under: 'northwindair' as Handle })])
    expect([await store.count('contacts'), await store.count('journal'), (await person('ana'))?.contacts]).toEqual([1, 2, 1])
  })

  it('make one person of one author, in one batch too', async () => {
    expect(await saw([from('ana', '01'), from('Ana', '02'), from('bob', '03'), from('ana', '04')])).toBe(2)
    expect([await store.count('people'), (await person('ana'))?.contacts, (await person('bob'))?.contacts]).toEqual([2, 3, 1])
  })

  it('put ours beside theirs', async () => {
    await saw([from('ana', '01'), from('northwindair', '02', { mentions: ['ana' as Handle], leading: 1 }), from('northwindair', '03', { mentions: [], leading: 0, answers: 'ana' as Handle })])
    expect((await store.getAll('journal')).flatMap(({ change }) => (change.kind === 'contact/recorded' ? [`${change.direction} ${change.provenance}`] : []))).toEqual(['theirs addressed us', 'ours addressed by us', 'ours sent here'])
    expect((await person('ana'))?.contacts).toBe(3)
    expect(await person('northwindair')).toBeUndefined()
  })

  it('are judged by our own rule: strangers, promoted, passed on and quoting ones leave no row at all', async () => {
    await saw([
      from('ana', '01', { mentions: ['bob' as Handle] }), from('ana', '02', { promoted: true }), from('ana', '03', { reposted: true }),
      from('ana', '04', { quotes: true }), from('northwindair', '05'), from('ada', '06'), from('ana', '07', { mentions: [], leading: 0, answers: 'bob' as Handle }),
    ])
    expect(await Promise.all((['people', 'contacts', 'journal', 'notes'] as const).map((table) => store.count(table)))).toEqual([0, 0, 0, 0])
  })

  it('never come back once somebody took them back', async () => {
    await saw([from('ana', '01')])
    const row = (await store.getAll('journal')).find(({ change }) => change.kind === 'contact/recorded')
    await record(store, { by: 'Ada', now: NOW }, (transaction) => undo(transaction, row!.stamp))
    expect((await person('ana'))?.contacts).toBe(0)
    await saw([from('ana', '01')])
    expect((await person('ana'))?.contacts).toBe(0)
  })

  it('are the same as those counted by hand', async () => {
    await record(store, { by: 'Ada', now: NOW }, (transaction) => countContact(transaction, { handle: 'ana' as Handle, post: 'https://x.com/ana/status/1930052672419228601' }, true, newId))
    await saw([from('ana', '01')])
    expect((await person('ana'))?.contacts).toBe(1)
    expect((await store.getAll('journal'))[1]?.change).toMatchObject({ provenance: 'counted by hand', direction: 'theirs' })
  })

  it('of people beyond the room leave nothing; of those we know they count', async () => {
    await saw([from('ana', '01')])
    expect(await saw([from('bob', '02'), from('cy', '03'), from('ana', '04'), from('bob', '05')], 1)).toBe(1)
    expect([await person('cy'), (await person('bob'))?.contacts, (await person('ana'))?.contacts]).toEqual([undefined, 2, 2])
    expect(await saw([from('dee', '06'), from('ana', '07')], 0)).toBe(0)
    expect([await person('dee'), (await person('ana'))?.contacts]).toEqual([undefined, 3])
  })
})

describe('new people', () => {
  it('are at most 200 an hour, however the posts come', async () => {
    const batches = Array.from({ length: 30 }, (_, batch) => Array.from({ length: 20 }, (_, n) => from(`p${batch}_${n}`, String(1_000 + batch * 20 + n).slice(1))))
    await Promise.all(batches.map((batch) => withRoom(NOW, (room) => saw(batch, room))))
    expect(await store.count('people')).toBe(200)
    await withRoom(NOW + 3_599_999, (room) => saw([from('late', '9999')], room))
    expect(await person('late')).toBeUndefined()
    await withRoom(NOW + 3_600_001, (room) => saw([from('late', '9999')], room))
    expect(await person('late')).toBeDefined()
  })

  it('are not counted when recording failed, and the next message is heard', async () => {
    await expect(withRoom(NOW, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await withRoom(NOW, (room) => Promise.resolve(expect(room).toBe(200) as unknown as number))
  })
})
