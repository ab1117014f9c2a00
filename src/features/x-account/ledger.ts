import type { SeenPost } from '../../domain/contact'
import type { HandleKey } from '../../domain/handle'
import type { Missing, XAccount } from '../../domain/x-data'

/** Where what X told goes: into the journal, by the same rules as what the page shows. The background puts it together. */
export interface Ledger {
  /** Records the contacts among posts; `wanted` where the user asked for just these, so that any number of people may become known by it. */
  readonly posts: (seen: readonly SeenPost[], wanted: boolean) => Promise<void>
  /** Records of people we hold what X says of their accounts: numbers, ids, new names. */
  readonly accounts: (accounts: readonly XAccount[]) => Promise<void>
  /** Records of people we hold that X has their account no more; they were asked for by id or by handle. */
  readonly missing: (missing: readonly Missing[], by: 'ids' | 'handles') => Promise<void>
  /** Our own accounts, as the user named them. */
  readonly ours: () => Promise<ReadonlySet<HandleKey>>
}
