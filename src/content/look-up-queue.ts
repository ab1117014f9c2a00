import { Orphaned } from '../contract/ask'
import { makeLine } from '../contract/line'
import type { Sighting } from '../domain/card'
import { type Handle, keyOf, type XId } from '../domain/handle'
import type { LookUpAnswer } from '../features/people/people-messages'
import { MOST_SIGHTINGS } from '../features/people/subject-shape'

/** Gathers who is to be asked about. */
export interface LookUpQueue {
  /** Asks at once, or, where the frame before asked already, in the next one. */
  add(sightings: Iterable<Sighting>, xIds: Iterable<XId>): void
  /** Asks although a question about them is under way: its answer may be older than what changed. */
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
/** Ms between two questions: one frame passes when posts come in every frame, as in a fast scroll. A question costs the page more than reading a post. */
const PAUSE = 30

/** One question in two frames at the most, for the whole page; what is under way is not asked again. */
export function makeLookUpQueue(window: Window, ends: LookUpEnds, signal: AbortSignal): LookUpQueue {
  const askByLine = makeLine()
  const waiting = new Map<string, Sighting>()
  const waitingIds = new Set<XId>()
  const underWay = new Set<string>()
  /** The time of the frame that was asked in last: the same all through a frame. */
  let askedAt = -PAUSE
  let isPut = false
  let told: Handle | undefined

  function flush(always = false): void {
    if (signal.aborted || isPut || (!always && waiting.size + waitingIds.size === 0)) return
    const frame = Number(window.document.timeline.currentTime)
    if (frame < askedAt + PAUSE) return putOff()
    askedAt = frame
    void question()
    if (waiting.size + waitingIds.size > 0) putOff()
  }

  /** Until the next frame. */
  function putOff(): void {
    isPut = true
    window.requestAnimationFrame(() => {
      isPut = false
      flush()
    })
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
    for (const sighting of sightings) if (!underWay.has(nameOf(sighting))) waiting.set(nameOf(sighting), sighting)
    for (const id of xIds) waitingIds.add(id)
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
