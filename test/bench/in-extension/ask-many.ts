import type { Sighting } from '../../../src/domain/card'
import { keyOf, toHandle, toXId } from '../../../src/domain/handle'
import type { LookUp } from '../../../src/features/people/people-messages'
import type { Store } from '../../../src/store/open-store'
import { DEFAULT_OPTIONS } from '../../practice/options'
import { person } from '../../practice/people'
import { storedPerson } from '../stored-people'

const TWENTY = 20

type Asked = Pick<LookUp, 'sightings' | 'xIds'>

/** How long our own look-up of twenty takes where it runs, in ms. */
export function askInside(lookUp: (asked: Asked) => Promise<{ readonly cards: readonly unknown[] }>, rounds: number, people: number): Promise<readonly number[]> {
  return timeEach(rounds, people, async (sightings) => (await lookUp({ sightings, xIds: [] })).cards.length)
}

/** The same question as a message and back, as a page asks it. */
export function askOverTheWire(rounds: number, people: number): Promise<readonly number[]> {
  return timeEach(rounds, people, async (sightings) => {
    const reply: { readonly gives: { readonly cards: readonly unknown[] } } = await chrome.runtime.sendMessage({ regulars: 'people/look-up', asked: { sightings, xIds: [] } })
    return reply.gives.cards.length
  })
}

/** The floor: twenty reads by handle in one transaction, and nothing else. */
export function readRaw(store: Store, rounds: number, people: number): Promise<readonly number[]> {
  return timeEach(rounds, people, async (sightings) => {
    const byKey = store.transaction('people', 'readonly').store.index('key')
    const rows = await Promise.all(sightings.map(({ handle }) => byKey.get(keyOf(handle))))
    return rows.filter((row) => row !== undefined).length
  })
}

async function timeEach(rounds: number, people: number, ask: (sightings: readonly Sighting[]) => Promise<number>): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const sightings = Array.from({ length: TWENTY }, () => sightingOf(Math.floor(Math.random() * people)))
    const start = performance.now()
    const found = await ask(sightings)
    times.push(performance.now() - start)
    if (found !== TWENTY) throw new Error(`Of ${TWENTY} stored people ${found} were found.`)
  }
  return times
}

function sightingOf(n: number): Sighting {
  const { handle, id } = person(DEFAULT_OPTIONS, storedPerson(n))
  const known = toHandle(handle)
  if (known === undefined) throw new Error(`The practice pool has a handle that is none: ${handle}`)
  return { handle: known, xId: toXId(id) }
}
