import type { PersonId } from '../../../domain/change'
import type { PostId } from '../../../domain/handle'
import type { Reply } from '../reply'
import type { ReplyUse } from '../reply-use'
import { pickVariant } from './pick-variant'

/** For whom and in which language a reply is picked. */
export interface PickContext {
  /** Wishes, the best first: what the customer prefers, then the language of their post. */
  readonly languages: readonly string[]
  /** Earlier uses, of this reply or of any. */
  readonly uses: readonly ReplyUse[]
  readonly person?: PersonId | undefined
  readonly thread?: PostId | undefined
  readonly seed: number
}

/** The body to fill. */
export interface PickedBody {
  readonly body: string
  readonly lang: string
  readonly variant: number
  /** Every way to say it was used with this person or in this thread: the user should know. */
  readonly allUsed: boolean
}

/** The body of a reply for somebody: in their language where there is one, and in words that they have not had before. */
export function pickBody(reply: Reply, { languages, uses, person, thread, seed }: PickContext): PickedBody {
  const { lang, bodies } = bodiesFor(reply, languages)
  const past = uses
    .filter((use) => use.reply === reply.id && use.lang === lang && !use.undone)
    .sort((one, other) => one.at - other.at)
    .map((use) => ({ index: use.variant, here: isHere(use, person, thread) }))
  const { index, allUsed } = pickVariant(bodies.length, past, seed)
  return { body: bodies[index] ?? reply.body, lang, variant: index, allUsed }
}

/** The ways to say a reply in the best language that it has: `pt-BR`, then `pt`, then the next wish, then its own. */
export function bodiesFor(reply: Reply, languages: readonly string[]): { readonly lang: string; readonly bodies: readonly string[] } {
  const own = { lang: reply.lang, bodies: [reply.body, ...reply.variants] }
  const known = new Map(Object.entries(reply.langs).map(([lang, bodies]) => [lang.toLowerCase(), { lang, bodies }]))
  if (reply.lang !== '') known.set(reply.lang.toLowerCase(), own)
  for (const tag of languages.flatMap(fallbacksOf)) {
    const found = known.get(tag)
    if (found) return found
  }
  return own
}

/** A tag and what it falls back to by RFC 4647, folded: `zh-hant-tw`, `zh-hant`, `zh`. */
export function fallbacksOf(tag: string): readonly string[] {
  const pieces = tag.toLowerCase().replaceAll('_', '-').split('-')
  return pieces.map((_piece, index) => pieces.slice(0, pieces.length - index)).filter((rest) => rest.at(-1)?.length !== 1).map((rest) => rest.join('-'))
}

/** Every earlier use's alternation picks, for `fillTemplate`, the newest last. */
export function pastPicksOf(reply: Reply, { lang, variant }: PickedBody, { uses, person, thread }: PickContext): readonly { readonly picks: readonly number[]; readonly here: boolean }[] {
  const same = uses.filter((use) => use.reply === reply.id && use.lang === lang && use.variant === variant && !use.undone)
  return same.sort((one, other) => one.at - other.at).map((use) => ({ picks: use.picks, here: isHere(use, person, thread) }))
}

function isHere(use: ReplyUse, person: PersonId | undefined, thread: PostId | undefined): boolean {
  return (person !== undefined && use.person === person) || (thread !== undefined && use.thread === thread)
}
