import type { Handle, PostId, XId } from './handle'

/** Who wrote to whom: they to us, or we to them. */
export const DIRECTIONS = ['theirs', 'ours'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** How we know that a post is a contact: by whom its words address, by where it stands, because it was sent here, or because somebody said so. */
export const PROVENANCES = ['addressed us', 'addressed by us', 'guess', 'sent here', 'counted by hand'] as const
export type Provenance = (typeof PROVENANCES)[number]

/** Whom a post addresses, as the page shows it. All of it is a claim by the page. */
export interface PostAddress {
  readonly post: PostId
  readonly author: Handle
  /** The accounts that its own words link to, in their order. */
  readonly mentions: readonly Handle[]
  /** How many of them stand before the first word. */
  readonly leading: number
  /** The author of the post directly above it in the same conversation, on a post's page. */
  readonly under?: Handle | undefined
  /** Whom it answers, as the composer said while it was written in this tab. */
  readonly answers?: Handle | undefined
  readonly promoted: boolean
  readonly reposted: boolean
  readonly quotes: boolean
}

/** A post that concerns us, as the page sends it. */
export interface SeenPost extends PostAddress {
  /** Its own words, plain and bounded. */
  readonly text: string
  /** The page's word for its time, ms since 1970: for ids too old to tell it. */
  readonly postedAt?: number | undefined
  /** Of the other side, where the page knows them. */
  readonly xId?: XId | undefined
  readonly name?: string | undefined
  /** The post that began the conversation: X's interface tells it, the page does not. */
  readonly conversation?: PostId | undefined
}

/** The most signs of a post's words that are kept. */
export const LONGEST_CONTACT_TEXT = 1_000

/** Everything without a shape but the newline, what turns the reading direction of the words around it, and halves of signs. */
const UNWANTED = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu

/** A post's words out of anything: plain, bounded, never cut within a sign. */
export function toContactText(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value.slice(0, LONGEST_CONTACT_TEXT * 2).replace(UNWANTED, '').slice(0, LONGEST_CONTACT_TEXT).replace(/\p{Cs}$/u, '').trim()
}
