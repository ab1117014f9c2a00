import type { Direction, PostAddress, Provenance } from '../../domain/contact'
import { type Handle, type HandleKey, keyOf } from '../../domain/handle'

/** Who we are: the accounts we answer for, and the one that is logged in. */
export interface Us {
  readonly brands: ReadonlySet<HandleKey>
  readonly viewer?: HandleKey | undefined
}

/** What a post is to us. */
export interface Contact {
  readonly other: Handle
  readonly direction: Direction
  readonly provenance: Provenance
}

/** Who we are, out of settings and page. */
export function usOf(brandAccounts: readonly Handle[], viewer: Handle | undefined): Us {
  return { brands: new Set(brandAccounts.map(keyOf)), viewer: viewer && keyOf(viewer) }
}

/**
 * The contact that a post is; undefined for everything that is none: what concerns nobody of ours, what we say among ourselves,
 * what somebody only passes on or paid for. Where in doubt it is none: a click counts it by hand.
 */
export function contactOf(post: PostAddress, us: Us): Contact | undefined {
  if (post.promoted || post.reposted || post.quotes) return undefined
  return isOurs(post.author, us) ? contactByUs(post, us) : contactByThem(post, us)
}

/** The same post without anybody whom the contact does not need: strangers whom it names as well leave no trace. */
export function withoutOthers(post: PostAddress, { other, provenance }: Contact, us: Us): PostAddress {
  const concerned = (handle: Handle): boolean => isOurs(handle, us) || keyOf(handle) === keyOf(other)
  return {
    ...post,
    mentions: post.mentions.filter(concerned),
    leading: post.mentions.slice(0, post.leading).filter(concerned).length,
    under: provenance === 'guess' ? post.under : undefined,
  }
}

function contactByThem({ author, mentions, under }: PostAddress, { brands }: Us): Contact | undefined {
  if (mentions.some((handle) => brands.has(keyOf(handle)))) return { other: author, direction: 'theirs', provenance: 'addressed us' }
  return under && brands.has(keyOf(under)) ? { other: author, direction: 'theirs', provenance: 'guess' } : undefined
}

/** Naming somebody in the middle of a sentence is not writing to them: only names that begin the words are addressed. */
function contactByUs({ author, mentions, leading, under, answers }: PostAddress, us: Us): Contact | undefined {
  if (answers) return isOurs(answers, us) ? undefined : { other: answers, direction: 'ours', provenance: 'sent here' }
  // What the viewer says elsewhere, on an account that is no brand's, is their own business.
  if (!us.brands.has(keyOf(author))) return undefined
  const addressed = mentions.slice(0, leading).find((handle) => !isOurs(handle, us))
  if (addressed) return { other: addressed, direction: 'ours', provenance: 'addressed by us' }
  return under && !isOurs(under, us) ? { other: under, direction: 'ours', provenance: 'guess' } : undefined
}

/** Whether an account is one of ours. */
export function isOurs(handle: Handle, { brands, viewer }: Us): boolean {
  const key = keyOf(handle)
  return key === viewer || brands.has(key)
}
