import { type Facts, toCount, toMoment, toName, type Verified } from '../domain/facts'
import { type Handle, keyOf, toHandle, toXId, type XId } from '../domain/handle'
import { FACTS_FOUND, FACTS_WANTED, NO_STATE } from './facts-events'
import { type FlatFacts, MOST_WANTED } from './facts-index'

/** Accounts that the page has shown, by handle or by id. */
export interface WantedFacts {
  readonly handles: readonly Handle[]
  readonly xIds: readonly XId[]
}

/** `ready`: X's state was found · `no state`: X keeps it elsewhere · `silent`: nobody answers in the page's world. */
export type PageFactsHealth = 'ready' | 'no state' | 'silent'

/** A hundred accounts with the longest names fit in twice. Longer is not from us. */
const LONGEST_ANSWER = 200_000

/**
 * What X's own state says of these accounts, within this very turn; empty where page-facts is not there. All of it is a
 * claim by the page: bounded here, and nobody is told of who was not asked for. `now` in ms since 1970.
 */
export function askPageFacts(document: Document, wanted: WantedFacts, now: number): readonly Facts[] {
  const asked = new Set<string>([...wanted.handles.map((handle) => `@${keyOf(handle)}`), ...wanted.xIds])
  const names = [...asked]
  const found = new Map<string, Facts>()
  for (let from = 0; from < names.length; from += MOST_WANTED) {
    for (const claim of listOf(exchange(document, names.slice(from, from + MOST_WANTED)))) {
      const facts = toFacts(claim, now)
      if (facts === undefined || !isAsked(facts, asked)) continue
      const key = keyOf(facts.handle)
      if (!found.has(key)) found.set(key, facts)
    }
  }
  return [...found.values()]
}

/** Whether account facts can be had here, for the health light. */
export function pageFactsHealth(document: Document): PageFactsHealth {
  const answer = exchange(document, [])
  if (Array.isArray(answer)) return 'ready'
  return answer === NO_STATE ? 'no state' : 'silent'
}

/** One question and the first answer to it; whatever a hostile page does, this returns. */
function exchange(document: Document, names: readonly string[]): unknown {
  let answer: string | undefined
  const listen = (event: Event): void => {
    answer ??= textOf(event)
  }
  document.addEventListener(FACTS_FOUND, listen)
  try {
    document.dispatchEvent(new CustomEvent(FACTS_WANTED, { detail: JSON.stringify(names) }))
    return answer === undefined ? undefined : JSON.parse(answer)
  } catch {
    return undefined
  } finally {
    document.removeEventListener(FACTS_FOUND, listen)
  }
}

/** Firefox throws when the page puts an object of its own where a text belongs. */
function textOf(event: Event): string | undefined {
  try {
    const { detail } = event as CustomEvent<unknown>
    return typeof detail === 'string' && detail.length <= LONGEST_ANSWER ? detail : undefined
  } catch {
    return undefined
  }
}

function listOf(answer: unknown): readonly unknown[] {
  return Array.isArray(answer) ? answer.slice(0, MOST_WANTED) : []
}

function isAsked(facts: Facts, asked: ReadonlySet<string>): boolean {
  return asked.has(`@${keyOf(facts.handle)}`) || (facts.xId !== undefined && asked.has(facts.xId))
}

function toFacts(claim: unknown, now: number): Facts | undefined {
  if (typeof claim !== 'object' || claim === null) return undefined
  const flat = claim as Partial<FlatFacts>
  const handle = toHandle(flat.screen_name)
  if (handle === undefined) return undefined
  const createdAt = toMoment(flat.created_at)
  return {
    handle,
    xId: toXId(flat.id),
    name: toName(flat.name),
    followers: toCount(flat.followers_count),
    following: toCount(flat.friends_count),
    listed: toCount(flat.listed_count),
    posts: toCount(flat.statuses_count),
    createdAt: createdAt !== undefined && createdAt <= now ? createdAt : undefined,
    source: 'state',
    seenAt: now,
    verified: verifiedOf(flat),
    isProtected: flat.protected === true,
  }
}

/** A business or a government is identified; the other check is paid for. */
function verifiedOf({ verified, verified_type: type, is_blue_verified: paid }: Partial<FlatFacts>): Verified | undefined {
  if (verified === true || type === 'Business' || type === 'Government') return 'identified'
  return typeof paid === 'boolean' ? (paid ? 'paid' : 'no') : undefined
}
