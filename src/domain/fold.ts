/** Letters with a stroke, which Unicode takes for letters of their own, and the Arabic lengthening line, which is none. */
const STROKES: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', æ: 'ae', œ: 'oe', ŧ: 't', þ: 'th', ـ: '' }

/** Letters without accents, which need no more than small letters. */
const PLAIN = /^[ -~\t\r\n]*$/

/** Text as it is compared: accents, case and width are gone. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  const bare = text.normalize('NFKD').replace(/\p{M}+/gu, '').toUpperCase().toLowerCase()
  return bare.replace(/[øłđðħæœŧþـ]/g, (letter) => STROKES[letter] ?? letter).normalize('NFC')
}
