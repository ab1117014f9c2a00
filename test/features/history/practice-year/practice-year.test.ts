import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { ChangeBody, PersonId } from '../../../../src/domain/change'
import { postUrl } from '../../../../src/domain/handle'
import { personOf } from '../../../../src/domain/person'
import { usOf } from '../../../../src/features/history/contact-rule'
import { countContact } from '../../../../src/features/history/history-worker'
import { MOST_SEEN, toSeenPosts } from '../../../../src/features/history/seen-post'
import { mergePeople } from '../../../../src/features/people/merge-worker'
import { lookUp } from '../../../../src/features/people/people-worker'
import type { Store } from '../../../../src/store/open-store'
import { readGroup } from '../../../../src/store/read-group'
import { joined } from '../../../../src/domain/joined'
import type { WriteTransaction } from '../../../../src/store/transactions'
import { anyhow, asItComes, newestFirst, type View, type Viewing } from './viewing'
import { type Account, accountsOf, BRANDS, endOf, handleIn, isContact, MONTHS, pairsOf, postsOf, shownIn } from './world'

const session: { [key: string]: unknown } = {}
vi.mock('webextension-polyfill', () => ({
  default: { storage: { session: { get: (key: string) => Promise.resolve({ [key]: session[key] }), set: (held: object) => Promise.resolve(void Object.assign(session, held)) } } },
}))
const { recordSeen, withRoom } = await import('../../../../src/features/history/seen-worker')

const COUNT = process.env['REGULARS_LONG'] ? 50_000 : 5_000
const PAUSE = 20 * 60_000
const LAST = MONTHS - 1
const us = usOf(BRANDS, BRANDS[0])
const accounts = accountsOf(COUNT)
const posts = postsOf(COUNT, accounts)
const pairs = pairsOf(accounts)

/** One person as the year should have left them: every account of theirs, and every post that passed between them and us. */
interface Line {
  readonly accounts: readonly string[]
  readonly posts: readonly string[]
  readonly contacts: number
  readonly last: number | undefined
}

/** What a person would write down who knew the whole world and looked at every post. */
function expectedLines(): readonly Line[] {
  const owner = new Map<number, number>(pairs.map(([one, other]) => [other.index, one.index]))
  const people = new Map<number, { readonly accounts: Set<string>; readonly posts: string[]; last: number | undefined }>()
  for (const post of posts) {
    if (!isContact(post) || post.isGone) continue
    const account = accounts[post.account]!
    const key = owner.get(post.account) ?? post.account
    const line = people.get(key) ?? { accounts: new Set<string>(), posts: [], last: undefined }
    people.set(key, line)
    line.accounts.add(nameOf(account))
    if (!post.isTakenBack) line.posts.push(post.id)
    if (!post.isTakenBack) line.last = Math.max(line.last ?? 0, post.at)
  }
  return inOrder([...people.values()].map(({ accounts, posts, last }) => ({ accounts: [...accounts].sort(), posts: posts.sort(), contacts: posts.length, last })))
}

const nameOf = (account: Account): string => `@${handleIn(account, LAST)} ${account.xId}`
const inOrder = (lines: readonly Line[]): readonly Line[] => lines.toSorted((one, other) => (one.accounts[0]! < other.accounts[0]! ? -1 : 1))

async function openYear() {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  delete session['people met']
  const store = await (await import('../../../../src/store/open-store')).openStore()
  const { record } = await import('../../../../src/store/journal')
  let serial = 0
  const newId = () => `person-${String((serial += 1)).padStart(6, '0')}` as PersonId
  const write = (now: number, decide: (transaction: WriteTransaction) => Promise<readonly ChangeBody[]>) => record(store, { by: '', now }, decide)
  return { store, write, newId, takenBack: new Set<string>() }
}

type Year = Awaited<ReturnType<typeof openYear>>

/** One screen of posts: who is there is asked, what it teaches is written, and what concerns us is recorded, as the background does. */
async function look({ store, write, newId, takenBack }: Year, views: readonly View[], month: number, now: number): Promise<void> {
  const shown = views.map(({ post, isIdShown }) => ({ post, seen: shownIn(post, accounts, month, isIdShown) }))
  const sightings = shown.filter(({ seen }) => !BRANDS.includes(seen.author)).map(({ seen }) => ({ handle: seen.author, xId: seen.xId }))
  const { learned } = await lookUp(store, { sightings, xIds: [] })
  if (learned.length > 0) await write(now, () => Promise.resolve(learned))
  await withRoom(now, async (room) => {
    let met = 0
    await write(now, async (transaction) => {
      const found = await recordSeen(transaction, toSeenPosts(shown.map(({ seen }) => seen), now), us, room, newId)
      met = found.met
      return found.changes
    })
    return met
  })
  for (const { post, seen } of shown) {
    // Once: it is seen again later, and must not come back by that.
    if (!isContact(post) || !post.isTakenBack || takenBack.has(post.id)) continue
    takenBack.add(post.id)
    const account = accounts[post.account]!
    const subject = { handle: handleIn(account, month), xId: seen.xId, post: postUrl(seen.author, post.id) }
    await write(now, (transaction) => countContact(transaction, subject, false, newId))
  }
}

async function join({ store, write, newId }: Year, month: number): Promise<void> {
  for (const [one, other] of pairs) {
    const [first, second] = [handleIn(one, month), handleIn(other, month)]
    const [here, there] = await Promise.all([first, second].map((handle) => store.getFromIndex('people', 'key', handle.toLowerCase() as never)))
    if (here && there) await write(endOf(month), (transaction) => mergePeople(transaction, { handle: first }, second, newId))
  }
}

async function live(viewing: Viewing): Promise<Store> {
  const year = await openYear()
  for (const [month, views] of viewing.entries()) {
    for (let at = 0; at < views.length; at += MOST_SEEN) await look(year, views.slice(at, at + MOST_SEEN), month, endOf(month) + (at / MOST_SEEN) * PAUSE)
    if (month === 7 || month === LAST) await join(year, month)
  }
  // At last every profile is opened once, with its id.
  const sightings = accounts.map((account) => ({ handle: handleIn(account, LAST), xId: account.xId }))
  const { learned } = await lookUp(year.store, { sightings, xIds: [] })
  await year.write(endOf(MONTHS), () => Promise.resolve(learned))
  expect((await lookUp(year.store, { sightings, xIds: [] })).learned).toEqual([])
  return year.store
}

async function linesIn(store: Store): Promise<readonly Line[]> {
  const people = await store.getAll('people')
  const contacts = (await store.getAll('contacts')).filter(({ fields }) => fields['removed']?.[0] === false)
  const reading = store.transaction('people').store
  const groups = await Promise.all(people.filter(({ into }) => into === undefined).map((row) => readGroup(reading, row)))
  return inOrder(
    groups.map((group) => {
      const ids = new Set(group.map(({ id }) => id))
      const row = joined(group)
      const named = group.flatMap((record) => (record.key && record.xId ? [`@${personOf(record).handle} ${record.xId}`] : []))
      return { accounts: [...new Set(named)].sort(), posts: contacts.filter(({ person }) => ids.has(person)).map(({ id }) => id).sort(), contacts: row.contacts, last: row.lastContact }
    }),
  )
}

// Planted once, and seen to fail: a repost that counts; no look at ids; records of one account that are never joined; a handle taken over read as the
// old owner's; a post taken back that counts again when it is seen again.
describe(`a practice year of ${COUNT} posts`, () => {
  let expected: readonly Line[]
  beforeAll(() => {
    expected = expectedLines()
    // The world has what it is about.
    expect(pairs.length).toBeGreaterThanOrEqual(2)
    expect(expected.length).toBeGreaterThan(accounts.length / 2)
  })

  it.each([
    ['as it comes', () => asItComes(posts, accounts)],
    ['newest first', () => newestFirst(posts, accounts)],
    ['anyhow', () => anyhow(posts, accounts, 1)],
    ['anyhow else', () => anyhow(posts, accounts, 2)],
  ])('ends in the expected state when it is looked at %s', async (_name, viewing) => {
    const store = await live(viewing())
    expect(await linesIn(store)).toEqual(expected)
    store.close()
  }, 900_000)
})
