/** The calls we make of X, each by the name under which it is paid for. */
export type Endpoint = 'me' | 'users' | 'mentions' | 'own posts' | 'search' | 'posts'

/** What one thing that a call brings costs, in millionths of a dollar. X bills by use and may change its prices: the user corrects them. */
export type Prices = Readonly<Record<Endpoint, number>>

/** X's prices as known in 2026. Where it is not said whether the lower one for one's own applies, the higher one stands. */
export const PRICES: Prices = { me: 10_000, users: 10_000, mentions: 1_000, 'own posts': 5_000, search: 5_000, posts: 5_000 }

/** All endpoints. */
export const ENDPOINTS = Object.keys(PRICES) as readonly Endpoint[]

/** Millionths of a dollar in a dollar. */
export const DOLLAR = 1_000_000

/** What may be spent: so much a month and not a bit more; from a share of it on, everything that is not urgent slows down. In millionths of a dollar. */
export interface Caps {
  readonly month: number
  readonly slowFrom: number
}

const LARGEST = 100_000 * DOLLAR

/** Prices out of anything: what is none is left as known. */
export function toPrices(value: unknown): Prices {
  const held = Object(value) as Readonly<Record<string, unknown>>
  // Every endpoint is in the list, so every price is there.
  return Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint, toMoney(held[endpoint]) ?? PRICES[endpoint]])) as Prices
}

/** An amount out of anything, in millionths of a dollar; undefined where it is none. */
export function toMoney(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST ? Number(value) : undefined
}

/** Caps out of anything. */
export function toCaps(value: unknown): Caps {
  const { month, slowFrom } = Object(value) as Readonly<Record<string, unknown>>
  return { month: toMoney(month) ?? 10 * DOLLAR, slowFrom: toMoney(slowFrom) ?? 7 * DOLLAR }
}
