import type { CursorStop } from './picker-talk'

/** A walk through the places that a reply leaves to fill in, in text that grows on the way. */
export interface CursorWalk {
  readonly stops: readonly CursorStop[]
  readonly at: number
  /** The length of the whole text when the caret came to this stop. */
  readonly length: number
}

/** Begins at the first stop; `offset` is where the words begin in the editor. */
export function beginWalk(stops: readonly CursorStop[], offset: number, length: number): CursorWalk | undefined {
  return stops.length > 0 ? { stops: stops.map(({ at, end }) => ({ at: at + offset, end: end + offset })), at: 0, length } : undefined
}

/** The stop that the caret stands at. */
export function stopOf({ stops, at }: CursorWalk): CursorStop {
  return stops[at]!
}

/** One stop on or back, in a text that is now so long: what was typed at the old stop moves those behind it. Undefined behind the last and before the first. */
export function walkOn(walk: CursorWalk, step: 1 | -1, length: number): CursorWalk | undefined {
  const grown = length - walk.length
  const here = stopOf(walk)
  const stops = walk.stops.map((stop, index) => {
    if (index === walk.at) return { at: stop.at, end: Math.max(stop.at, stop.end + grown) }
    return stop.at >= here.end ? { at: stop.at + grown, end: stop.end + grown } : stop
  })
  const at = walk.at + step
  return stops[at] ? { stops, at, length } : undefined
}
