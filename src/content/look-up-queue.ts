import { Orphaned } from '../contract/ask'
import { makeLine } from '../contract/line'
import type { Sighting } from '../domain/card'
import { type Handle, keyOf, type XId } from '../domain/handle'
import type { LookUpAnswer } from '../features/people/people-messages'
import { MOST_SIGHTINGS } from '../features/people/subject-shape'

/** Gathers who is to be asked about. */
export interface LookUpQueue {
  /** Asks at once, or, where a frame just before asked already, a little later. */
  add(sightings: Iterable<Sighting>, xIds: Iterable<XId>): void
  /** The same although a question about them is under way: its answer may be older than what changed. */
  again(sightings: Iterable<Sighting>): void
  /** Asks for the settings alone. */
  greet(): void
}

/** What the queue tells. */
export interface LookUpEnds {
  readonly viewer: () => Handle | undefined
  answered(asked: readonly Sighting[], answer: LookUpAnswer): void
  orphaned(): void
}

const RETRY = 2_000
/** Ms between two questions: a question costs the page more than reading a post. */
const PAUSE = 30
/** The same while the page is flung through and nobody reads. */
const FLUNG_PAUSE = 200
/** So many times somebody new came, within so many ms: no reader is as fast. */
const FLUNG_TIMES = 5
const FLUNG_WITHIN = 350

/** One question in two frames at the most, for the whole page, and fewer while it is flung through; what is under way is not asked again. */
export function makeLookUpQueue(window: Window, ends: LookUpEnds, signal: AbortSignal): LookUpQueue {
  const askByLine = makeLine()
  const waiting = new Map<string, Sighting>()
  const waitingIds = new Set<XId>()
  const underWay = new Set<string>()
  /** The time of the frame that was asked in last: the same all through a frame. */
  let askedAt = -FLUNG_PAUSE
  /** The times of the frames in which somebody new came, the last one first. */
  let cameAt: readonly number[] = []
  let isPut = false
  let told: Handle | undefined

  function flush(always = false): void {
    if (signal.aborted || isPut || (!always && waiting.size + waitingIds.size === 0)) return
    const frame = frameTime()
    const isFlung = cameAt.length === FLUNG_TIMES && frame - cameAt.at(-1)! < FLUNG_WITHIN
    const early = askedAt + (isFlung ? FLUNG_PAUSE : PAUSE) - frame
    if (early > 0) return putOff(early)
    askedAt = frame
    void question()
    if (waiting.size + waitingIds.size > 0) putOff(PAUSE)
  }

  /** Until the next frame, or the first one after so many ms: a page that nobody sees has none, and asks nothing. */
  function putOff(ms: number): void {
    isPut = true
    const inFrame = (): number => window.requestAnimationFrame(goOn)
    if (ms > PAUSE) window.setTimeout(inFrame, ms)
    else inFrame()
  }

  function goOn(): void {
    isPut = false
    flush()
  }

  function frameTime(): number {
    return Number(window.document.timeline.currentTime)
  }

  async function question(): Promise<void> {
    const batch = [...waiting].slice(0, MOST_SIGHTINGS)
    const xIds = [...waitingIds].slice(0, MOST_SIGHTINGS)
    for (const [name] of batch) {
      waiting.delete(name)
      underWay.add(name)
    }
    for (const id of xIds) waitingIds.delete(id)
    const sightings = batch.map(([, sighting]) => sighting)
    try {
      ends.answered(sightings, await askByLine('people/look-up', { sightings, xIds, viewer: newViewer() }))
    } catch (error) {
      if (error instanceof Orphaned) return ends.orphaned()
      window.setTimeout(() => add(sightings, xIds), RETRY)
    } finally {
      for (const [name] of batch) underWay.delete(name)
    }
  }

  /** The account logged in, when it is another than was told before. */
  function newViewer(): Handle | undefined {
    const viewer = ends.viewer()
    if (viewer === told) return undefined
    told = viewer
    return viewer
  }

  function add(sightings: Iterable<Sighting>, xIds: Iterable<XId>): void {
    const before = waiting.size
    for (const sighting of sightings) if (!underWay.has(nameOf(sighting))) waiting.set(nameOf(sighting), sighting)
    for (const id of xIds) waitingIds.add(id)
    const frame = frameTime()
    if (waiting.size > before && frame !== cameAt[0]) cameAt = [frame, ...cameAt].slice(0, FLUNG_TIMES)
    flush()
  }

  function again(sightings: Iterable<Sighting>): void {
    for (const sighting of sightings) waiting.set(nameOf(sighting), sighting)
    flush()
  }

  return { add, again, greet: () => flush(true) }
}

function nameOf({ handle, xId }: Sighting): string {
  return `${keyOf(handle)} ${xId ?? ''}`
}
