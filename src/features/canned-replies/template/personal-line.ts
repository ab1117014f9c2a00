import type { Filled } from './fill-template'

/** A filled reply with the writer's own words in it: at its first cursor stop, or at its end where it has none; a signature stays behind them. */
export function withPersonalLine(filled: Filled, line: string, signature = ''): Filled {
  const isSigned = signature !== '' && filled.text.endsWith(` ${signature}`)
  const last = filled.text.length - (isSigned ? signature.length + 1 : 0)
  const stop = filled.stops.find(({ number }) => number > 0) ?? { at: last, end: last }
  const before = filled.text.slice(0, stop.at)
  const words = before !== '' && !/\s$/.test(before) ? ` ${line.trim()}` : line.trim()
  const grown = words.length - (stop.end - stop.at)
  const moved = <Place extends { readonly at: number; readonly end: number }>(place: Place): Place => (place.at >= stop.end ? { ...place, at: place.at + grown, end: place.end + grown } : place)
  const stops = filled.stops.map((one) => (one === stop ? { ...one, at: stop.at + words.length, end: stop.at + words.length } : moved(one)))
  return { ...filled, text: before + words + filled.text.slice(stop.end), stops, literals: filled.literals.map(moved) }
}
