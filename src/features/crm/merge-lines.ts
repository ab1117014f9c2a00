import { plainWords } from './delivery'

/** Two ways in which words were changed, made one line by line; undefined where both changed the same place, each in its own way. Lines that differ in their spaces alone are the same: CRMs join them as they like. */
export function mergeLines(base: string, one: string, other: string): string | undefined {
  const [from, ours, theirs] = [linesOf(base), linesOf(one), linesOf(other)]
  const [inOurs, inTheirs] = [placesOf(from, ours), placesOf(from, theirs)]
  const merged: string[] = []
  let [at, here, there] = [0, 0, 0]
  for (let held = 0; held <= from.length; held += 1) {
    const [nextHere, nextThere] = held === from.length ? [ours.length, theirs.length] : [inOurs[held]!, inTheirs[held]!]
    if (nextHere < 0 || nextThere < 0) continue
    const stretch = mergeStretch(from.slice(at, held), ours.slice(here, nextHere), theirs.slice(there, nextThere))
    if (!stretch) return undefined
    merged.push(...stretch, ...ours.slice(nextHere, nextHere + 1))
    ;[at, here, there] = [held + 1, nextHere + 1, nextThere + 1]
  }
  return merged.join('\n')
}

type Lines = readonly string[]

function linesOf(text: string): Lines {
  return text.split(/\r?\n/)
}

/** A stretch that one of them left as it was, or both changed alike. */
function mergeStretch(base: Lines, one: Lines, other: Lines): Lines | undefined {
  const [was, here, there] = [base, one, other].map((lines) => lines.map(plainWords).join('\n') + lines.length)
  if (was === here) return other
  return was === there || here === there ? one : undefined
}

/** Where each line stands in the other, in the order of both: the next place that has it, or -1. Any such row of places makes a right merge, a longer one seldom a better. */
function placesOf(one: Lines, other: Lines): readonly number[] {
  const plain = other.map(plainWords)
  let next = 0
  return one.map((line) => {
    const at = plain.indexOf(plainWords(line), next)
    if (at >= 0) next = at + 1
    return at
  })
}
