import { type Person, personOf } from '../../domain/person'
import type { ContactRow, NoteRow, PersonRow } from '../../domain/person'
import { fold } from '../../domain/fold'
import { placesOf } from './fold-words'
import type { SearchNeed } from './search-query'
import { saidBy } from './search-words'

/** A piece of a text that is shown; marked where it is what was looked for. */
export interface SnippetPart {
  readonly text: string
  readonly isMatch: boolean
}

/** What a person was found by. */
export interface Why {
  readonly kind: 'name' | 'handle' | 'formerHandle' | 'tag' | 'detail' | 'note' | 'post'
  readonly parts: readonly SnippetPart[]
}

const BEFORE = 40
const LONGEST = 160

/** The text that holds most of what was looked for; undefined where nothing but days was. */
export function whyOf(row: PersonRow, notes: readonly NoteRow[], contacts: readonly ContactRow[], needs: readonly SearchNeed[]): Why | undefined {
  const asked = needs.flatMap(askedOf)
  if (asked.length === 0) return undefined
  const sources: readonly Source[] = [...sourcesOf(personOf(row)), ...saidBy(notes, contacts)]
  const rated = sources.map((source) => ({ source, found: foundIn(source, asked) }))
  const best = rated.reduce((best, one) => (one.found > best.found ? one : best), { source: undefined as Source | undefined, found: 0 })
  return best.source && { kind: best.source.kind, parts: snippetOf(best.source.text, asked) }
}

/** Whether what somebody is called or marked with has all that was looked for: then no other text tells better why they were found. */
export function isToldByName(row: PersonRow, needs: readonly SearchNeed[]): boolean {
  const asked = needs.flatMap(askedOf)
  return asked.length === 0 || sourcesOf(personOf(row)).some((source) => foundIn(source, asked) === asked.length)
}

function foundIn({ text }: Source, asked: readonly string[]): number {
  return asked.filter((ask) => placesOf(text, [ask]).length > 0).length
}

/** Whether one of a person's texts has this phrase, folded. */
export function says(row: PersonRow, notes: readonly NoteRow[], contacts: readonly ContactRow[], phrase: string): boolean {
  return [...sourcesOf(personOf(row)), ...saidBy(notes, contacts)].some(({ text }) => fold(text).replace(/\s+/g, ' ').includes(phrase))
}

/** The text about its first match, in parts. */
export function snippetOf(text: string, asked: readonly string[]): readonly SnippetPart[] {
  const places = placesOf(text, asked).toSorted(([one], [other]) => one - other)
  const first = places[0]?.[0] ?? 0
  const start = first > BEFORE ? wordStart(text, first - BEFORE) : 0
  const end = Math.min(text.length, start + LONGEST)
  const parts: SnippetPart[] = start > 0 ? [{ text: '…', isMatch: false }] : []
  let at = start
  for (const [from, to] of places.filter(([from, to]) => from >= start && to <= end)) {
    if (from < at) continue
    parts.push({ text: text.slice(at, from), isMatch: false }, { text: text.slice(from, to), isMatch: true })
    at = to
  }
  parts.push({ text: whole(text.slice(at, end)) + (end < text.length ? '…' : ''), isMatch: false })
  return parts.filter((part) => part.text !== '')
}

/** A text by which somebody may be found. */
interface Source {
  readonly kind: Why['kind']
  readonly text: string
}

/** What a person is called and marked with, text by text. */
export function sourcesOf({ name, handle, otherHandles, previousHandles, tags, details }: Person): readonly Source[] {
  return [
    ...(name === undefined ? [] : [{ kind: 'name' as const, text: name }]),
    ...(handle === undefined ? [] : [{ kind: 'handle' as const, text: handle }]),
    ...otherHandles.map((text) => ({ kind: 'handle' as const, text })),
    ...previousHandles.map((text) => ({ kind: 'formerHandle' as const, text })),
    ...tags.map((text) => ({ kind: 'tag' as const, text })),
    ...details.map(({ name, value }) => ({ kind: 'detail' as const, text: `${name}: ${value}` })),
  ]
}

function askedOf(need: SearchNeed): readonly string[] {
  if (need.kind === 'word') return [need.word]
  return need.kind === 'phrase' ? need.words : []
}

/** A cut begins after a space where there is one near, and never inside a character. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  if (space >= 0 && space < at + BEFORE) return space + 1
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at
}

function whole(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '')
}
