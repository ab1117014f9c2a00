/** A value out of a foreign answer as an object; empty where it is none. */
export function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {}
}

/** A value out of a foreign answer as a list of objects, at most so many. */
export function toRecords(value: unknown, most = 10_000): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? (value as readonly unknown[]).slice(0, most).map(toRecord) : []
}

/** A list in pieces of at most so many. */
export function inPieces<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_piece, at) => items.slice(at * most, (at + 1) * most))
}
