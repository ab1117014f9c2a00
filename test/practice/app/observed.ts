/** A cell that changed its height after it was first measured: what an extension must never cause. */
export interface HeightChange {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly at: number
}

/** What the page has seen happen to it; tests read it through window.__practice. */
export const heightChanges: HeightChange[] = []
export const received: { keys: string[], posts: { text: string, inReplyTo: string | undefined }[], messages: { to: string, text: string }[] } = { keys: [], posts: [], messages: [] }
export const keyCounts: Record<string, number> = {}
export const layoutShifts: number[] = []

/** Sums up how far the browser saw things jump; only Chromium tells. */
export function watchLayoutShifts(): void {
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) layoutShifts.push((entry as PerformanceEntry & { readonly value: number }).value)
  }).observe({ type: 'layout-shift', buffered: true })
}
