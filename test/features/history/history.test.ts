import { describe, expect, it } from 'vitest'
import type { ChangeBody, NoteId, PersonId } from '../../../src/domain/change'
import type { Stamp } from '../../../src/domain/clock'
import type { Handle, PostId } from '../../../src/domain/handle'
import type { JournalRow } from '../../../src/domain/journal-entry'
import { countsAsContact, historyOf, latestOn, latestOnTag } from '../../../src/features/history/history'

const person = 'p' as PersonId
const note = 'n' as NoteId

/** A journal, written oldest first as it happened and given newest first as it is read. */
function journal(...happened: readonly (readonly [ChangeBody, ...unknown[]])[]): readonly JournalRow[] {
  return happened
    .map(([body], index): JournalRow => {
      const stamp = `stamp${index}` as Stamp
      return { stamp, person, change: { ...body, stamp, at: index, by: 'Mia' } }
    })
    .reverse()
}

const met: ChangeBody = { kind: 'person/met', person, handle: 'ana' as Handle }
const added: ChangeBody = { kind: 'note/added', person, note, text: 'first words' }
const edited: ChangeBody = { kind: 'note/edited', person, note, text: 'second\n words' }
const removed = (removed: boolean): ChangeBody => ({ kind: 'note/removed', person, note, removed })
const tag = (on: boolean): ChangeBody => ({ kind: 'tag/set', person, tag: 'VIP', on })
const post = 'https://x.com/ana/status/7'
const contact = (removed: boolean): ChangeBody => ({ kind: 'contact/recorded', person, post: '7' as PostId, url: post, postedAt: 1, removed })

const brief = (rows: readonly JournalRow[]) => historyOf(rows).map(({ kind, detail, way }) => [kind, detail, way === 'undo'])

describe('the history', () => {
  it('tells what happened, newest first, with the words as they were then', () => {
    expect(brief(journal([met], [added, null], [edited, 'first words'], [{ kind: 'person/renamed', person, handle: 'ana_b' as Handle }]))).toEqual([
      ['renamed', '@ana_b', true],
      ['noteEdited', 'second words', true],
      ['noteAdded', 'first words', true],
      ['met', '@ana', false],
    ])
  })

  it('carries who and when', () => {
    expect(historyOf(journal([met]))).toEqual([{ stamp: 'stamp0', at: 0, by: 'Mia', kind: 'met', detail: '@ana', way: 'undo' }])
  })

  it('offers of a removed note only its removal for undoing', () => {
    expect(brief(journal([added, null], [edited, 'first words'], [removed(true), null]))).toEqual([
      ['noteRemoved', 'second words', true],
      ['noteEdited', 'second words', false],
      ['noteAdded', 'first words', false],
    ])
  })

  it('offers the words again once the note is back', () => {
    expect(brief(journal([added, null], [edited, 'first words'], [removed(true), null], [removed(false), true])).map(([kind, , canUndo]) => [kind, canUndo])).toEqual([
      ['noteRestored', true],
      ['noteRemoved', false],
      ['noteEdited', true],
      ['noteAdded', false],
    ])
  })

  it('never undoes an older edit over a newer one', () => {
    const third: ChangeBody = { kind: 'note/edited', person, note, text: 'third' }
    expect(brief(journal([added, null], [edited, 'first words'], [third, 'second\n words'])).map(([, , canUndo]) => canUndo)).toEqual([true, false, true])
  })

  it('undoes the newest word on a tag and on a contact', () => {
    expect(brief(journal([tag(true), null], [tag(false), true], [contact(false), null]))).toEqual([
      ['contact', undefined, true],
      ['tagCleared', 'VIP', true],
      ['tagSet', 'VIP', false],
    ])
  })

  it('knows the removal of a note whose beginning is beyond the journal', () => {
    expect(brief(journal([removed(true), null]))).toEqual([['noteRemoved', undefined, true]])
  })

  it('cuts long words without breaking a sign in two', () => {
    const [entry] = historyOf(journal([{ kind: 'note/added', person, note, text: `${'a'.repeat(159)}🙂b` }, null]))
    expect(entry?.detail).toBe('a'.repeat(159))
  })
})

describe('a contact in the history', () => {
  const said = (facts: object): ChangeBody => ({ kind: 'contact/recorded', person, post: '7' as PostId, url: 'https://twitter.com/ana/status/7', postedAt: 5, removed: false, ...facts })
  const told = (facts: object) => historyOf(journal([said(facts), null]))[0]

  it('says who wrote, what, when and where, and how one knows', () => {
    expect(told({ text: 'Where is my bag?', direction: 'theirs', provenance: 'addressed us' })).toMatchObject({
      kind: 'contactTheirs',
      contact: { text: 'Where is my bag?', postedAt: 5, url: 'https://x.com/ana/status/7', provenance: 'addressed us' },
    })
    expect(told({ direction: 'ours', provenance: 'sent here' })?.kind).toBe('contactOurs')
  })

  it('names nobody who did it where it was recorded by itself, but who counted it or took it back', () => {
    const by = (facts: object) => told(facts)?.by
    expect([by({ provenance: 'addressed us' }), by({ provenance: 'guess' }), by({ provenance: 'counted by hand' }), by({ provenance: 'guess', removed: true })]).toEqual(['', '', 'Mia', 'Mia'])
  })

  it('without a direction is a post that was counted', () => {
    expect(told({})).toMatchObject({ kind: 'contact', contact: { direction: undefined, text: '' } })
  })

  it('is not trusted: it may come from an import', () => {
    const { contact, kind } = told({ url: 'javascript:alert(1)', direction: 'sideways', provenance: '<b>', postedAt: Number.NaN, text: 'x'.repeat(5_000) })!
    expect([kind, contact?.url, contact?.provenance, contact?.postedAt, contact?.text.length]).toEqual(['contact', undefined, undefined, undefined, 281])
  })

  it('that was taken back says so', () => {
    expect(told({ removed: true, direction: 'theirs' })?.kind).toBe('contactRemoved')
  })
})

describe('what an undo button takes back', () => {
  const rows = journal([added, null], [edited, 'first words'], [edited, 'second\n words'], [removed(true), null], [tag(true), null])
  it('is the newest entry of its kind on this note or tag', () => {
    expect([latestOn(rows, 'note/edited', note), latestOn(rows, 'note/removed', note), latestOnTag(rows, 'VIP')]).toEqual(['stamp2', 'stamp3', 'stamp4'])
  })
  it('is nothing where there is none', () => {
    expect([latestOn(rows, 'note/removed', 'other'), latestOnTag(rows, 'press')]).toEqual([undefined, undefined])
  })
})

describe('a post on screen', () => {
  it('counts as a contact by the last word on it', () => {
    expect(countsAsContact(journal([contact(false), null]), post)).toBe(true)
    expect(countsAsContact(journal([contact(false), null], [contact(true), false]), post)).toBe(false)
    expect(countsAsContact([], post)).toBe(false)
  })
})
