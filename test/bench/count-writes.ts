import { BARE_PAGE } from '../e2e/harness/background.ts'
import type { Session } from '../e2e/harness/session.ts'

/** Transactions that may write: how many there were, and how many of them wait for the disk. */
export interface Writes {
  readonly count: number
  readonly strict: number
}

/** A count that goes on until its end, or until the background is stopped. */
export interface WriteCount {
  readonly soFar: () => Promise<Writes>
  readonly end: () => Promise<void>
}

type Home = typeof globalThis & { regularsWrites?: { count: number; strict: number } }

/** Counts in the background itself every transaction that may write, from now on. */
export async function countWrites(session: Session): Promise<WriteCount> {
  // Firefox forgets what a page put into the background once that page is closed.
  const page = session.kind === 'firefox' ? await session.openExtensionPage(BARE_PAGE) : undefined
  const run = <Value>(job: () => Value): Promise<Awaited<Value>> => (page ? page.evaluate(job) : session.evaluateInBackground(job))
  await run(async () => {
    const home = (typeof document === 'undefined' ? globalThis : await chrome.runtime.getBackgroundPage()) as Home
    const { prototype } = home.IDBDatabase
    const open = prototype.transaction
    const counter = { count: 0, strict: 0 }
    home.regularsWrites = counter
    prototype.transaction = function transaction(stores, mode, options) {
      if (mode === 'readwrite') counter.count += 1
      if (mode === 'readwrite' && options?.durability === 'strict') counter.strict += 1
      return open.call(this, stores, mode, options)
    }
  })
  return {
    soFar: async () => {
      const counted = await run(async () => {
        const home = (typeof document === 'undefined' ? globalThis : await chrome.runtime.getBackgroundPage()) as Home
        return home.regularsWrites
      })
      if (counted === undefined) throw new Error('The background was stopped while its writes were counted.')
      return counted
    },
    end: async () => { await page?.close() },
  }
}
