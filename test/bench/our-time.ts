import type { Protocol } from 'puppeteer-core'
import type { ScrolledFrame } from './scroll-timeline.ts'

type Profile = Protocol.Profiler.Profile

/** A while in which our code ran without a break, in microseconds of the browser's own clock. */
export interface Stretch {
  readonly start: number
  readonly length: number
}

/**
 * Where our code was on the stack: every sample with a function of the extension on it or above it, so that what X's code does on our
 * call, and what the browser does for us, is ours. Both of our scripts have the extension's address, whichever world they run in.
 */
export function ourStretches({ nodes, samples = [], timeDeltas = [], startTime }: Profile, extensionUrl: string): readonly Stretch[] {
  const ours = ourNodes(nodes, extensionUrl)
  const stretches: { start: number; length: number }[] = []
  let at = startTime
  let running: { start: number; length: number } | undefined
  samples.forEach((node, index) => {
    at += timeDeltas[index] ?? 0
    // A sample stands for the time until the next one.
    const length = timeDeltas[index + 1] ?? 0
    if (!ours.has(node)) running = undefined
    else if (running) running.length += length
    else stretches.push(running = { start: at, length })
  })
  return stretches
}

function ourNodes(nodes: Profile['nodes'], extensionUrl: string): ReadonlySet<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const ours = new Set<number>()
  const mark = (id: number): void => {
    ours.add(id)
    for (const child of byId.get(id)?.children ?? []) mark(child)
  }
  for (const { id, callFrame } of nodes) if (callFrame.url.startsWith(extensionUrl)) mark(id)
  return ours
}

/** Our milliseconds for each post, in pieces of the scroll with so many posts each; `origin` is the page's time origin on the profile's clock. */
export function msPerPost(stretches: readonly Stretch[], frames: readonly ScrolledFrame[], origin: number, piece: number): readonly number[] {
  const values: number[] = []
  let [from, before] = frames[0] ?? [0, 0]
  for (const [at, posts] of frames) {
    if (posts - before < piece) continue
    const within = stretches.filter(({ start }) => start >= origin + from * 1000 && start < origin + at * 1000)
    values.push(within.reduce((sum, { length }) => sum + length, 0) / 1000 / (posts - before))
    from = at
    before = posts
  }
  return values
}
