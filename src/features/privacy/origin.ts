import type { Change } from '../../domain/change'
import { type Provenance, PROVENANCES } from '../../domain/contact'

/** How we know something: somebody here wrote it, a file brought it, the page showed it, or how a post came to count as a contact. */
export const WAYS = ['written', 'imported', 'seen on the page', ...PROVENANCES] as const
export type WayToKnow = (typeof WAYS)[number]

/** Where something comes from; `at` in ms since 1970. */
export interface Origin {
  readonly way: WayToKnow
  readonly at: number
  /** As they call themselves; empty where nobody did it. */
  readonly by: string
}

const SEEN: ReadonlySet<Change['kind']> = new Set(['person/met', 'person/identified', 'person/renamed', 'person/handle-lost', 'facts/seen', 'contact/placed'] as const)

/** Where what a change says comes from. */
export function originOf(change: Change): Origin {
  const way = wayOf(change)
  return { way, at: change.at, by: way === 'written' || way === 'counted by hand' ? change.by : '' }
}

function wayOf(change: Change): WayToKnow {
  if (change.import !== undefined) return 'imported'
  if (change.kind === 'contact/recorded') return toProvenance(change.provenance) ?? 'counted by hand'
  return SEEN.has(change.kind) ? 'seen on the page' : 'written'
}

/** A backup is checked for its shape, not for its words. */
function toProvenance(value: unknown): Provenance | undefined {
  return PROVENANCES.find((known) => known === value)
}
