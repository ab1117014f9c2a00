import type { Facts, Verified } from '../../domain/facts'
import { type Handle, toXId } from '../../domain/handle'
import type { Missing, XAccount } from '../../domain/x-data'

const VERIFIED_BY: Readonly<Record<string, Verified>> = { blue: 'paid', business: 'identified', government: 'identified', none: 'no' }

/** What X's interface says of an account as facts (`now` in ms since 1970). */
export function toToldFacts({ isProtected: _isProtected, verifiedType, ...account }: XAccount, now: number): Facts {
  return { ...account, verified: verifiedType === undefined ? undefined : VERIFIED_BY[verifiedType], source: 'interface', seenAt: now }
}

/** That X has somebody no more as facts: what was known of them stays beside it. */
export function toGoneFacts({ asked, why }: Missing, handle: Handle | undefined, by: 'ids' | 'handles', now: number): Facts | undefined {
  if (!handle) return undefined
  const numbers = { followers: undefined, following: undefined, listed: undefined, posts: undefined, createdAt: undefined }
  return { handle, xId: by === 'ids' ? toXId(asked) : undefined, name: undefined, ...numbers, source: 'interface', seenAt: now, gone: why }
}
