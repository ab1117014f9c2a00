import { beforeEach, describe, expect, it } from 'vitest'
import type { PersonId } from '../../../src/domain/change'
import type { Handle } from '../../../src/domain/handle'
import { setDetail, toDetail, toDetailName } from '../../../src/features/fields/fields-worker'
import { historyOf } from '../../../src/features/history/history'
import { undo } from '../../../src/features/history/history-worker'
import { view } from '../../../src/features/people/people-worker'
import { search } from '../../../src/features/people/search-worker'
import type { record as Record } from '../../../src/store/journal'
import type { Store } from '../../../src/store/open-store'
import { saying } from '../../in-english'
import { freshStore } from '../../store/fresh-store'

const author = { by: 'Ada', now: Date.UTC(2026, 10, 22) }
const subject = { handle: 'IdaPlane' as Handle }
let store: Store
let record: typeof Record

beforeEach(async () => {
  ({ store, record } = await freshStore())
})

const set = (field: string, value: string) => record(store, author, (transaction) => setDetail(transaction, subject, field, value, () => 'ida' as PersonId))
const details = async () => (await view(store, subject)).person?.details.map(({ name, value }) => `${name}: ${value}`)
const lines = async () => historyOf((await view(store, subject)).journal).map(({ kind, detail, value, way }) => [kind, detail, value, way])

describe('a field of the user', () => {
  it('begins a person, says what was said last, and is written once', async () => {
    await set('City', 'Lisbon')
    await set('City', 'Oslo')
    expect((await set('City', 'Oslo')).rows).toEqual([])
    await set('__proto__', 'held')
    expect(await details()).toEqual(['City: Oslo', '__proto__: held'])
    await set('City', '')
    expect(await details()).toEqual(['__proto__: held'])
  })

  it('clears nothing of a stranger, so that nobody begins by it', async () => {
    expect((await set('City', '')).rows).toEqual([])
    expect(await store.count('people')).toBe(0)
  })

  it('is taken back and done again from the history', async () => {
    await set('City', 'Lisbon')
    const { rows } = await set('City', 'Oslo')
    const [taken] = (await record(store, author, (transaction) => undo(transaction, rows[0]!.stamp))).rows
    expect(await details()).toEqual(['City: Lisbon'])
    expect((await lines())[0]).toEqual(['fieldSet', 'City', 'Lisbon', 'redo'])
    await record(store, author, (transaction) => undo(transaction, taken!.stamp))
    expect(await details()).toEqual(['City: Oslo'])
    expect((await lines()).slice(0, 2)).toEqual([['fieldSet', 'City', 'Oslo', 'undo'], ['fieldSet', 'City', 'Lisbon', undefined]])
  })

  it('taken back to nothing is cleared', async () => {
    const { rows } = await set('City', 'Lisbon')
    await record(store, author, (transaction) => undo(transaction, rows.at(-1)!.stamp))
    expect([await details(), (await lines())[0]]).toEqual([[], ['fieldCleared', 'City', undefined, 'redo']])
  })

  it('finds its person by what it says', async () => {
    await set('City', 'São Paulo')
    const { hits } = await search(store, 'sao pau', 5, author.now)
    expect(hits.map(({ why }) => [why?.kind, why?.parts.map(({ text }) => text).join('')])).toEqual([['detail', 'City: São Paulo']])
    await set('City', '')
    expect((await search(store, 'sao', 5, author.now)).hits).toEqual([])
  })

  it('is bounded at the door', () => {
    expect([toDetailName(' City\n'), toDetail('a\u202Eb')]).toEqual(['City', 'a b'])
    for (const name of ['', ' ', 'x'.repeat(41), 7]) expect(saying(() => toDetailName(name))).toThrow('1 to 40 characters')
    expect(saying(() => toDetail('x'.repeat(501)))).toThrow('0 to 500 characters')
  })
})
