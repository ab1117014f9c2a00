import type { Time } from './time'

/** How fast a server may be asked: so many at once, and so many a second in the long run. */
export interface PaceRule {
  readonly burst: number
  readonly perSecond: number
}

/** What is left of the burst, as of a moment (ms): plain data, so that it can be kept while the worker sleeps. Below 0 are turns already promised. */
export interface Bucket {
  readonly left: number
  readonly at: number
}

/** A turn: the bucket after it, and how long (ms) to wait for it. */
export interface Turn {
  readonly bucket: Bucket
  readonly wait: number
}

/** Takes the next turn. A bucket that is not there yet is full; a clock that was put back costs nothing and gives nothing. */
export function takeTurn(bucket: Bucket | undefined, { burst, perSecond }: PaceRule, now: number): Turn {
  const left = bucket ? Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) * perSecond) / 1000) : burst
  const after = { left: left - 1, at: now }
  return { bucket: after, wait: after.left >= 0 ? 0 : Math.ceil((-after.left * 1000) / perSecond) }
}

/** Gives turns at a pace, first come, first served: each call resolves when it may ask. */
export function makePace(rule: PaceRule, time: Time): (signal?: AbortSignal) => Promise<void> {
  let bucket: Bucket | undefined
  return async (signal) => {
    const turn = takeTurn(bucket, rule, time.now())
    bucket = turn.bucket
    if (turn.wait > 0) await time.wait(turn.wait, signal)
  }
}
