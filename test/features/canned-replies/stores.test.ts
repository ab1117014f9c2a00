import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ImportId, PersonId } from '../../../src/domain/change'
import type { PostId } from '../../../src/domain/handle'
import { emptyPerson } from '../../../src/domain/person'
import { listReplies, removeReply, saveReply } from '../../../src/features/canned-replies/canned-replies-worker'
import { importReplies, undoReplyImport } from '../../../src/features/canned-replies/import-replies-worker'
import { blankReply, type Reply, type ReplyId } from '../../../src/features/canned-replies/reply'
import { type ReplyUse, toReplyUse, type UseId } from '../../../src/features/canned-replies/reply-use'
import { keepUse, usesAbout } from '../../../src/features/canned-replies/reply-uses-worker'
import type { Store } from '../../../src/store/open-store'
import { says } from '../../in-english'

let store: Store

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  store = await (await import('../../../src/store/open-store')).openStore()
})

function reply(id: string, fields: Partial<Reply> = {}): Reply {
  return { ...blankReply(id as ReplyId), title: id, body: `${id} words`, ...fields }
}

function use(id: string, fields: Partial<ReplyUse> = {}): ReplyUse {
  return { id: id as UseId, reply: 'r' as ReplyId, variant: 0, picks: [], lang: 'en', at: 1, surface: 'reply', length: 10, undone: false, ...fields }
}

const ada = 'ada' as PersonId
const [post, thread] = ['101', '100'] as unknown as readonly [PostId, PostId]
const IMPORT = '00000000-0000-4000-8000-000000000001' as ImportId

describe('the library', () => {
  test('counts every save, and keeps when a reply was made', async () => {
    await saveReply(store, reply('b'), 5)
    await saveReply(store, reply('a'), 6)
    await saveReply(store, reply('b', { body: 'other', created: 99, rev: 0 }), 7)
    expect((await listReplies(store)).map(({ id, created, updated, rev }) => [id, created, updated, rev])).toEqual([['a', 6, 6, 1], ['b', 5, 7, 2]])
    await removeReply(store, 'b' as ReplyId)
    expect(await listReplies(store)).toHaveLength(1)
  })
})

describe('a use', () => {
  test('of somebody we keep is found by person, thread and reply, under each of their records', async () => {
    await store.put('people', { ...emptyPerson(ada), aliases: ['eve' as PersonId] })
    await store.put('people', { ...emptyPerson('eve' as PersonId), into: ada })
    await keepUse(store, use('2', { person: 'eve' as PersonId, post, thread, at: 2 }))
    await keepUse(store, use('1', { person: ada, at: 1 }))
    await keepUse(store, use('3', { reply: 's' as ReplyId, at: 3 }))
    expect((await usesAbout(store, { person: 'eve' as PersonId })).map(({ id }) => id)).toEqual(['1', '2'])
    expect((await usesAbout(store, { thread })).map(({ id }) => id)).toEqual(['2'])
    expect((await usesAbout(store, { person: ada, thread, reply: 's' as ReplyId })).map(({ id }) => id)).toEqual(['1', '2', '3'])
    expect(await usesAbout(store, {})).toEqual([])
  })

  test('of a stranger leaves no trace of them', async () => {
    await keepUse(store, use('1', { person: 'nobody' as PersonId, post, thread }))
    expect(await store.getAll('uses')).toEqual([use('1')])
  })

  test('that is told again is the same one, with more known', async () => {
    await store.put('people', emptyPerson(ada))
    await keepUse(store, use('1', { person: ada }))
    await keepUse(store, use('1', { person: ada, editShare: 0.4, outcome: 'thanked' }))
    expect(await store.getAll('uses')).toEqual([use('1', { person: ada, editShare: 0.4, outcome: 'thanked' })])
  })

  test('out of a message is checked', () => {
    expect(toReplyUse({ ...use('1'), outcome: 'bought', picks: [1, -1, 'x'], person: 7, thread: 'x', more: 1 })).toEqual(use('1', { picks: [1] }))
    for (const wrong of [undefined, {}, { ...use('1'), surface: 'fax' }, { ...use('1'), at: Number.NaN }, { ...use('../x') }]) expect(() => toReplyUse(wrong)).toThrow(/no use/)
  })
})

describe('an import of replies', () => {
  test('can be taken back whole: what was new goes, what was changed is as before', async () => {
    await saveReply(store, reply('old'), 1)
    const [before] = await listReplies(store)
    await importReplies(store, IMPORT, [reply('old', { body: 'changed' }), reply('new')], 5)
    expect((await listReplies(store)).map(({ id, body, import: by }) => [id, body, by])).toEqual([['new', 'new words', IMPORT], ['old', 'changed', IMPORT]])
    expect(await undoReplyImport(store, IMPORT)).toEqual({ removed: 1, restored: 1, kept: [] })
    expect(await listReplies(store)).toEqual([before])
    await expect(says(undoReplyImport(store, IMPORT))).rejects.toThrow(/does not remember/)
  })

  test('goes in several parts, and asked twice it changes nothing twice', async () => {
    await importReplies(store, IMPORT, [reply('a')], 5)
    await importReplies(store, IMPORT, [reply('a'), reply('b')], 6)
    expect((await listReplies(store)).map(({ id, rev, updated }) => [id, rev, updated])).toEqual([['a', 1, 5], ['b', 1, 6]])
    expect(await undoReplyImport(store, IMPORT)).toMatchObject({ removed: 2 })
  })

  test('leaves alone what somebody saved since', async () => {
    await importReplies(store, IMPORT, [reply('a'), reply('b'), reply('c')], 5)
    await saveReply(store, reply('a', { body: 'mine now' }), 6)
    await removeReply(store, 'b' as ReplyId)
    expect(await undoReplyImport(store, IMPORT)).toEqual({ removed: 1, restored: 0, kept: ['a'] })
    expect((await listReplies(store)).map(({ body }) => body)).toEqual(['mine now'])
  })
})
