import { CONCERNS, MOST_CONCERNS } from './concern'
import { FACT_NAMES, FACTS_SOURCES, type Facts, GONE, type Origin, type Reactions, toCount, toName, VERIFIED } from './facts'
import { fieldsOf } from './fields-of'
import { toHandle, toXId } from './handle'

type Fields = Readonly<Record<string, unknown>>

/** Facts out of anything, every field checked and bounded; undefined without a handle. */
export function toFacts(value: unknown): Facts | undefined {
  const fields = fieldsOf(value)
  const handle = toHandle(fields['handle'])
  if (!handle) return undefined
  return {
    handle,
    xId: toXId(fields['xId']),
    name: toName(fields['name']),
    followers: toCount(fields['followers']),
    following: toCount(fields['following']),
    listed: toCount(fields['listed']),
    posts: toCount(fields['posts']),
    createdAt: toTime(fields['createdAt']),
    ...toOrigin(fields),
    verified: VERIFIED.find((known) => known === fields['verified']),
    ...toGone(fields['gone']),
    lang: toLang(fields['lang']),
    origins: toOrigins(fields['origins']),
    reactions: toReactions(fields['reactions']),
    ...toConcerns(fields['concerns']),
  }
}

function toGone(value: unknown): Pick<Facts, 'gone'> {
  const gone = GONE.find((known) => known === value)
  return gone ? { gone } : {}
}

function toOrigin(fields: Fields): Origin {
  return { source: FACTS_SOURCES.find((known) => known === fields['source']) ?? 'shown', seenAt: toTime(fields['seenAt']) ?? 0 }
}

/** A language tag out of anything. */
export function toLang(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(value) ? value : undefined
}

function toOrigins(value: unknown): Facts['origins'] {
  const held = fieldsOf(value)
  const origins = FACT_NAMES.flatMap((name) => (held[name] === undefined ? [] : [[name, toOrigin(fieldsOf(held[name]))] as const]))
  return origins.length > 0 ? Object.fromEntries(origins) : undefined
}

function toReactions(value: unknown): Reactions | undefined {
  const fields = fieldsOf(value)
  const [posts, reposts, likes] = [toCount(fields['posts']), toCount(fields['reposts']), toCount(fields['likes'])]
  if (!posts || reposts === undefined || likes === undefined) return undefined
  return { posts, reposts, likes, seenAt: toTime(fields['seenAt']) ?? 0 }
}

function toConcerns(value: unknown): Pick<Facts, 'concerns'> {
  if (!Array.isArray(value)) return {}
  const concerns = value.slice(0, MOST_CONCERNS).flatMap((item: unknown) => {
    const { at, concern } = fieldsOf(item)
    const [moment, kind] = [toTime(at), CONCERNS.find((known) => known === concern)]
    return moment === undefined || kind === undefined ? [] : [{ at: moment, concern: kind }]
  })
  return { concerns }
}

/** ms since 1970 out of anything. */
export function toTime(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
}
