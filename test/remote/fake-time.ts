import type { Time } from '../../src/remote/time'

/** A clock that stands still until somebody waits; what was waited is kept. */
export function fakeTime(start = 1_700_000_000_000): Time & { readonly waits: number[]; pass(ms: number): void } {
  let now = start
  const waits: number[] = []
  return {
    waits,
    now: () => now,
    pass: (ms) => void (now += ms),
    wait: (ms, signal) => {
      signal?.throwIfAborted()
      waits.push(ms)
      now += ms
      return Promise.resolve()
    },
  }
}
