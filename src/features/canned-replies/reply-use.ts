import type { PersonId } from '../../domain/change'
import { fieldsOf } from '../../domain/fields-of'
import { type PostId, toPostId } from '../../domain/handle'
import type { ReplyId } from './reply'

/** Our own random id of one use. */
export type UseId = string & { readonly brand: 'use id' }

/** What came of a reply, as the user or a later post says. */
export const OUTCOMES = ['thanked', 'solved', 'asked again', 'angry', 'frightened'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What a composer writes. */
export const SURFACES = ['post', 'reply', 'quote', 'dm'] as const
export type Surface = (typeof SURFACES)[number]

/** That a canned reply was inserted once. Told again with the same id, it is the same use with more known about it. */
export interface ReplyUse {
  readonly id: UseId
  readonly reply: ReplyId
  /** Which of the ways to say it: 0 is the body, then the variants; of `lang` where that is another. */
  readonly variant: number
  /** Which choice each alternation took, in their order. */
  readonly picks: readonly number[]
  /** The language it was filled in; empty for none. */
  readonly lang: string
  /** Only somebody we keep anyway: a stranger leaves no trace. */
  readonly person?: PersonId | undefined
  /** The post that is answered, and the first post of its conversation where the page shows it. */
  readonly post?: PostId | undefined
  readonly thread?: PostId | undefined
  /** ms since 1970 */
  readonly at: number
  readonly surface: Surface
  /** Weighted, of the words as inserted. */
  readonly length: number
  /** How much of it was changed before it was sent, 0 to 1; absent until it was sent. */
  readonly editShare?: number | undefined
  readonly undone: boolean
  readonly outcome?: Outcome | undefined
}

const ID = /^[0-9a-zA-Z-]{1,64}$/
const MOST_PICKS = 50

/** A use out of a message or a file; throws a sentence where it is none. */
export function toReplyUse(value: unknown): ReplyUse {
  const { id, reply, variant, picks, lang, person, post, thread, at, surface, length, editShare, undone, outcome } = fieldsOf(value)
  const place = SURFACES.find((name) => name === surface)
  const isSound = isId(id) && isId(reply) && isCount(variant) && isCount(at) && isCount(length) && place !== undefined
  if (!isSound) throw new Error('That is no use of a canned reply.')
  return {
    id: id as UseId,
    reply: reply as ReplyId,
    variant,
    picks: Array.isArray(picks) ? picks.slice(0, MOST_PICKS).filter(isCount) : [],
    lang: typeof lang === 'string' ? lang.slice(0, 35) : '',
    ...(isId(person) && { person: person as PersonId }),
    ...(toPostId(post) && { post: toPostId(post) }),
    ...(toPostId(thread) && { thread: toPostId(thread) }),
    at,
    surface: place,
    length,
    ...(typeof editShare === 'number' && editShare >= 0 && editShare <= 1 && { editShare }),
    undone: undone === true,
    ...(OUTCOMES.includes(outcome as Outcome) && { outcome: outcome as Outcome }),
  }
}

/** A use that tells nothing about whom it was for. */
export function withoutPerson({ person: _person, post: _post, thread: _thread, ...rest }: ReplyUse): ReplyUse {
  return rest
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
