import type { Page } from 'puppeteer-core'

/** What a page holds now; the figures that only Chromium gives are absent in Firefox. */
export interface PageMetrics {
  readonly elements: number
  readonly heapBytes?: number
  readonly listeners?: number
  readonly nodes?: number
  readonly layouts?: number
  readonly styleRecalculations?: number
}

/** Counts elements in both browsers, and the rest where the browser tells. */
export async function pageMetrics(page: Page, isChromium: boolean): Promise<PageMetrics> {
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  if (!isChromium) return { elements }
  const { JSHeapUsedSize, JSEventListeners, Nodes, LayoutCount, RecalcStyleCount } = await page.metrics()
  return { elements, heapBytes: JSHeapUsedSize, listeners: JSEventListeners, nodes: Nodes, layouts: LayoutCount, styleRecalculations: RecalcStyleCount }
}
