/** A handle as its owner writes it, without the @: 1 to 15 letters, digits and underscores. */
export type Handle = string & { readonly brand: 'handle' }

/** A handle folded for comparing: X does not tell upper from lower case. */
export type HandleKey = string & { readonly brand: 'handle key' }

/** X's numeric account id, as text: it is larger than a JavaScript number holds exactly. */
export type XId = string & { readonly brand: 'x id' }

/** X's numeric post id, as text. */
export type PostId = string & { readonly brand: 'post id' }

const HANDLE = /^[A-Za-z0-9_]{1,15}$/
const NUMERIC_ID = /^[1-9][0-9]{0,19}$/

/** A handle out of anything, with or without @; undefined where it is none. */
export function toHandle(value: unknown): Handle | undefined {
  if (typeof value !== 'string' || value.length > 16) return undefined
  const bare = value.startsWith('@') ? value.slice(1) : value
  return HANDLE.test(bare) ? (bare as Handle) : undefined
}

/** A handle out of a message; throws a sentence where it is none. */
export function aHandle(value: unknown): Handle {
  const handle = toHandle(value)
  if (!handle) throw new Error('A handle has 1 to 15 letters, digits or underscores.')
  return handle
}

/** The one form by which handles are compared and stored. */
export function keyOf(handle: Handle): HandleKey {
  return handle.toLowerCase() as unknown as HandleKey
}

/** An account id out of anything; undefined where it is none. */
export function toXId(value: unknown): XId | undefined {
  return typeof value === 'string' && NUMERIC_ID.test(value) ? (value as XId) : undefined
}

/** A post id out of anything; undefined where it is none. */
export function toPostId(value: unknown): PostId | undefined {
  return typeof value === 'string' && NUMERIC_ID.test(value) ? (value as PostId) : undefined
}

/** X's ids count ms since this moment in their upper bits. Source: X's published snowflake scheme. */
const FIRST_MS = 1_288_834_974_657n

/** When a post was made, ms since 1970: its id tells. Ids of before November 2010 tell nothing. */
export function postedAt(id: PostId): number | undefined {
  const ms = BigInt(id) >> 22n
  return ms > 0n ? Number(ms + FIRST_MS) : undefined
}

/** The address of a post on X. */
export function postUrl(author: Handle, id: PostId): string {
  return `https://x.com/${author}/status/${id}`
}
