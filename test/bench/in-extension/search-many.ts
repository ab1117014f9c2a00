import type { SearchAnswer } from '../../../src/features/people/search-messages'
import { DEFAULT_OPTIONS } from '../../practice/options'
import { person } from '../../practice/people'
import { storedPerson } from '../stored-people'
import { vocable } from './seed-said'

const LIMIT = 20

/** A search that was timed, in ms. */
export interface TimedSearch {
  readonly sort: string
  readonly ms: number
  readonly hits: number
}

type Search = (query: string, limit: number) => Promise<Pick<SearchAnswer, 'hits'>>

/** What people type: beginnings of names, handles, words that many or few wrote, and several of them at once. */
export async function searchMany(search: Search, rounds: number, people: number): Promise<readonly TimedSearch[]> {
  const timed: TimedSearch[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const [sort, query] of Object.entries(queriesOf(Math.floor(Math.random() * people)))) {
      const start = performance.now()
      const { hits } = await search(query, LIMIT)
      timed.push({ sort, ms: performance.now() - start, hits: hits.length })
    }
  }
  return timed
}

/** One search for the first name of the n-th person. */
export async function searchOnce(search: Search, n: number, people: number): Promise<TimedSearch> {
  const query = queriesOf((n * 7_919) % people)['first name'] ?? ''
  const start = performance.now()
  const { hits } = await search(query, LIMIT)
  return { sort: 'first name', ms: performance.now() - start, hits: hits.length }
}

function queriesOf(n: number): Readonly<Record<string, string>> {
  const { handle, name } = person(DEFAULT_OPTIONS, storedPerson(n))
  const [first = handle] = name.split(' ')
  const rare = vocable(5_000 + (n % 10_000))
  return {
    'one letter': handle.slice(0, 1),
    'two letters': first.slice(0, 2),
    'first name': first,
    'whole name': name,
    handle: `@${handle}`,
    'frequent word': vocable(n % 3),
    'rare word': rare,
    'two frequent words': `${vocable(n % 3)} ${vocable(4 + (n % 3))}`,
    'name and rare word': `${first.slice(0, 3)} ${rare}`,
    'tag and name': `tag:vip ${first}`,
    'tag and day': 'tag:customer last:>200d',
    phrase: `"${vocable(n % 3)} ${vocable(4 + (n % 3))}"`,
    nobody: `${first} zzzz${n}`,
  }
}
