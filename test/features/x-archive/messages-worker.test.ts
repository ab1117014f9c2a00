import { beforeEach, expect, it } from 'vitest'
import type { PersonId } from '../../../src/domain/change'
import type { Handle, HandleKey, PostId, XId } from '../../../src/domain/handle'
import { undo } from '../../../src/features/history/history-worker'
import { type ArchiveMessage, toArchiveMessages } from '../../../src/features/x-archive/archive-message'
import { recordMessages } from '../../../src/features/x-archive/messages-worker'
import type { record as Record } from '../../../src/store/journal'
import type { Store } from '../../../src/store/open-store'
import { freshStore } from '../../store/fresh-store'

const NOW = Date.UTC(2026, 10, 22)
let store: Store
let record: typeof Record

beforeEach(async () => {
  ({ store, record } = await freshStore())
  await record(store, { by: 'Mia', now: NOW }, () => Promise.resolve([{ kind: 'person/met', person: 'ana' as PersonId, handle: 'ana' as Handle, xId: '77' as XId }]))
})

const message = (id: string, other = '77', ours = false): ArchiveMessage => ({ id: id as PostId, other: other as XId, ours, text: `words ${id}`, at: 5 })
const take = (messages: readonly ArchiveMessage[]) => record(store, { by: 'Mia', now: NOW }, (transaction) => recordMessages(transaction, messages, '1' as XId))

it('records messages with people we hold, each once, comes back after it was taken back, and keeps nothing of strangers', async () => {
  const { rows } = await take([message('901'), message('901'), message('902', '77', true), message('903', '88')])
  expect(rows.map(({ change }) => change)).toMatchObject([
    { post: '901', person: 'ana', url: 'https://x.com/messages/1-77', direction: 'theirs', provenance: 'addressed us', postedAt: 5 },
    { post: '902', direction: 'ours', provenance: 'addressed by us' },
  ])
  expect((await take([message('901')])).rows).toEqual([])
  await record(store, { by: 'Mia', now: NOW }, (transaction) => undo(transaction, rows[0]!.stamp))
  expect((await store.getFromIndex('people', 'key', 'ana' as HandleKey))?.contacts).toBe(1)
  await take([message('901')])
  expect((await store.getFromIndex('people', 'key', 'ana' as HandleKey))?.contacts).toBe(2)
  expect(JSON.stringify(await store.getAll('contacts'))).not.toContain('903')
})

it('takes in what is sound alone, and no list that is too long', () => {
  expect(toArchiveMessages([message('901'), null, { ...message('902'), at: NOW + 1 }, { ...message('903'), other: 'x' }], 4, NOW).map(({ id }) => id)).toEqual(['901'])
  expect(() => toArchiveMessages([1, 2], 1, NOW)).toThrow('At most 1 may come')
  expect(() => toArchiveMessages('x', 1, NOW)).toThrow('At most 1 may come')
})
