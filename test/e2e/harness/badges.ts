import type { Page } from 'puppeteer-core'
import type { Probe } from './probe.ts'

/** A place on the page in CSS pixels, relative to the viewport. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One badge as it stands in its closed root. */
export interface Badge {
  /** Its place among all hosts, in document order. */
  readonly index: number
  /** The accessible name of the one role=img inside; empty while nothing is painted. */
  readonly label: string
  /** The handle that the name begins with, without its @. */
  readonly handle: string
  /** The visible words: every non-empty data-w inside, in order. */
  readonly words: readonly string[]
  /** Text nodes inside, which must be empty. */
  readonly text: string
  readonly markup: string
  readonly rect: Place
}

/** An element inside any closed root of the page. */
export interface ClosedElement {
  readonly tag: string
  readonly label: string
  readonly words: readonly string[]
  readonly text: string
  readonly source: string
  readonly rect: Place
}

/** Clicks the middle of a place, as a person does. */
export async function clickPlace(page: Page, { x, y, width, height }: Place): Promise<void> {
  await page.mouse.click(x + width / 2, y + height / 2)
}

/** Scrolls the first badge of a handle into view and clicks it. */
export async function clickBadge(probe: Probe, page: Page, handle: string): Promise<void> {
  const wanted = handle.replace(/^@/, '').toLowerCase()
  const find = async (): Promise<Badge> => {
    const all = await probe.ask<Badge[]>(page, 'badges')
    const found = all.find((badge) => badge.handle.toLowerCase() === wanted)
    if (found === undefined) throw new Error(`No badge of @${wanted} among: ${all.map((badge) => badge.handle).join(', ') || 'none'}.`)
    return found
  }
  await probe.ask(page, 'reveal', (await find()).index)
  await clickPlace(page, (await find()).rect)
}
