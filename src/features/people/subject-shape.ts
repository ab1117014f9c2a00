import type { Sighting } from '../../domain/card'
import { toName } from '../../domain/facts'
import { fieldsOf } from '../../domain/fields-of'
import { aHandle, toXId, type XId } from '../../domain/handle'
import { listOf } from '../../domain/list-of'
import type { Subject } from '../../domain/subject'
import { toFacts } from '../../domain/to-facts'

/** The most authors that one question may ask about. */
export const MOST_SIGHTINGS = 100

const POST = /^https:\/\/(x|twitter|pro\.x|mobile\.x)\.com\/[A-Za-z0-9_]{1,15}\/status\/[0-9]{1,20}$/

/** A list of sightings out of a message; throws a sentence where it is none. */
export function toSightings(value: unknown): readonly Sighting[] {
  return listOf(value, MOST_SIGHTINGS).map(toSighting)
}

/** A list of account ids out of a message; what is none is left out. */
export function toXIds(value: unknown): readonly XId[] {
  return Array.isArray(value) ? value.slice(0, MOST_SIGHTINGS).flatMap((id) => toXId(id) ?? []) : []
}

/** A subject out of a message; throws a sentence where it is none. */
export function toSubject(value: unknown): Subject {
  const { handle, xId } = toSighting(value)
  const { name, facts, post } = fieldsOf(value)
  return {
    handle,
    xId,
    name: toName(name),
    facts: toFacts(facts),
    post: toPostAddress(post),
  }
}

/** The address of a post, else undefined. */
export function toPostAddress(value: unknown): string | undefined {
  return typeof value === 'string' && value.length < 100 && POST.test(value) ? value : undefined
}

function toSighting(value: unknown): Sighting {
  const fields = fieldsOf(value)
  return { handle: aHandle(fields['handle']), xId: toXId(fields['xId']) }
}
