import { beforeEach, describe, expect, it } from 'vitest'
import type { ChangeBody, NoteId, PersonId } from '../../src/domain/change'
import type { Handle } from '../../src/domain/handle'
import type { SearchHit } from '../../src/features/people/search-messages'
import { search } from '../../src/features/people/search-worker'
import { indexNext } from '../../src/store/index-people'
import type { record as Record } from '../../src/store/journal'
import type { Store } from '../../src/store/open-store'
import { indexOf } from './index-of'
import { freshStore } from './fresh-store'

const NOW = Date.UTC(2026, 10, 23)
const DAY = 86_400_000
let store: Store
let record: typeof Record

beforeEach(async () => {
  ({ store, record } = await freshStore())
})

const write = (...changes: readonly ChangeBody[]) => record(store, { by: 'Ada', now: NOW }, () => Promise.resolve(changes))
const met = (person: string, handle: string, name: string): ChangeBody => ({ kind: 'person/met', person: person as PersonId, handle: handle as Handle, name })
const noted = (person: string, text: string, note = `${person}-note`): ChangeBody => ({ kind: 'note/added', person: person as PersonId, note: note as NoteId, text })
const tagged = (person: string, tag: string, on = true): ChangeBody => ({ kind: 'tag/set', person: person as PersonId, tag, on })
const find = async (query: string, limit = 20) => (await search(store, query, limit, NOW)).hits
const found = async (query: string, limit = 20) => (await find(query, limit)).map(({ person }) => person)
const marked = (hit: SearchHit | undefined) => hit?.why && [hit.why.kind, ...hit.why.parts.filter(({ isMatch }) => isMatch).map(({ text }) => text)]

describe('a search', () => {
  beforeEach(async () => {
    await write(met('a', 'IdaPlane', 'Ida Édouard'), noted('a', 'Prefers the aisle, never the window.'), tagged('a', 'VIP'), tagged('a', 'needs care'))
    await write(met('b', 'bo_river', 'Bo'), noted('b', 'Spoke with Ida about the window seat.'), tagged('b', 'VIP-lost'))
    await write(met('c', 'tanaka', '田中東京'), noted('c', 'مرحبا بك'))
  })

  it('finds names, handles, tags and notes by the beginnings of words, accents or not', async () => {
    expect(await found('edou')).toEqual(['a'])
    expect(await found('@IDAPL')).toEqual(['a'])
    expect(await found('plane')).toEqual(['a'])
    expect(await found('river')).toEqual(['b'])
    expect(await found('care')).toEqual(['a'])
    expect(await found('WINDOW')).toEqual(['a', 'b'])
    expect(await found('東京')).toEqual(['c'])
    expect(await found('مرح')).toEqual(['c'])
    expect(await found('nobody')).toEqual([])
  })

  it('goes on from words that an earlier version kept as a list', async () => {
    const row = (await store.get('search', 'a' as PersonId))!
    await store.put('search', { ...row, words: String(row.words).split('\n') })
    await write({ kind: 'note/edited', person: 'a' as PersonId, note: 'a-note' as NoteId, text: 'By the door' })
    expect([await found('aisle'), await found('door'), await found('edou')]).toEqual([[], ['a'], ['a']])
    expect(Object.values((await indexOf(store)).listed).flat().filter((id) => id.startsWith('nobody'))).toEqual([])
  })

  it('puts a name before a note that has the same word', async () => expect(await found('ida')).toEqual(['a', 'b']))

  it('finds only those of whom everything holds', async () => {
    expect(await found('ida seat')).toEqual(['b'])
    expect(await found('ida tag:"vip"')).toEqual(['a'])
    expect(await found('tag:vip')).toEqual(expect.arrayContaining(['a', 'b']))
    expect(await found('tag:"vip"')).toEqual(['a'])
  })

  it('finds a phrase only where its words stand together', async () => {
    expect(await found('"the window"')).toEqual(expect.arrayContaining(['a', 'b']))
    expect(await found('"window seat"')).toEqual(['b'])
    expect(await found('"seat window"')).toEqual([])
  })

  it('says why, and where the words stand', async () => {
    expect(marked((await find('edou'))[0])).toEqual(['name', 'Édouard'])
    expect(marked((await find('aisle window'))[0])).toEqual(['note', 'aisle', 'window'])
    expect(marked((await find('tag:vip'))[0])).toBeUndefined()
  })

  it('finds a former handle', async () => {
    await write({ kind: 'person/renamed', person: 'a' as PersonId, handle: 'NewIda' as Handle })
    expect(marked((await find('idaplane'))[0])).toEqual(['formerHandle', 'IdaPlane'])
    expect(await found('newida')).toEqual(['a'])
  })

  it('no longer finds what was taken away', async () => {
    await write({ kind: 'note/removed', person: 'a' as PersonId, note: 'a-note' as NoteId, removed: true }, tagged('a', 'needs care', false))
    expect(await found('aisle')).toEqual([])
    expect(await found('care')).toEqual([])
    await write({ kind: 'note/removed', person: 'a' as PersonId, note: 'a-note' as NoteId, removed: false })
    expect(await found('aisle')).toEqual(['a'])
  })

  it('says whether there are more', async () => {
    expect(await search(store, 'window', 1, NOW)).toMatchObject({ hasMore: true, hits: [{ person: 'a' }] })
    expect(await search(store, 'window', 2, NOW)).toMatchObject({ hasMore: false })
  })

  it('gives nothing for nothing, and for what it does not know', async () => {
    expect(await found('')).toEqual([])
    expect(await search(store, 'score:loud', 20, NOW)).toEqual({ hits: [], hasMore: false, problems: [{ kind: 'notAScore', from: 0, to: 10 }] })
  })

  it('finds by the score that is kept, and shows it', async () => {
    await write({ kind: 'facts/seen', person: 'a' as PersonId, facts: '{}', score: 74.4 }, { kind: 'facts/seen', person: 'b' as PersonId, facts: '{}', score: 6 })
    expect((await find('score:>70')).map(({ person, card }) => [person, card.score])).toEqual([['a', 74.4]])
    expect(await found('score:>74')).toEqual([])
    expect(await found('score:>=74 tag:vip')).toEqual(['a'])
    expect(await found('score:<74')).toEqual(['b'])
    expect(await found('score:0-100')).toEqual(expect.arrayContaining(['a', 'b']))
    await write({ kind: 'facts/seen', person: 'a' as PersonId, facts: '{}' })
    expect(await found('score:>70')).toEqual([])
  })

  it('knows when the last contact was', async () => {
    const row = (await store.get('people', 'a' as PersonId))!
    await store.put('people', { ...row, contacts: 1, lastContact: NOW - 40 * DAY })
    await write(tagged('a', 'met'))
    expect(await found('last:>30d')).toEqual(['a'])
    expect(await found('last:>40d')).toEqual([])
    expect(await found('last:<41d')).toEqual(['a'])
    expect(await found('before:2026-11')).toEqual(['a'])
    expect(await found('before:2026-10')).toEqual([])
  })

  it('shows hostile text as it is', async () => {
    await write(met('x', 'xx', '<img src=x onerror=alert(1)>'))
    expect((await find('onerror'))[0]?.why?.parts.map(({ text }) => text).join('')).toBe('<img src=x onerror=alert(1)>')
  })
})

describe('two records of one person', () => {
  beforeEach(() => write(met('a', 'ida', 'Ida'), met('b', 'idaplane', 'Plane'), noted('b', 'Prefers the aisle')))
  const merge = (into: string) => write({ kind: 'person/merged', person: 'b' as PersonId, into: into as PersonId })

  it('are found as one by the words of both', async () => {
    await merge('a')
    expect(await found('ida aisle')).toEqual(['a'])
    expect(await found('@idaplane')).toEqual(['a'])
    expect((await find('aisle'))[0]).toMatchObject({ card: { notes: 1 }, why: { kind: 'note' } })
    await write(noted('b', 'Window after all', 'later'))
    expect(await found('window')).toEqual(['a'])
  })

  it('are found apart again once they are parted', async () => {
    await merge('a')
    await merge('b')
    expect(await found('aisle')).toEqual(['b'])
    expect((await store.get('search', 'a' as PersonId))?.words).toBe('nida')
  })
})

describe('many people', () => {
  const many = async (count: number, words: (n: number) => string) => {
    const { recordMany } = await import('../../src/store/record-many')
    const items = Array.from({ length: count }, (_none, n) => n)
    await recordMany(store, { by: '', now: NOW }, {
      items,
      decide: async (_transaction, n) => [met(`z${String(n).padStart(4, '0')}`, `h${n}`, words(n))],
      readAhead: async () => undefined,
    })
  }

  it('are searched for the one among them of whom the rest holds too, over more than one block of the index', async () => {
    await write(met('a', 'ida', 'common first'))
    await many(4_200, (n) => `common ${n === 4_150 ? 'rare' : 'other'} every`)
    expect(await found('common every rare')).toEqual(['z4150'])
    expect(await found('comm h4199')).toEqual(['z4199'])
    expect(await found('common first')).toEqual(['a'])
    expect(await found('every first')).toEqual([])
    await write(met('zz', 'last', 'common every last'))
    expect(await found('common every last')).toEqual(['zz'])
  }, 30_000)

  it('are told apart where their words part late', async () => {
    await many(300, (n) => `Donaudampfschiff${n}`)
    expect(await found('donaudampfschiff7')).toHaveLength(11)
    expect(await found('donaudampfschiff299')).toEqual(['z0299'])
    expect(await found('donaudampfschifx')).toEqual([])
    expect(await found('donaudam', 20)).toHaveLength(20)
  })
})

describe('people from before there was a search', () => {
  it('get their words lot by lot, and keep newer ones', async () => {
    await write(met('a', 'one', 'One'), met('b', 'two', 'Two'), met('c', 'three', 'Three'))
    await store.clear('search')
    await store.clear('terms')
    await write({ kind: 'person/renamed', person: 'b' as PersonId, handle: 'newer' as Handle })
    expect(await indexNext(store, undefined, 2)).toBe('b')
    expect(await found('one')).toEqual(['a'])
    expect(await found('newer')).toEqual(['b'])
    expect(await found('three')).toEqual([])
    expect(await indexNext(store, 'b', 2)).toBe('c')
    expect(await found('three')).toEqual(['c'])
    expect(await indexNext(store, 'c', 2)).toBeUndefined()
  })
})
