import type { Change, Fields } from '../../domain/change'
import { DIRECTIONS, type Direction, type Provenance, PROVENANCES } from '../../domain/contact'

/** What the history tells of a contact. The journal also holds what others wrote: nothing of it is taken on trust. */
export interface ContactEntry {
  readonly direction: Direction | undefined
  /** Who wrote it, by its address. */
  readonly author: string | undefined
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
  return change.kind === 'contact/recorded' ? toEntry(change) : undefined
}

/** What the fields of a contact tell of it; undefined where it counts no more. */
export function contactEntryIn(fields: Fields): ContactEntry | undefined {
  const { removed, direction, provenance, postedAt, text, url } = fields
  return removed?.[0] === false ? toEntry({ direction: direction?.[0], provenance: provenance?.[0], postedAt: Number(postedAt?.[0]), text: String(text?.[0] ?? ''), url: String(url?.[0]) }) : undefined
}

function toEntry({ direction, provenance, postedAt, text = '', url }: { readonly direction?: unknown; readonly provenance?: unknown; readonly postedAt: number; readonly text?: string | undefined; readonly url: string }): ContactEntry {
  const [, author, id] = POST.exec(url) ?? []
  return {
    author,
    direction: DIRECTIONS.find((known) => known === direction),
    provenance: PROVENANCES.find((known) => known === provenance),
    postedAt: postedAt > 0 ? postedAt : undefined,
    text: text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT).replace(/[\uD800-\uDBFF]$/, '')}…` : text,
    url: author && id && `https://x.com/${author}/status/${id}`,
  }
}
