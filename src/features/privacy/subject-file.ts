import type { Change, Fields, PersonId, Register } from '../../domain/change'
import type { Stamp } from '../../domain/clock'
import type { Direction } from '../../domain/contact'
import type { CrmContact, CrmEntry } from '../../domain/crm'
import type { Handle, HandleKey, PostId } from '../../domain/handle'
import type { ContactRow, NoteRow, Person, PersonRow } from '../../domain/person'
import { keptNoteOf, noteOf, personOf } from '../../domain/person'
import { joined } from '../../domain/joined'
import type { MarkRule } from '../../domain/mark-rules'
import { type KnownFact, knownFactsIn } from './known-facts'
import { type Origin, originOf } from './origin'

/** Every row that concerns one person, as it is stored. */
export interface SubjectRows {
  /** The record that gives the id, and those that are its aliases. */
  readonly people: readonly [PersonRow, ...PersonRow[]]
  readonly notes: readonly NoteRow[]
  readonly contacts: readonly ContactRow[]
  readonly journal: readonly Change[]
  readonly drafts: readonly { readonly place: string; readonly text: string; readonly at: number }[]
  readonly uses: readonly { readonly at: number; readonly reply: string }[]
  /** Mentions that wait for an answer. */
  readonly mentions: readonly { readonly id: PostId; readonly author: Handle; readonly text: string; readonly at: number }[]
  /** What was copied from the CRM. */
  readonly crm: readonly CrmCopy[]
  readonly search: readonly { readonly id: PersonId; readonly words: readonly string[] }[]
}

/** What the CRM said of one handle, and when it was read. */
export interface CrmCopy {
  readonly key: HandleKey
  readonly contacts: readonly CrmContact[]
  readonly entries: readonly CrmEntry[]
  readonly at: number
}

/** The lists of the settings on which a person stands by name. */
export interface SubjectLists {
  readonly markRules: readonly MarkRule[]
  readonly colleagues: readonly Handle[]
}

/** One thing that is known, in whose words, and where from. */
export interface Known {
  readonly what: 'handle' | 'xId' | 'name' | 'tag' | 'field' | 'facts' | 'score'
  /** Of a field its name. */
  readonly name?: string
  /** Empty of facts. */
  readonly value: string
  readonly facts?: readonly KnownFact[]
  readonly origin: Origin | undefined
}

/** All that is held on one person, to be read by them. Times are ms since 1970. */
export interface SubjectFile {
  readonly format: 'regulars-subject-file'
  readonly version: 1
  readonly madeAt: number
  readonly person: Person
  readonly known: readonly Known[]
  readonly notes: readonly { readonly text: string; readonly inBin: boolean; readonly post: string | undefined; readonly origin: Origin | undefined }[]
  readonly contacts: readonly { readonly url: string; readonly text: string; readonly direction: Direction | undefined; readonly postedAt: number; readonly origin: Origin | undefined }[]
  readonly drafts: SubjectRows['drafts']
  readonly uses: SubjectRows['uses']
  readonly lists: SubjectLists
  /** The very rows, so that nothing is left out that has no sentence above. */
  readonly rows: SubjectRows
}

/** The file of one person out of their rows. */
export function subjectFile(rows: SubjectRows, lists: SubjectLists, madeAt: number): SubjectFile {
  const changes = new Map(rows.journal.map((change) => [change.stamp, change]))
  const from = (register: Register | undefined): Origin | undefined => originAt(changes, register?.[1])
  return {
    format: 'regulars-subject-file',
    version: 1,
    madeAt,
    person: personOf(joined(rows.people)),
    known: rows.people.flatMap(({ fields }) => knownIn(fields, from)),
    notes: rows.notes.flatMap((row) => {
      const note = keptNoteOf(row)
      return note ? [{ text: note.text, inBin: noteOf(row) === undefined, post: note.post, origin: from(row.fields['text']) }] : []
    }),
    contacts: rows.contacts.map(({ fields }) => ({
      url: said(fields['url']),
      text: said(fields['text']),
      direction: directionOf(fields),
      postedAt: Number(fields['postedAt']?.[0] ?? 0),
      origin: from(fields['removed']),
    })),
    drafts: rows.drafts,
    uses: rows.uses,
    lists,
    rows,
  }
}

function knownIn(fields: Fields, from: (register: Register) => Origin | undefined): readonly Known[] {
  return Object.entries(fields).flatMap(([field, register]): readonly Known[] => {
    const value = String(register[0])
    const origin = from(register)
    const [prefix = '', ...rest] = field.split(':')
    if (prefix === 'handle') return [{ what: 'handle', value: `@${value}`, origin }]
    if (prefix === 'tag') return register[0] === true ? [{ what: 'tag', value: rest.join(':'), origin }] : []
    if (prefix === 'field') return value === '' ? [] : [{ what: 'field', name: rest.join(':'), value, origin }]
    if (field === 'xId' || field === 'name') return value === '' ? [] : [{ what: field, value, origin }]
    if (field === 'facts') return value === '' ? [] : [{ what: field, value: '', facts: knownFactsIn(fields), origin }]
    return field === 'score' && Number(register[0]) >= 0 ? [{ what: 'score', value, origin }] : []
  })
}

function originAt(changes: ReadonlyMap<Stamp, Change>, stamp: Stamp | undefined): Origin | undefined {
  const change = stamp && changes.get(stamp)
  return change && originOf(change)
}

function said(register: Register | undefined): string {
  return register === undefined ? '' : String(register[0])
}

function directionOf(fields: Fields): Direction | undefined {
  const direction = fields['direction']?.[0]
  return direction === 'theirs' || direction === 'ours' ? direction : undefined
}
