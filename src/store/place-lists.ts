/**
 * The lists of the index: under each term, for each block of places, who has it. A place is a person's number in the index. A list is text,
 * which the browser reads fastest: the number of its block, then the places within it, sorted, a character each.
 */

/** So many places make a block: a list that grows by one is written anew, and should be short. */
export const BLOCK = 4_096
const DIGITS = 4

/** The key of a term's list of the block in which a place is. */
export function listKey(term: string, place: number): string {
  return `${term}\0${Math.floor(place / BLOCK).toString(36).padStart(DIGITS, '0')}`
}

/** The block that a list's key names. */
export function blockIn(key: string): number {
  return Number.parseInt(key.slice(-DIGITS), 36)
}

/** A list with one place more. */
export function withPlace(list: string | undefined, place: number): string {
  const held = list ?? String.fromCharCode(Math.floor(place / BLOCK))
  const letter = String.fromCharCode(place % BLOCK)
  if (held.length === 1 || held.charAt(held.length - 1) < letter) return held + letter
  const at = placeIn(held, letter)
  return held[at] === letter ? held : held.slice(0, at) + letter + held.slice(at)
}

/** A list with one place less; undefined once there is none. */
export function withoutPlace(list: string | undefined, place: number): string | undefined {
  if (list === undefined) return undefined
  const letter = String.fromCharCode(place % BLOCK)
  const at = placeIn(list, letter)
  const left = list[at] === letter ? list.slice(0, at) + list.slice(at + 1) : list
  return left.length > 1 ? left : undefined
}

/** Calls back with each place of a list. */
export function eachPlace(list: string, tell: (place: number) => void): void {
  const first = list.charCodeAt(0) * BLOCK
  for (let at = 1; at < list.length; at += 1) tell(first + list.charCodeAt(at))
}

/** Where a place is in a list, or belongs. */
function placeIn(list: string, letter: string): number {
  let [from, to] = [1, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (list.charAt(middle) < letter) from = middle + 1
    else to = middle
  }
  return from
}
