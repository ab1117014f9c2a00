/** The clock and the waiting of whoever speaks to a server: given, so that tests need no seconds. */
export interface Time {
  /** ms since 1970. */
  readonly now: () => number
  /** Resolves after so many ms; rejects with the signal's reason when that comes first. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** The time of the machine. */
export const machineTime: Time = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(reasonOf(signal))
      const timer = setTimeout(done, ms)
      const stop = (): void => {
        clearTimeout(timer)
        if (signal) reject(reasonOf(signal))
      }
      function done(): void {
        signal?.removeEventListener('abort', stop)
        resolve()
      }
      signal?.addEventListener('abort', stop, { once: true })
    }),
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error('It was called off.')
}
