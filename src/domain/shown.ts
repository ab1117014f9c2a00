/** Something from a file for the middle of a sentence: short, on one line. */
export function shown(value: unknown): string {
  const words = typeof value === 'object' && value !== null ? (Array.isArray(value) ? '[…]' : '{…}') : String(value)
  return `“${words.slice(0, 60).replace(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ')}${words.length > 60 ? '…' : ''}”`
}
