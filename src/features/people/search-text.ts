import { fold } from '../../domain/fold'
import { type ContactRow, type NoteRow, personOf, type PersonRow } from '../../domain/person'
import { sourcesOf } from './search-snippet'
import { packWords, saidBy, wordsOf } from './search-words'

/** Longer texts are not kept twice: whoever has so many is read when a phrase is looked for. */
const LONGEST_TEXT = 8_000

/** What the index keeps of somebody; nothing but the emptiness of whoever has no words. */
export function indexRow(row: PersonRow, notes: readonly NoteRow[], contacts: readonly ContactRow[]) {
  const words = wordsOf(row, notes, contacts)
  return words.length === 0 ? { words: '' } : { words: packWords(words), ...textOf(row, notes, contacts), ...(row.lastContact !== undefined && { last: row.lastContact }) }
}

/** Everything that a phrase may be looked for in, bare of all but letters and digits; without the text where that is too long. */
function textOf(row: PersonRow, notes: readonly NoteRow[], contacts: readonly ContactRow[]): { readonly text?: string } {
  const bare: string[] = []
  let room = LONGEST_TEXT
  for (const { text } of [...sourcesOf(personOf(row)), ...saidBy(notes, contacts)]) {
    room -= text.length
    if (room < 0) return {}
    bare.push(bareOf(text))
  }
  return { text: bare.join('\n') }
}

/** False where such a text tells that nobody said this phrase; where it is true the texts themselves decide. */
export function maySay(text: string | undefined, phrase: string): boolean {
  return text === undefined || text.includes(bareOf(phrase).trim())
}

function bareOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}_]+/gu, ' ')
}
