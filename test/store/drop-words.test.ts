import { beforeEach, expect, it } from 'vitest'
import type { ChangeBody, PersonId } from '../../src/domain/change'
import type { Handle, PostId, XId } from '../../src/domain/handle'
import { search } from '../../src/features/people/search-worker'
import { dropWords, dropWordsOf } from '../../src/store/drop-words'
import type { record as Record } from '../../src/store/journal'
import type { Store } from '../../src/store/open-store'
import { freshStore } from './fresh-store'

const NOW = Date.UTC(2026, 10, 23)
let store: Store
let record: typeof Record

beforeEach(async () => {
  ({ store, record } = await freshStore())
})

const ida = 'ida' as PersonId
const posted = (id: string, text: string): ChangeBody => ({ kind: 'contact/recorded', person: ida, post: id as PostId, url: `https://x.com/ida/status/${id}`, postedAt: NOW, removed: false, text, direction: 'theirs', provenance: 'addressed us' })
const write = (...changes: readonly ChangeBody[]) => record(store, { by: 'Ada', now: NOW }, () => Promise.resolve(changes))
const everything = async () => JSON.stringify(await Promise.all([store.getAll('people'), store.getAll('contacts'), store.getAll('journal'), store.getAll('search'), store.getAllKeys('terms')]))

beforeEach(() => write({ kind: 'person/met', person: ida, handle: 'Ida' as Handle }, posted('11', 'My suitcase is gone'), posted('12', 'Found it, thank you')))

it('forgets the words everywhere and keeps that there was a contact', async () => {
  expect(await everything()).toContain('suitcase')
  expect(await dropWords(store, ['11' as PostId])).toEqual(['ida'])
  expect(await everything()).not.toMatch(/suitcase|suit/)
  expect(await everything()).toContain('Found it, thank you')
  expect(await store.get('people', ida)).toMatchObject({ contacts: 2, lastContact: NOW })
  expect((await search(store, 'suitcase', 5, NOW)).hits).toEqual([])
  expect((await search(store, 'found', 5, NOW)).hits).toHaveLength(1)
})

it('does nothing the second time, and nothing for a post that nobody kept', async () => {
  await dropWords(store, ['11' as PostId])
  const before = await everything()
  expect([await dropWords(store, ['11' as PostId]), await dropWords(store, ['99' as PostId])]).toEqual([[], []])
  expect(await everything()).toBe(before)
})

it('does not get the words back from a change that came before', async () => {
  const entry = (await store.getAll('journal')).find(({ change }) => change.kind === 'contact/recorded' && change.post === '11')
  await dropWords(store, ['11' as PostId])
  const { receiveMany } = await import('../../src/store/record-many')
  await receiveMany(store, [entry!.change], NOW)
  expect(await everything()).not.toContain('suitcase')
})

it('forgets what an account posted that shows it to its followers alone now, and nothing that was said directly or by us', async () => {
  const message: ChangeBody = { kind: 'contact/recorded', person: ida, post: '21' as PostId, url: 'https://x.com/messages/1-7', postedAt: NOW, removed: false, text: 'A word in private', direction: 'theirs', provenance: 'addressed us' }
  const answer: ChangeBody = { kind: 'contact/recorded', person: ida, post: '22' as PostId, url: 'https://x.com/brand/status/22', postedAt: NOW, removed: false, text: 'Which flight?', direction: 'ours', provenance: 'sent here' }
  await write({ kind: 'person/identified', person: ida, xId: '7' as XId }, message, answer)
  expect(await dropWordsOf(store, ['8' as XId])).toEqual([])
  expect(await dropWordsOf(store, ['7' as XId])).toEqual(['ida'])
  expect(await everything()).not.toMatch(/suit|thank/)
  expect(await everything()).toContain('A word in private')
  expect(await everything()).toContain('Which flight?')
  expect(await store.get('people', ida)).toMatchObject({ contacts: 4 })
  expect(await dropWordsOf(store, ['7' as XId])).toEqual([])
})
