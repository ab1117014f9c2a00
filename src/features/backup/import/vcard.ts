import type { RawRow } from '../import-row'

const PROFILE = /(?:x|twitter)\.com\/@?([A-Za-z0-9_]{1,15})/i
const LONGEST_LINE = 100_000

/** True for a text that begins as a vCard does. */
export function isVCard(text: string): boolean {
  return /^\uFEFF?\s{0,100}BEGIN:VCARD/i.test(text)
}

/** The people of a vCard file (versions 2.1 to 4.0): who has an account on X among their profiles; the others have no handle and will be refused with that reason. */
export function* readVCards(text: string): Generator<RawRow> {
  let card: { handle?: string; name?: string; tags: string[]; notes: string[] } | undefined
  for (const line of unfolded(text)) {
    const colon = line.indexOf(':')
    if (colon < 0 || line.length > LONGEST_LINE) continue
    const [property = '', ...parameters] = line.slice(0, colon).toUpperCase().split(';')
    const value = line.slice(colon + 1)
    const name = property.slice(property.indexOf('.') + 1)
    if (name === 'BEGIN') card = { tags: [], notes: [] }
    else if (name === 'END' && card) yield card
    else if (!card) continue
    else if (name === 'FN') card.name = plain(value)
    else if (name === 'NOTE') card.notes.push(plain(value))
    else if (name === 'CATEGORIES') card.tags.push(...value.split(',').map(plain))
    else card.handle ??= handleIn(name, parameters, plain(value))
  }
}

function handleIn(name: string, parameters: readonly string[], value: string): string | undefined {
  const isProfile = ['X-SOCIALPROFILE', 'SOCIALPROFILE', 'IMPP', 'URL', 'X-TWITTER', 'NICKNAME'].includes(name)
  if (!isProfile) return undefined
  const inAddress = PROFILE.exec(value.slice(0, 500))?.[1]
  if (inAddress) return inAddress
  const isNamed = name === 'X-TWITTER' || parameters.some((parameter) => /^(?:TYPE|SERVICE-TYPE)=.{0,40}TWITTER/.test(parameter))
  return isNamed ? value.replace(/^x-apple:|^twitter:/i, '') : undefined
}

/** Lines as they were before they were folded: one that begins with a space goes on with the one before it. */
function* unfolded(text: string): Generator<string> {
  let held: string[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith(' ') || line.startsWith('\t')) held.push(line.slice(1))
    else {
      if (held.length > 0) yield held.join('')
      held = [line]
    }
  }
  if (held.length > 0) yield held.join('')
}

function plain(value: string): string {
  return value.replace(/\\([nN,;\\])/g, (_all, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter)).trim()
}
