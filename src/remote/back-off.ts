import type { Time } from './time'
import { Told } from '../domain/told'

/** An answer of a server that means: not now. */
export interface Refusal {
  /** The HTTP status; undefined where no answer came at all. */
  readonly status?: number | undefined
  /** The moment (ms since 1970) before which it is useless to ask again, where the server said so. */
  readonly notBefore?: number | undefined
}

/** Waits double from the first to the longest (ms); after so many tries it is given up. Longer than `patience` nobody waits awake: the worker would be stopped meanwhile. */
export interface BackOffRule {
  readonly first: number
  readonly longest: number
  readonly tries: number
  readonly patience: number
}

/** For a worker that is stopped after 30 idle seconds. */
export const BACK_OFF: BackOffRule = { first: 1000, longest: 15 * 60_000, tries: 5, patience: 20_000 }

/** A call that is to be made again at a later moment (ms since 1970): whoever made it notes that, and an alarm wakes it. */
export class Later extends Told {
  constructor(
    readonly until: number,
    cause?: unknown,
  ) {
    super('toldLater')
    this.cause = cause
    this.name = 'Later'
  }
}

/** True for what may go well another time: no answer, too many calls, or a server in trouble. */
export function isPassing({ status }: Refusal): boolean {
  return status === undefined || status === 408 || status === 425 || status === 429 || status >= 500
}

/**
 * How long (ms) to wait after the n-th try (from 1) was refused. What the server says counts, and a little chance on top so that not everybody comes
 * back at once; otherwise anything between half the doubled wait and all of it. `chance` is from 0 up to 1.
 */
export function waitAfter(refusal: Refusal, nth: number, { first, longest }: BackOffRule, now: number, chance: number): number {
  const doubled = Math.min(longest, first * 2 ** (nth - 1))
  const own = Math.round(doubled * (0.5 + chance / 2))
  return refusal.notBefore === undefined ? own : Math.max(0, refusal.notBefore - now) + Math.round((chance * first) / 2)
}

/** The moment that a Retry-After header means: seconds or a date; undefined where it says nothing sound. */
export function retryAfter(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return now + Number(text) * 1000
  const date = /[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(now, date)
}

/** The moment that a rate limit's reset header (seconds since 1970 by the server's clock) means by ours, which may go wrong: the server's Date header tells by how much. */
export function resetAt(reset: string | null | undefined, date: string | null | undefined, now: number): number | undefined {
  if (!/^\d{9,11}$/.test(reset?.trim() ?? '')) return undefined
  const theirs = Date.parse(date ?? '')
  return Number(reset) * 1000 + (Number.isNaN(theirs) ? 0 : now - theirs)
}

/** What a try needs around it. */
export interface Trying {
  readonly time: Time
  readonly chance: () => number
  /** The refusal that an error means; undefined for one that no second try mends. */
  readonly refusalOf: (error: unknown) => Refusal | undefined
  readonly rule?: BackOffRule
  readonly signal?: AbortSignal | undefined
}

/** Makes a call, and again after passing refusals; throws `Later` where the wait is longer than a worker lives, and the last error where tries are used up. */
export async function persevere<Answer>(call: () => Promise<Answer>, { time, chance, refusalOf, rule = BACK_OFF, signal }: Trying): Promise<Answer> {
  for (let nth = 1; ; nth += 1) {
    try {
      return await call()
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal || !isPassing(refusal) || signal?.aborted) throw error
      const wait = waitAfter(refusal, nth, rule, time.now(), chance())
      if (wait > rule.patience) throw new Later(time.now() + wait, error)
      if (nth >= rule.tries) throw error
      await time.wait(wait, signal)
    }
  }
}
