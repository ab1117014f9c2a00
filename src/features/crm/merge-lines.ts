import { plainWords } from './delivery'

type Lines = readonly string[]

/** More lines than anybody writes are not merged: then the two are shown side by side. */
const MOST = 2_000

/** Two ways in which words were changed, made one line by line; undefined where both changed the same place, each in its own way. Lines that differ in their spaces alone are the same: CRMs join them as they like. */
export function mergeLines(base: string, one: string, other: string): string | undefined {
  return merge(linesOf(base), linesOf(one), linesOf(other))?.join('\n')
}

/** Parts them at the first line that all three have, as often as there is one; in between, one of them left it as it was or both changed alike. */
function merge(base: Lines, one: Lines, other: Lines): Lines | undefined {
  const [was, here, there] = [base, one, other].map((lines) => JSON.stringify(lines.map(plainWords)))
  if (was === here) return other
  if (was === there || here === there) return one
  const at = base.length > MOST ? -1 : base.findIndex((line) => placeOf(line, one) >= 0 && placeOf(line, other) >= 0)
  if (at < 0) return undefined
  const [inOne, inOther] = [placeOf(base[at]!, one), placeOf(base[at]!, other)]
  const head = merge(base.slice(0, at), one.slice(0, inOne), other.slice(0, inOther))
  const tail = merge(base.slice(at + 1), one.slice(inOne + 1), other.slice(inOther + 1))
  return head && tail && [...head, one[inOne]!, ...tail]
}

function linesOf(text: string): Lines {
  return text.split(/\r?\n/)
}

function placeOf(line: string, lines: Lines): number {
  return lines.findIndex((one) => plainWords(one) === plainWords(line))
}
