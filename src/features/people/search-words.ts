import { type ContactRow, type Note, noteOf, type NoteRow, personOf, type PersonRow } from '../../domain/person'
import { storedScoreIn } from '../../domain/stored-facts'
import { fold } from '../../domain/fold'
import { indexWords } from './fold-words'

/** What kind of word an indexed one is: its first letter. Names are found before what was said; an alias only says whose it is. */
export const WORD_KIND = { name: 'n', said: 's', tag: 't', day: 'd', score: 'i', alias: '>' } as const

/** The most words that one person is found by. */
export const MOST_WORDS = 500

/** The most letters of one person that are looked through for words. */
const MOST_LETTERS = 60_000
const FOUR_WEEKS = 28 * 86_400_000

/** The words by which a person is found: names, handles old and new, tags, the user's own fields, then the newest notes and posts as far as there is room. */
export function wordsOf(row: PersonRow, notes: readonly NoteRow[], contacts: readonly ContactRow[]): readonly string[] {
  if (row.fields['removed']?.[0] === true) return []
  const person = personOf(row)
  const handles = [person.handle, ...person.otherHandles, ...person.previousHandles].filter((handle) => handle !== undefined)
  const words = new Set<string>()
  for (const tag of person.tags) words.add(tagWord(tag))
  if (row.lastContact !== undefined) words.add(dayWord(row.lastContact))
  const score = storedScoreIn(row.fields)
  if (score !== undefined) words.add(scoreWord(score))
  addWords(words, WORD_KIND.name, [person.name ?? '', ...handles, ...handles.map(partsOf), ...person.tags, ...person.details.map(({ value }) => value)])
  addWords(words, WORD_KIND.said, saidBy(notes, contacts).map(({ text }) => text))
  return [...words]
}

const BETWEEN = '\n'

/** Words as a row of the index keeps them. */
export function packWords(words: readonly string[]): string {
  return words.join(BETWEEN)
}

/** The words that a row of the index keeps. */
export function unpackWords(words: string | readonly string[]): readonly string[] {
  return typeof words !== 'string' ? words : words === '' ? [] : words.split(BETWEEN)
}

/** Something that was noted or posted. */
export interface Said {
  readonly kind: 'note' | 'post'
  readonly text: string
  /** ms since 1970 */
  readonly at: number
}

/** Living notes and counted posts with their words, newest first. */
export function saidBy(notes: readonly NoteRow[], contacts: readonly ContactRow[]): readonly Said[] {
  const noted = notes.flatMap((row) => noteOf(row) ?? []).map(({ text, addedAt }: Note): Said => ({ kind: 'note', text, at: addedAt }))
  return [...noted, ...contacts.flatMap(postedBy)].sort((one, other) => other.at - one.at)
}

/** The indexed word of a whole tag. */
export function tagWord(tag: string): string {
  return `${WORD_KIND.tag}${fold(tag)}`
}

/** The indexed word of the four weeks in which a moment (ms since 1970) lies: such words sort as days do, and are few. */
export function dayWord(moment: number): string {
  const weeks = Number.isFinite(moment) ? Math.max(0, Math.floor(moment / FOUR_WEEKS)) : 0
  return `${WORD_KIND.day}${String(weeks).padStart(6, '0')}`
}

/** The indexed word of a score as it is shown, 0 to 100: such words sort as scores do. */
export function scoreWord(score: number): string {
  return `${WORD_KIND.score}${String(Math.round(score)).padStart(3, '0')}`
}

function postedBy({ fields }: ContactRow): readonly Said[] {
  const text = fields['text']?.[0]
  if (fields['removed']?.[0] === true || typeof text !== 'string') return []
  return [{ kind: 'post', text, at: Number(fields['postedAt']?.[0]) }]
}

/** "IdaPlane" is found by "plane" too. */
function partsOf(handle: string): string {
  return handle.replace(/([a-z])([A-Z])/g, '$1 $2')
}

function addWords(words: Set<string>, kind: string, texts: readonly string[]): void {
  let room = MOST_LETTERS
  for (const text of texts) {
    for (const word of indexWords(text.slice(0, room))) {
      if (words.size >= MOST_WORDS) return
      words.add(`${kind}${word}`)
    }
    room -= text.length
    if (room <= 0) return
  }
}
