const LETTERS = /\p{L}/u
/** What is there and not seen: joiners, marks of direction, soft hyphens, variation selectors, blank letters. */
const UNSEEN = /(?:[\p{Cf}\p{Cc}\p{Z}\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]|\p{Variation_Selector})+/gu
/** What would turn the words around a value, or hide in a post. */
const TRICKS = /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]|[^\P{Cc}\n\t]/gu

/** The first word of a display name that has a letter in it, without what surrounds its letters; undefined for names of emoji. */
export function firstNameOf(name: string | undefined): string | undefined {
  const word = name?.replace(TRICKS, '').split(/\s+/).find((word) => LETTERS.test(word.replace(UNSEEN, '')))
  return word?.replace(/^[^\p{L}]+|[^\p{L}\p{M}]+$/gu, '').replace(/^[\u115F\u1160\u3164\uFFA0]+/, '') || undefined
}

/** True for a text in which nothing can be seen. */
export function isBlank(text: string): boolean {
  return text.replace(UNSEEN, '') === ''
}

/** True for a name that nobody can be called by: nothing seen, or emoji and signs alone. */
export function isNoName(text: string): boolean {
  return !LETTERS.test(text.replace(UNSEEN, ''))
}

/**
 * A value as it goes into a reply. It is never read as a template again, and what looks like one becomes harmless: whoever calls himself "{first}" is
 * greeted as "(first)", which neither blocks the reply nor makes it look unfilled.
 */
export function harmless(value: string): string {
  return value.replace(TRICKS, '').replaceAll('{', '(').replaceAll('}', ')').replace(/\[{2,}/g, '[').replace(/\]{2,}/g, ']').replace(/\$(?=(contact|agent|user|ticket|inbox)\.)/gi, '').trim()
}
