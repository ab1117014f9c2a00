/** Everything without a shape, but the newline, and what turns the reading direction of the text around it. Joiners and marks of direction stay: emoji and Persian need them. */
const UNWANTED = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu

/** A text fit to be put into a composer. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(/\t/g, ' ').replace(UNWANTED, '')
}
