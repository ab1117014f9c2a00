import { Told } from '../../domain/told'

/** The longest item that is read, in bytes: a post with all about it is a hundredth of that. */
const LONGEST_ITEM = 4_000_000

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]

/**
 * Cuts the items out of a list that is written as JSON behind an assignment, as X's archives are, while its UTF-8 bytes stream in: at no time more than
 * one item is held. Give it piece by piece; it gives back the bytes of every item that ended within, which are good until the piece is given away.
 * `level` is how deep items lie: 2 in a list, 5 in a list within an object within an object of a list.
 */
export function makeSplitter(level = 2): (piece: Uint8Array) => readonly Uint8Array[] {
  let depth = 0
  let inText = false
  let escaped = false
  let begun: Uint8Array[] = []
  return (piece) => {
    const items: Uint8Array[] = []
    let from = depth >= level ? 0 : -1
    for (let at = 0; at < piece.length; at += 1) {
      const sign = piece[at]
      if (inText) {
        if (escaped) escaped = false
        else if (sign === BACKSLASH) escaped = true
        else if (sign === QUOTE) inText = false
        continue
      }
      if (sign === QUOTE) inText = depth > 0
      else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
        depth += depth === 0 && sign === OPEN_OBJECT ? 0 : 1
        if (depth === level && from === -1) from = at
      } else if ((sign === CLOSE_LIST || sign === CLOSE_OBJECT) && depth > 0) {
        depth -= 1
        if (depth === level - 1 && from !== -1) {
          items.push(joined([...begun, piece.subarray(from, at + 1)]))
          begun = []
          from = -1
        }
      }
    }
    if (from !== -1) begun.push(piece.slice(from))
    if (begun.reduce((sum, { length }) => sum + length, 0) > LONGEST_ITEM) throw new Told('toldArchiveEntry')
    return items
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = parts
  if (only !== undefined && others.length === 0) return only
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Whether these bytes hold a word of ASCII letters. */
export function holds(bytes: Uint8Array, word: string): boolean {
  const [first = 0, ...others] = new TextEncoder().encode(word)
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (others.every((byte, nth) => bytes[at + 1 + nth] === byte)) return true
  }
  return false
}
