import type { PersonCard } from '../../domain/card'
import type { Handle } from '../../domain/handle'

/** The words of a badge in the user's language. */
export interface BadgeWords {
  influence(score: number): string
  readonly influenceUnknown: string
  contacts(count: number, last: number | undefined): string
  notes(count: number): string
  tags(tags: readonly string[]): string
  readonly nothingKnown: string
  readonly takenOver: string
  /** That the numbers are older than so many days. */
  old(days: number): string
}

/** What a badge shows and says: see page/badge for where each part stands. */
export interface Face {
  readonly label: string
  readonly tone: 'quiet' | 'known' | 'warn'
  readonly score: string
  readonly contacts: string | undefined
  readonly tag: string | undefined
  /** Whether there are notes: a dot says so. */
  readonly noted: boolean
  /** Of the tag, where a rule gives one. */
  readonly colour?: string | undefined
}

const UNKNOWN_SCORE = '–'
const WARNING_MARK = '!'

/** The face for one author: what is known of them, and their influence (0 to 100) where there are facts. */
export function faceOf(handle: Handle, card: PersonCard | undefined, score: number | undefined, words: BadgeWords): Face {
  const shown = score === undefined ? UNKNOWN_SCORE : String(Math.round(score))
  const parts = [`@${handle}`, score === undefined ? words.influenceUnknown : words.influence(Math.round(score))]
  const nothing = { contacts: undefined, tag: undefined, noted: false }
  if (card?.takenOver) return { ...nothing, label: [...parts, words.takenOver].join(', '), tone: 'warn', score: shown, tag: WARNING_MARK }
  if (!card) return { ...nothing, label: [...parts, words.nothingKnown].join(', '), tone: 'quiet', score: shown }
  return {
    label: [...parts, words.contacts(card.contacts, card.lastContact), ...extras(card, words)].join(', '),
    tone: 'known',
    score: shown,
    contacts: card.contacts > 0 ? `${card.contacts}×` : undefined,
    tag: card.line ?? (card.tags.length > 1 ? `${card.tags[0]} +${card.tags.length - 1}` : card.tags[0]),
    noted: card.notes > 0,
  }
}

function extras({ tags, notes, line }: PersonCard, words: BadgeWords): readonly string[] {
  return [...(line ? [line] : []), ...(tags.length > 0 ? [words.tags(tags)] : []), ...(notes > 0 ? [words.notes(notes)] : [])]
}
