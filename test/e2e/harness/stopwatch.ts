import type { Page } from 'puppeteer-core'
import type { Probe } from './probe.ts'

/** One frame of the page, by its own performance.now(). */
export interface Frame {
  /** When its animation callbacks ran. */
  readonly at: number
  /** When the page was free again after it was painted. */
  readonly painted: number
}

/** What a badge said, and from which frame on; nothing before the first entry. */
export type SpokenWords = readonly { readonly frame: number; readonly label: string }[]

/** Every frame of a while, and every badge that was on the page in it. */
export interface Watched {
  readonly frames: readonly Frame[]
  readonly badges: readonly SpokenWords[]
}

/** Watches the badges of a page frame by frame from the probe's own world; gives what ends it. */
export async function watchBadges(probe: Probe, page: Page): Promise<() => Promise<Watched>> {
  await probe.ask(page, 'start watch')
  return () => probe.ask<Watched>(page, 'stop watch')
}
