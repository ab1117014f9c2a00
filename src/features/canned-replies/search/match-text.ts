/** How well a word is found in a text, best first; 0 is not at all. */
export const MATCH = { whole: 1, start: 0.9, word: 0.75, inside: 0.5, letters: 0.25, none: 0 } as const

/** How well a folded word is found in a folded text. `scattered` also finds its letters in order with others between them. */
export function matchText(text: string, word: string, scattered: boolean): number {
  const at = text.indexOf(word)
  if (at < 0) return scattered && hasLetters(text, word) ? MATCH.letters : MATCH.none
  if (at === 0) return text.length === word.length ? MATCH.whole : MATCH.start
  return startsWord(text, word, at) ? MATCH.word : MATCH.inside
}

/** True where some place at which the word stands is the beginning of a word. */
function startsWord(text: string, word: string, from: number): boolean {
  for (let at = from; at >= 0; at = text.indexOf(word, at + 1)) if (at === 0 || !isLetter(text.charCodeAt(at - 1))) return true
  return false
}

/** True where the letters stand in order within one word of the text: "ld" in "kaldir". */
function hasLetters(text: string, word: string): boolean {
  if (word.length < 2) return false
  let next = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code <= 32) next = 0
    else if (code === word.charCodeAt(next)) next += 1
    if (next === word.length) return true
  }
  return false
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127
}
