/** A moment in the hybrid logical clock, as text that sorts: time, counter, origin. It is also a change's name. */
export type Stamp = string & { readonly brand: 'stamp' }

/** A hybrid logical clock: wall time in ms since 1970, a counter within it, and whose clock it is. */
export interface Clock {
  readonly ms: number
  readonly count: number
  readonly origin: string
}

const STAMP = /^[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-z]{1,32}$/
const LAST_COUNT = 36 ** 4 - 1

/** The clock after one more change: it never runs backwards, whatever the wall clock does. */
export function tick(clock: Clock, now: number): Clock {
  if (now > clock.ms) return { ms: Math.floor(now), count: 0, origin: clock.origin }
  if (clock.count < LAST_COUNT) return { ...clock, count: clock.count + 1 }
  return { ...clock, ms: clock.ms + 1, count: 0 }
}

/** How far ahead of the wall clock a foreign stamp may be and still move our clock: a day, in ms. */
export const MOST_SKEW = 86_400_000

/** The clock after seeing somebody else's stamp: what we do next comes after it. A stamp of a clock that is far ahead does not drag ours along. */
export function witness(clock: Clock, stamp: Stamp, now: number): Clock {
  const ms = momentIn(stamp)
  const count = Number.parseInt(stamp.slice(10, 14), 36)
  if (ms > now + MOST_SKEW || ms < clock.ms || (ms === clock.ms && count <= clock.count)) return clock
  return { ms, count, origin: clock.origin }
}

/** When a stamp was made by the clock that made it, ms since 1970. */
export function momentIn(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, 9), 36)
}

/** The clock as a stamp. */
export function stampOf(clock: Clock): Stamp {
  return `${digits(clock.ms, 9)}-${digits(clock.count, 4)}-${clock.origin}` as Stamp
}

/** A stamp out of anything; undefined where it is none. */
export function toStamp(value: unknown): Stamp | undefined {
  return typeof value === 'string' && STAMP.test(value) ? (value as Stamp) : undefined
}

function digits(value: number, width: number): string {
  return value.toString(36).padStart(width, '0')
}
