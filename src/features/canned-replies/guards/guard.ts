import type { Handle, PostId } from '../../../domain/handle'
import type { Reply } from '../reply'
import type { ReplyUse, Surface } from '../reply-use'
import type { Span } from '../template/template'

/** What a guard can say. */
export const GUARD_CODES = [
  'dm only', 'public only', 'other account', 'other team', 'dm closed', 'sensitive',
  'e-mail', 'phone', 'iban', 'card', 'order number',
  'repeated', 'personal', 'answered', 'no contact',
  'legalese', 'inconvenience', 'capitals', 'tone not checked',
] as const
export type GuardCode = (typeof GUARD_CODES)[number]

/** What speaks against sending words, in one line. `block` wants a change, or that the user says why not; `warn` wants a look; `note` informs. */
export interface Guard {
  readonly code: GuardCode
  readonly severity: 'block' | 'warn' | 'note'
  /** What it is about, for the middle of a sentence: the words at fault, the reason, or who answered. */
  readonly about: string
  /** Where the words at fault stand. */
  readonly places: readonly Span[]
  /** The post that shows it. */
  readonly post?: PostId | undefined
}

/** A post of the conversation, as the page shows it. */
export interface ThreadPost {
  readonly id: PostId
  readonly author: Handle
  readonly text: string
}

/** All that guards look at: the words as they would be sent, where, to whom, and what happened before. */
export interface GuardContext {
  readonly text: string
  readonly surface: Surface
  /** The language of the words as BCP 47; empty where nobody knows it. */
  readonly lang: string
  readonly reply?: Reply | undefined
  /** Which of its ways, for telling whether it is the same text again. */
  readonly variant?: number | undefined
  readonly account?: Handle | undefined
  /** The team that writes; absent where the user said none. */
  readonly team?: string | undefined
  readonly customer?: Handle | undefined
  readonly tags?: readonly string[] | undefined
  /** Whether this customer can be written to directly; absent where nobody knows. */
  readonly dmOpen?: boolean | undefined
  /** What was written at the place that must become personal. */
  readonly personalLine?: string | undefined
  /** Uses with this person and in this thread. */
  readonly uses?: readonly ReplyUse[] | undefined
  readonly thread?: readonly ThreadPost[] | undefined
  /** Our accounts, and those of colleagues. */
  readonly ours?: readonly Handle[] | undefined
  readonly rules?: GuardRules | undefined
}

/** What the team decided; every one is a setting. */
export interface GuardRules {
  /** How the team's order numbers look: `#` is a digit, `@` a letter, everything else itself. */
  readonly orderPatterns: readonly string[]
  /** Our own addresses and numbers, which may stand in public. */
  readonly publicContacts: readonly string[]
  /** A tag that means: do not write to this person. */
  readonly noContactTags: readonly string[]
  /** How often the same words may go unedited to one person or into one thread. */
  readonly mostRepeats: number
}

/** The rules of a team that decided nothing yet. */
export const DEFAULT_RULES: GuardRules = { orderPatterns: [], publicContacts: [], noContactTags: ['no contact'], mostRepeats: 1 }

/** One thing to look at. */
export type GuardRule = (context: GuardContext, rules: GuardRules) => readonly Guard[]
