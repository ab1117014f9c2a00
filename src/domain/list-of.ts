/** A list out of a message, of at most so many; throws a sentence where it is none. */
export function listOf(value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) throw new Error(`At most ${most} may come at once, in a list.`)
  return value
}
