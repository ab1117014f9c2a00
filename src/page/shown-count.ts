/** Powers of ten for which languages have short words. */
const POWERS = [3, 4, 6, 8, 9] as const

/** A number as X shows it to people: "9,999", "12.3K", "1,2 mln", "1.2万"; undefined where it cannot be told, as with a word of another language. */
export function shownCount(text: string, language: string): number | undefined {
  const [, whole = '', fraction = '', word = ''] = /^(\d{1,3}(?:[.,\s\u2019\u066C]\d{3})+|\d+)(?:[.,\u066B](\d{1,2}))?\s*(\D*)$/.exec(text.trim().slice(0, 30)) ?? []
  const digits = whole.replace(/\D/g, '')
  if (digits === '') return undefined
  if (word === '') return fraction === '' ? Number(digits) : undefined
  const power = powerOf(word, language)
  return power === undefined ? undefined : Math.round(Number(`${digits}.${fraction || 0}`) * 10 ** power)
}

/** What the browser writes behind a thousand, a million and so on in this language tells what X's word means; "K" and "M" are X's in many. */
function powerOf(word: string, language: string): number | undefined {
  const asked = plain(word)
  return POWERS.find((power) => plain(wordFor(power, language)) === asked) ?? { k: 3, m: 6 }[asked]
}

function wordFor(power: number, language: string): string {
  try {
    const parts = new Intl.NumberFormat(language, { notation: 'compact' }).formatToParts(10 ** power)
    return parts.find(({ type }) => type === 'compact')?.value ?? ''
  } catch {
    return '' // X names some languages as no browser does.
  }
}

function plain(word: string): string {
  return word.replace(/[\s.\u00A0\u202F]/g, '').toLowerCase()
}
