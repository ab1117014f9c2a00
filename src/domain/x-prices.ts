/** The calls we make of X, each by the name under which it is paid for. */
export const ENDPOINTS = ['me', 'users', 'mentions', 'own posts', 'search', 'posts'] as const
export type Endpoint = (typeof ENDPOINTS)[number]

/** What one thing that a call brings costs, in millionths of a dollar. X bills by use and may change its prices: the user corrects them. */
export type Prices = Readonly<Record<Endpoint, number>>

/** X's prices as known in 2026. Where it is not said whether the lower one for one's own applies, the higher one stands. */
export const PRICES: Prices = { me: 10_000, users: 10_000, mentions: 1_000, 'own posts': 5_000, search: 5_000, posts: 5_000 }

/** Millionths of a dollar in a dollar. */
export const DOLLAR = 1_000_000

/** What may be spent: so much a month and not a bit more; from a share of it on, everything that is not urgent slows down. In millionths of a dollar. */
export interface Caps {
  readonly month: number
  readonly slowFrom: number
}

const DEAREST = 100 * DOLLAR

/** Prices out of anything: what is none is left as known. */
export function toPrices(value: unknown): Prices {
  const held = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>
  const [me, users, mentions, own, search, posts] = ENDPOINTS.map((endpoint) => toMoney(held[endpoint], DEAREST) ?? PRICES[endpoint]) as [number, number, number, number, number, number]
  return { me, users, mentions, 'own posts': own, search, posts }
}

/** An amount out of anything, in millionths of a dollar; undefined where it is none. */
export function toMoney(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : undefined
}
