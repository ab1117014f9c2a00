import { DEFAULT_OPTIONS } from '../practice/options.ts'
import { person } from '../practice/people.ts'
import { postOf, storedPerson, stranger } from './stored-people.ts'
import type { PlannedPost } from './insert-posts.ts'

/** How an author is known at the moment of the insertion. */
export const STRANGER = 'a stranger'
export const REMEMBERED = 'somebody in the tab’s memory'
export const FIRST_SIGHT = 'first sight of a stored person'

/** Nobody of the cast, whom quotes bring to the page by themselves. */
const FIRST = 100

const planned = (kind: string, index: number, n: number): PlannedPost => ({ kind, handle: person(DEFAULT_OPTIONS, index).handle, index: postOf(index, n) })

/** Posts of all three kinds in turn, every author of which is new to the tab but the remembered ones. */
export function mixedPosts(each: number, from = 0): readonly PlannedPost[] {
  return Array.from({ length: each }, (_, n) => {
    const at = FIRST + from + n
    const before = n % 2 === 0 ? storedPerson(at) : stranger(at)
    return [planned(FIRST_SIGHT, storedPerson(at), 0), planned(STRANGER, stranger(at), 0), planned(REMEMBERED, before, 1)]
  }).flat()
}

/** Posts of stored people whom no tab of this run has seen. */
export function firstSights(count: number, from: number): readonly PlannedPost[] {
  return Array.from({ length: count }, (_, n) => planned(FIRST_SIGHT, storedPerson(FIRST + from + n), 0))
}
