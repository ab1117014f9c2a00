const MOST_WORDS = 600

/** How much of inserted words did not survive until they were sent, 0 to 1. Words that came before or after do not count. */
export function editShareOf(inserted: string, sent: string): number {
  const given = wordsOf(inserted)
  return given.length === 0 ? 0 : 1 - kept(given, wordsOf(sent)) / given.length
}

/** How many words of one list stand in the other in the same order. */
function kept(given: readonly string[], sent: readonly string[]): number {
  let before = [0, ...sent.map(() => 0)]
  for (const word of given) {
    const row = [0]
    for (const [index, other] of sent.entries()) row.push(word === other ? before[index]! + 1 : Math.max(before[index + 1]!, row[index]!))
    before = row
  }
  return before.at(-1)!
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
}
