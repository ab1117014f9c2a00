import { Told } from '../../domain/told'

/** The longest item that is read: a post with all about it is a hundredth of that. */
const LONGEST_ITEM = 4_000_000

/**
 * Cuts the items out of a list that is written as JSON behind an assignment, as X's archives are, while it streams in: at no time more than one item is held.
 * Give it the text piece by piece; it gives back the text of every item that ended within. `level` is how deep items lie: 2 in a list, 5 in a list within an
 * object within an object of a list.
 */
export function makeSplitter(level = 2): (piece: string) => readonly string[] {
  let depth = 0
  let inText = false
  let escaped = false
  let item = ''
  return (piece) => {
    const items: string[] = []
    let from = depth >= level ? 0 : -1
    for (let at = 0; at < piece.length; at += 1) {
      const sign = piece[at]
      if (inText) {
        if (escaped) escaped = false
        else if (sign === '\\') escaped = true
        else if (sign === '"') inText = false
        continue
      }
      if (sign === '"') inText = depth > 0
      else if (sign === '[' || sign === '{') {
        depth += depth === 0 && sign === '{' ? 0 : 1
        if (depth === level && from === -1) from = at
      } else if ((sign === ']' || sign === '}') && depth > 0) {
        depth -= 1
        if (depth === level - 1 && from !== -1) {
          items.push(item + piece.slice(from, at + 1))
          item = ''
          from = -1
        }
      }
    }
    if (from !== -1) item += piece.slice(from)
    if (item.length > LONGEST_ITEM) throw new Told('toldArchiveEntry')
    return items
  }
}
