import type { Fields, PersonId } from './change'
import { momentIn, type Stamp } from './clock'
import { type Handle, type HandleKey, keyOf, toHandle } from './handle'

/** That a person goes by a handle, and since which change. */
export interface Claim {
  readonly handle: Handle
  readonly key: HandleKey
  readonly stamp: Stamp
  /** The change by which somebody took the handle from them. */
  readonly lost: Stamp | undefined
}

/** A handle that was theirs, and until when as far as we know (ms since 1970). */
export interface FormerHandle {
  readonly handle: Handle
  readonly until: number
}

/** Somebody with claims. */
interface Claimant {
  readonly id: PersonId
  readonly fields: Fields
}

const PREFIX = 'handle:'

/** Every claim among a person's fields, newest first. */
export function claimsIn(fields: Fields): readonly Claim[] {
  return Object.entries(fields)
    .flatMap(([field, [value, stamp]]) => {
      const handle = field.startsWith(PREFIX) ? toHandle(value) : undefined
      if (!handle) return []
      const lost = fields[`lost:${keyOf(handle)}`]?.[1]
      return [{ handle, key: keyOf(handle), stamp, lost: lost !== undefined && lost > stamp ? lost : undefined }]
    })
    .sort((one, other) => (one.stamp > other.stamp ? -1 : 1))
}

/** Every handle that a person ever claimed, folded and sorted. */
export function handleKeysIn(fields: Fields): readonly HandleKey[] {
  return claimsIn(fields)
    .map(({ key }) => key)
    .sort()
}

/** True for a person who was kept by mistake. */
export function isRemoved(fields: Fields): boolean {
  return fields['removed']?.[0] === true
}

/** True for somebody who was erased: an id, and nothing under it. */
export function isErased({ fields }: { readonly fields: Fields }): boolean {
  return fields['erased'] !== undefined
}

/** The handle that a person claimed last, whoever holds it now. */
export function newestKey(fields: Fields): HandleKey | undefined {
  return claimsIn(fields)[0]?.key
}

/** The handle by which a person is found: the newest they claimed, where they did not lose it and nobody claimed it later. */
export function heldKey(row: Claimant, others: readonly Claimant[]): HandleKey | undefined {
  const claim = claimsIn(row.fields)[0]
  if (!claim || claim.lost || isRemoved(row.fields)) return undefined
  const rival = others.some((other) => other.id !== row.id && !isRemoved(other.fields) && claimsLater(other, claim))
  return rival ? undefined : claim.key
}

/** The handles that were a person's and are no longer, newest first. */
export function formerHandles(claims: readonly Claim[], present: readonly HandleKey[]): readonly FormerHandle[] {
  return claims.flatMap(({ handle, key, stamp, lost }, index) => {
    if (present.includes(key)) return []
    const until = lost ?? claims[index - 1]?.stamp ?? stamp
    return [{ handle, until: momentIn(until) }]
  })
}

function claimsLater(row: Claimant, { key, stamp }: Claim): boolean {
  const rival = row.fields[`${PREFIX}${key}`]
  return rival !== undefined && rival[1] > stamp
}
