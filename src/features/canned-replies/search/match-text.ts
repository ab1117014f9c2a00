/** How well a word is found in a text, best first; 0 is not at all. */
export const MATCH = { whole: 1, start: 0.9, word: 0.75, inside: 0.5, letters: 0.25, none: 0 } as const

const DIGIT = 1 << 26

/** A folded text with the set of its letters, one bit each, and one for any digit: most words are known not to be in most texts by that alone. */
export interface Searched {
  readonly text: string
  readonly letters: number
}

/** A folded text to be searched, or to be searched for. */
export function searched(text: string): Searched {
  let letters = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 97 && code <= 122) letters |= 1 << (code - 97)
    else if (code >= 48 && code <= 57) letters |= DIGIT
  }
  return { text, letters }
}

/** How well a word is found in a text. `scattered` also finds its letters in order with others between them. */
export function matchText(inside: Searched, asked: Searched, scattered: boolean): number {
  if ((asked.letters & ~inside.letters) !== 0) return MATCH.none
  const { text } = inside
  const word = asked.text
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
