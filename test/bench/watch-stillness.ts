import type { Page } from 'puppeteer-core'

/** What was compared, and what did not stay where it was. */
export interface Stillness {
  readonly compared: number
  readonly moved: readonly string[]
  readonly heightChanges: number
  /** What the browser saw jump among X's elements, and inside our own badges; Chromium alone tells. */
  readonly shiftsOfX: number
  readonly shiftsOfBadges: number
}

/** A layout shift names what moved, but for what stands in a closed root. */
interface Shift extends PerformanceEntry {
  readonly sources: readonly { readonly node: Node | null }[]
}

/** Puts in posts and compares the place of every element in every post before and after the background's answer. */
export function watchStillness(page: Page, indices: readonly number[]): Promise<Stillness> {
  return page.evaluate(async (indices) => {
    const { heightChanges } = window.__practice
    const heightsBefore = heightChanges.length
    const shifts: Shift[] = []
    const canTell = PerformanceObserver.supportedEntryTypes.includes('layout-shift')
    if (canTell) new PerformanceObserver((list) => { shifts.push(...list.getEntries() as Shift[]) }).observe({ type: 'layout-shift' })
    const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })
    const measure = (): Map<Element, string> => new Map(Array.from(document.querySelectorAll('article, article *'), (element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [element, [x, y, width, height].join(' ')]
    }))
    const moved: string[] = []
    let compared = 0
    for (const index of indices) {
      await pause(60)
      window.__practice.insertPost(index)
      // The observer of the content script runs in this very turn, ahead of us: the badge is there and no answer can be.
      await Promise.resolve()
      const early = measure()
      await pause(180)
      const late = measure()
      compared += early.size
      for (const [element, place] of early) if (late.get(element) !== place) moved.push(`${element.outerHTML.slice(0, 80)}: ${place} became ${late.get(element)}`)
    }
    const ofX = shifts.filter(({ sources }) => sources.some(({ node }) => node !== null))
    return { compared, moved, heightChanges: heightChanges.length - heightsBefore, shiftsOfX: ofX.length, shiftsOfBadges: shifts.length - ofX.length }
  }, indices)
}
