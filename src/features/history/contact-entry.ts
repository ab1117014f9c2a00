import type { Change } from '../../domain/change'
import { DIRECTIONS, type Direction, type Provenance, PROVENANCES } from '../../domain/contact'

/** What the history tells of a contact. The journal also holds what others wrote: nothing of it is taken on trust. */
export interface ContactEntry {
  readonly direction: Direction | undefined
  readonly provenance: Provenance | undefined
  /** When the post was made, ms since 1970; undefined where nobody knows. */
  readonly postedAt: number | undefined
  /** The beginning of its words. */
  readonly text: string
  /** Its address at x.com. */
  readonly url: string | undefined
}

const POST = /^https:\/\/(?:(?:pro\.|mobile\.)?x|twitter)\.com\/([A-Za-z0-9_]{1,15})\/status\/([0-9]{1,20})$/
const LONGEST_EXCERPT = 280

/** What an entry tells of a contact; undefined for an entry about anything else. */
export function contactEntryOf(change: Change): ContactEntry | undefined {
  if (change.kind !== 'contact/recorded') return undefined
  const { direction, provenance, postedAt, text = '', url } = change
  const [, author, id] = POST.exec(url) ?? []
  return {
    direction: DIRECTIONS.find((known) => known === direction),
    provenance: PROVENANCES.find((known) => known === provenance),
    postedAt: postedAt > 0 ? postedAt : undefined,
    text: text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT).replace(/[\uD800-\uDBFF]$/, '')}…` : text,
    url: author && id && `https://x.com/${author}/status/${id}`,
  }
}
