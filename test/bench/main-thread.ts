import type { CDPSession, Page, Protocol } from 'puppeteer-core'

/** What the main thread of a page did in a while, in ms; `busy` is the time its tasks took on the wall clock, all else is processor time. */
export interface MainThread {
  readonly busy: number
  readonly tasks: number
  readonly script: number
  readonly layout: number
  readonly styles: number
}

/** What a page holds: its JavaScript heap, the extension's included, its nodes, those off the page included, and its listeners. */
export interface Kept {
  readonly heapMb: number
  readonly nodes: number
  readonly listeners: number
}

/** A stopwatch for one page's main thread; Chromium only. */
export interface MainThreadWatch {
  /** What happened since the watch began or since the last lap. */
  readonly lap: () => Promise<MainThread>
  /** What is left in memory once everything that nobody holds is gone. */
  readonly kept: () => Promise<Kept>
  /** The page's time origin on the browser's clock, in microseconds. */
  readonly origin: number
  readonly end: () => Promise<void>
}

type Metrics = ReadonlyMap<string, number>

/** Watches in both clocks: on a machine that others use too, processor time tells what a task cost and wall time what it felt like. */
export async function watchMainThread(page: Page): Promise<MainThreadWatch> {
  const wall = await clientOf(page, 'timeTicks')
  const cpu = await clientOf(page, 'threadTicks')
  let before = [await metricsOf(wall), await metricsOf(cpu)] as const
  return {
    origin: (before[0].get('NavigationStart') ?? Number.NaN) * 1e6,
    lap: async () => {
      const now = [await metricsOf(wall), await metricsOf(cpu)] as const
      const since = (clock: 0 | 1, name: string): number => ((now[clock].get(name) ?? 0) - (before[clock].get(name) ?? 0)) * 1000
      const lap = { busy: since(0, 'TaskDuration'), tasks: since(1, 'TaskDuration'), script: since(1, 'ScriptDuration'), layout: since(1, 'LayoutDuration'), styles: since(1, 'RecalcStyleDuration') }
      before = now
      return lap
    },
    kept: async () => {
      await wall.send('HeapProfiler.collectGarbage')
      const now = await metricsOf(wall)
      return { heapMb: (now.get('JSHeapUsedSize') ?? 0) / 2 ** 20, nodes: now.get('Nodes') ?? 0, listeners: now.get('JSEventListeners') ?? 0 }
    },
    end: async () => { for (const client of [wall, cpu]) await client.detach() },
  }
}

async function clientOf(page: Page, timeDomain: Protocol.Performance.EnableRequest['timeDomain']): Promise<CDPSession> {
  const client = await page.createCDPSession()
  await client.send('Performance.enable', { timeDomain })
  return client
}

async function metricsOf(client: CDPSession): Promise<Metrics> {
  const { metrics } = await client.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}
