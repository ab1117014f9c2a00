import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { HandleKey } from '../../src/domain/handle'
import type { KeptDraft } from '../../src/features/notes/draft'
import { dropDrafts, keepDraft, latestDraft } from '../../src/store/drafts'
import type { Store } from '../../src/store/open-store'

const ada = 'ada' as HandleKey
let store: Store
let now = 0

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  store = await (await import('../../src/store/open-store')).openStore()
})

const table = () => store.transaction('drafts', 'readwrite').store
const keep = (text: string, writer?: string, over?: string, key = ada) => keepDraft(table(), { key, text, writer, over } satisfies KeptDraft, (now += 1))
const latest = async (key = ada) => (await latestDraft(table(), key))?.text ?? ''
const texts = async () => (await store.getAll('drafts')).map(({ text }) => text).sort()

describe('two who write about one person', () => {
  it('keep their words apart; whoever comes next begins with the latest', async () => {
    await keep('one', 'w1')
    await keep('two', 'w2')
    await keep('one more', 'w1')
    expect([await texts(), await latest()]).toEqual([['one more', 'two'], 'one more'])
  })

  it('take over what they began with, unless its writer went on', async () => {
    await keep('begun', 'w1')
    await keep('begun, and more', 'w2', 'begun')
    expect(await texts()).toEqual(['begun, and more'])
    await keep('begun elsewhere', 'w1')
    await keep('begun, and much more', 'w2', 'begun')
    expect(await texts()).toEqual(['begun elsewhere', 'begun, and much more'])
  })

  it('are not written over by older words of their own that come late', async () => {
    await keep('typed', 'w1')
    const typedAt = now
    await keep('typed on', 'w1')
    await keepDraft(table(), { key: ada, text: 'typed', writer: 'w1', at: typedAt }, (now += 1))
    expect(await texts()).toEqual(['typed on'])
    await keepDraft(table(), { key: ada, text: 'never arrived', writer: 'w2', at: typedAt }, (now += 1))
    expect([await texts(), await latest()]).toEqual([['never arrived', 'typed on'], 'typed on'])
  })

  it('lose nothing when one of them saves', async () => {
    await keep('mine', 'w1')
    await keep('theirs ', 'w2')
    await dropDrafts(table(), ada, 'w1', 'mine')
    expect([await texts(), await latest()]).toEqual([['theirs '], 'theirs '])
    await dropDrafts(table(), ada, 'w3', 'theirs')
    expect(await texts()).toEqual([])
  })
})

it('no words are no draft, and nobody reads what is about somebody with a longer name', async () => {
  await keep('about another', 'w1', undefined, 'ada_b' as HandleKey)
  await keep('kept by a version before', undefined)
  expect([await latest(), await latest('ad' as HandleKey)]).toEqual(['kept by a version before', ''])
  await keep('', undefined)
  expect([await latest(), await texts()]).toEqual(['', ['about another']])
})
