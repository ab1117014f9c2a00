/**
 * The lists of the index: under each term, for each block of places, who has it, and by which rest of the word. A place is a person's number
 * in the index. A list is text, which the browser reads fastest: the number of its block, then each rest of a word with the places of those
 * who have it, a character for each. Those characters are in no word.
 */

/** So many places make a block: a list that grows by one is written anew, and should be short. */
export const BLOCK = 4_096
const DIGITS = 4
/** The first of the private characters of Unicode, which stands for the first place of a block. */
const FIRST = 0xe000

/** Who joins a list or leaves it. */
export interface Listed {
  readonly rest: string
  readonly place: number
  readonly isOn: boolean
}

/** The key of a term's list of the block in which a place is. */
export function listKey(term: string, place: number): string {
  return `${term}\0${Math.floor(place / BLOCK).toString(36).padStart(DIGITS, '0')}`
}

/** The block that a list's key names. */
export function blockIn(key: string): number {
  return Number.parseInt(key.slice(-DIGITS), 36)
}

/** A list after changes; undefined once nobody is on it. */
export function changeList(list: string | undefined, key: string, changes: readonly Listed[]): string | undefined {
  const byRest = new Map(list === undefined ? [] : restsIn(list))
  for (const { rest, place, isOn } of changes) byRest.set(rest, changePlaces(byRest.get(rest) ?? '', String.fromCharCode(FIRST + (place % BLOCK)), isOn))
  // Sorted, the empty rest comes first: anywhere else its places would be those of the rest before it.
  const parts = [...byRest].filter(([, places]) => places !== '').sort(([one], [other]) => (one < other ? -1 : 1))
  return parts.length === 0 ? undefined : String.fromCharCode(blockIn(key)) + parts.map(([rest, places]) => rest + places).join('')
}

/** The last place that may be on a list. */
export function lastPlace(list: string): number {
  return (list.charCodeAt(0) + 1) * BLOCK - 1
}

/** Calls back with each place on a list whose rest of the word begins so. */
export function eachPlace(list: string, rest: string, tell: (place: number) => void): void {
  const first = list.charCodeAt(0) * BLOCK
  for (const [held, places] of restsIn(list)) {
    if (held.startsWith(rest)) for (let at = 0; at < places.length; at += 1) tell(first + places.charCodeAt(at) - FIRST)
  }
}

/** What is listed, rest by rest, each with its places. */
export function* restsIn(list: string): Generator<readonly [rest: string, places: string]> {
  for (let at = 1; at < list.length; ) {
    const from = afterRest(list, at)
    const to = afterPlaces(list, from)
    yield [list.slice(at, from), list.slice(from, to)]
    at = to
  }
}

function afterRest(list: string, from: number): number {
  let at = from
  while (at < list.length && !isPlace(list, at)) at += 1
  return at
}

function afterPlaces(list: string, from: number): number {
  let at = from
  while (at < list.length && isPlace(list, at)) at += 1
  return at
}

function isPlace(list: string, at: number): boolean {
  const code = list.charCodeAt(at) - FIRST
  return code >= 0 && code < BLOCK
}

/** Sorted places with one more or one less. */
function changePlaces(places: string, letter: string, isOn: boolean): string {
  if (isOn && (places === '' || places.charAt(places.length - 1) < letter)) return places + letter
  const at = placeIn(places, letter)
  const end = places[at] === letter ? at + 1 : at
  return places.slice(0, at) + (isOn ? letter : '') + places.slice(end)
}

/** Where a place is among sorted ones, or belongs. */
function placeIn(places: string, letter: string): number {
  let [from, to] = [0, places.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (places.charAt(middle) < letter) from = middle + 1
    else to = middle
  }
  return from
}
