/** A text as it is shown beside another one: the words in the middle are its own, those around stand in both. */
export interface Differing {
  readonly before: string
  readonly own: string
  readonly after: string
}

/** Where two texts differ, for each of them: what both begin and end with is left out, by whole words. */
export function whereTheyDiffer(one: string, other: string): readonly [Differing, Differing] {
  const [words, others] = [wordsIn(one), wordsIn(other)]
  const most = Math.min(words.length, others.length)
  const start = countAlike(most, (at) => words[at] === others[at])
  const end = countAlike(most - start, (at) => words[words.length - 1 - at] === others[others.length - 1 - at])
  return [parted(words, start, end), parted(others, start, end)]
}

/** The words, each with the room behind it. */
function wordsIn(text: string): readonly string[] {
  return text.match(/\s*\S+\s*|\s+/gu) ?? []
}

function countAlike(most: number, isAlike: (at: number) => boolean): number {
  let count = 0
  while (count < most && isAlike(count)) count += 1
  return count
}

function parted(words: readonly string[], start: number, end: number): Differing {
  const till = words.length - end
  return { before: words.slice(0, start).join(''), own: words.slice(start, till).join(''), after: words.slice(till).join('') }
}
