import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change, NoteId, PersonId } from '../../src/domain/change'
import type { Stamp } from '../../src/domain/clock'
import { inverseOf } from '../../src/domain/journal-entry'
import { joined } from '../../src/domain/joined'
import { lineOf, LONGEST_LINE, pinnedNote, pinOf } from '../../src/domain/pin'
import { history } from './arbitrary-changes'
import { applyAll } from './tables'

let count = 0
const made = (kind: 'note/added' | 'note/pinned' | 'note/removed', person: string, note: string, is: string | boolean): Change => {
  const about = { person: person as PersonId, note: note as NoteId, stamp: `${String(count++).padStart(9, '0')}-0000-a` as Stamp, at: count, by: 'Ada' }
  if (kind === 'note/added') return { ...about, kind, text: String(is) }
  return kind === 'note/pinned' ? { ...about, kind, pinned: is === true } : { ...about, kind, removed: is === true }
}

describe('the note on the badge', () => {
  const begun = [made('note/added', 'p', 'a', 'Window seat'), made('note/added', 'p', 'b', 'Allergic to nuts')]
  const lineAfter = (...changes: readonly Change[]) => applyAll([...begun, ...changes]).people[0]?.pin?.[1]

  it('is the one pinned last', () => expect(lineAfter(made('note/pinned', 'p', 'a', true), made('note/pinned', 'p', 'b', true))).toBe('Allergic to nuts'))
  it('is none once that one is unpinned, whatever was pinned before', () =>
    expect(lineAfter(made('note/pinned', 'p', 'a', true), made('note/pinned', 'p', 'b', true), made('note/pinned', 'p', 'b', false))).toBe(''))
  it('goes with its note and comes back with it', () => {
    const [pinned, gone, back] = [made('note/pinned', 'p', 'a', true), made('note/removed', 'p', 'a', true), made('note/removed', 'p', 'a', false)]
    expect([lineAfter(pinned, gone), lineAfter(pinned, gone, back)]).toEqual(['', 'Window seat'])
  })
  it('is that of whichever record of a person had the latest word', () => {
    const { people } = applyAll([made('note/added', 'p', 'a', 'One'), made('note/added', 'q', 'b', 'Two'), made('note/pinned', 'p', 'a', true), made('note/pinned', 'q', 'b', true)])
    expect(joined([people[0]!, people[1]!]).pin?.[1]).toBe('Two')
  })
  it('was another before: that one comes back when it is taken back', () => {
    const [first, second] = [made('note/pinned', 'p', 'a', true), made('note/pinned', 'p', 'b', true)]
    expect(inverseOf(second, [...begun, first])).toEqual({ kind: 'note/pinned', person: 'p', note: 'a', pinned: true })
    expect(inverseOf(first, begun)).toEqual({ kind: 'note/pinned', person: 'p', note: 'a', pinned: false })
  })

  it('is what the rows of the notes say, whatever happened', () => {
    fc.assert(
      fc.property(history, (changes) => {
        const { people, notes } = applyAll(changes)
        for (const row of people) {
          const theirs = notes.filter(({ person }) => person === row.id)
          expect(row.pin).toEqual(pinOf(theirs))
          expect(pinnedNote(theirs) !== undefined).toBe((row.pin?.[1] ?? '') !== '')
        }
      }),
    )
  })
})

describe('the line of a note', () => {
  it('is its beginning on one line, cut after a word', () => {
    expect(lineOf('  Always\nasks for\u202E the window ')).toBe('Always asks for the window')
    expect(lineOf('word '.repeat(30))).toMatch(/^(word ){14,15}word…$/)
  })
  it('is bounded and never holds half a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '🙂', ' ', '\n', '\u202E'), maxLength: 400 }), (text) => {
        const line = lineOf(text)
        expect(line.length).toBeLessThanOrEqual(LONGEST_LINE)
        expect(line).not.toMatch(/\p{Cs}/u)
      }),
    )
  })
})
