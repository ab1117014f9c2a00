import type { ConcerningPost } from './concern'
import type { Handle, XId } from './handle'

/**
 * Where account facts come from, the surest first: X's interface, X's own state, the profile's JSON-LD, or the numbers that a hover card or a
 * profile shows, which X rounds from ten thousand on. All but the first are claims by the page.
 */
export const FACTS_SOURCES = ['interface', 'state', 'profile', 'shown'] as const
export type FactsSource = (typeof FACTS_SOURCES)[number]

/** The facts that have a place and a moment of their own. */
export const FACT_NAMES = ['followers', 'following', 'listed', 'posts', 'createdAt'] as const
export type FactName = (typeof FACT_NAMES)[number]

/** Where one fact comes from, and when it was seen (ms since 1970). */
export interface Origin {
  readonly source: FactsSource
  readonly seenAt: number
}

/** Reposts and likes on an account's own posts as far as they passed by, each post once, answers to others left out. */
export interface Reactions {
  readonly posts: number
  readonly reposts: number
  readonly likes: number
  /** When the last of them was seen, ms since 1970. */
  readonly seenAt: number
}

/** Whether X says who somebody is (a business or a government), that they pay, or neither. */
export const VERIFIED = ['identified', 'paid', 'no'] as const
export type Verified = (typeof VERIFIED)[number]

/** That X has an account no more, or keeps it from everybody. */
export const GONE = ['suspended', 'unknown'] as const
export type Gone = (typeof GONE)[number]

/** What is known of an account's size, with where from and when (ms since 1970). */
export interface Facts extends Origin {
  readonly handle: Handle
  readonly xId: XId | undefined
  readonly name: string | undefined
  readonly followers: number | undefined
  readonly following: number | undefined
  readonly listed: number | undefined
  readonly posts: number | undefined
  /** When the account was made, ms since 1970. */
  readonly createdAt: number | undefined
  readonly verified?: Verified | undefined
  /** Only followers may read their posts. Known in the tab alone, kept nowhere; undefined until X's state was asked in this tab. */
  readonly isProtected?: boolean | undefined
  /** X's interface had nobody by this name or id when it was last asked. */
  readonly gone?: Gone | undefined
  /** The language of the last own post that passed, as X names it. */
  readonly lang?: string | undefined
  /** Where those facts come from for which `source` and `seenAt` do not speak. */
  readonly origins?: Readonly<Partial<Record<FactName, Origin>>> | undefined
  readonly reactions?: Reactions | undefined
  /** Own posts that concern us without addressing us, newest first: noted of people we hold alone. */
  readonly concerns?: readonly ConcerningPost[] | undefined
}

const LARGEST_COUNT = 1e10
const LONGEST_NAME = 100

/** A count out of anything: a whole number from 0 to ten thousand million, else undefined. */
export function toCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT ? value : undefined
}

/** A moment out of X's date texts ("Sat Nov 18 19:16:56 +0000 2017" or ISO), ms since 1970. */
export function toMoment(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined
  const moment = Date.parse(value)
  return Number.isFinite(moment) && moment > 0 ? moment : undefined
}

/** A display name out of anything: one line, bounded, without control or direction-changing characters. */
export function toName(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const name = value
    .slice(0, LONGEST_NAME * 4)
    .replace(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]+/gu, ' ')
    .trim()
  return name === '' ? undefined : [...name].slice(0, LONGEST_NAME).join('')
}
