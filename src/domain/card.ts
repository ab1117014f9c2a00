import type { FieldValue } from './change'
import type { Facts } from './facts'
import { type Handle, type HandleKey, keyOf, type XId } from './handle'
import { keysNow, type PersonRow, tagsOf } from './person'
import type { MarkRule } from './mark-rules'
import { storedFactsIn } from './stored-facts'

/** An author as the page shows them: who is asked about. */
export interface Sighting {
  readonly handle: Handle
  readonly xId?: XId | undefined
}

/** What a badge shows of a person. Nothing of it is a note's text, but the beginning of the one that the user pinned there. */
export interface PersonCard {
  /** The handle that was asked about, folded. */
  readonly key: HandleKey
  readonly xId?: XId | undefined
  readonly contacts: number
  /** ms since 1970 */
  readonly lastContact?: number | undefined
  readonly tags: readonly string[]
  readonly notes: number
  /** What is kept of their size: with it the page makes the same score as the card. */
  readonly facts?: Facts | undefined
  /** The beginning of the pinned note. */
  readonly line?: string | undefined
  /** Where they stand with us, as somebody set it by hand: unjudged. */
  readonly stage?: FieldValue | undefined
  /** The word and colour for where they stand, by hand or by the CRM. */
  readonly mark?: Pick<MarkRule, 'mark' | 'colour'> | undefined
  /** The handle now belongs to somebody else: nothing of the one we knew is in this card. */
  readonly takenOver?: boolean | undefined
}

/** The rows that were found for a sighting: by X's id, and by the handle. */
export interface Found {
  readonly byXId: FoundRow | undefined
  readonly byKey: FoundRow | undefined
}

/** Somebody who was found: every record of theirs as one, and the very record that the id or the handle stands in. */
export interface FoundRow {
  readonly row: PersonRow
  readonly record: PersonRow
}

/** What the rows say about who this is. */
export type Recognition =
  | { readonly as: 'stranger' }
  | ({ readonly as: 'known' | 'renamed' | 'identified' | 'taken over' } & FoundRow)

/** Who a sighting is: X's id decides, the handle only where no id speaks against it. */
export function recognise(sighting: Sighting, found: Found): Recognition {
  const key = keyOf(sighting.handle)
  if (found.byXId) return { as: goesBy(found.byXId, key, found.byKey) ? 'known' : 'renamed', ...found.byXId }
  // One of several records of an account may hold a handle that it left since.
  if (!found.byKey || !keysNow(found.byKey.row).includes(key)) return { as: 'stranger' }
  if (!sighting.xId) return { as: 'known', ...found.byKey }
  return { as: found.byKey.record.xId === undefined ? 'identified' : 'taken over', ...found.byKey }
}

/** Whether the account goes by a handle already; one that only another account of the same person goes by does not count. */
function goesBy({ row, record }: FoundRow, key: HandleKey, byKey: FoundRow | undefined): boolean {
  return keysNow(row).includes(key) && (!byKey || byKey.record.id === record.id || byKey.record.xId === record.xId)
}

/** The card for a badge; undefined for a stranger. */
export function buildCard(sighting: Sighting, recognition: Recognition): PersonCard | undefined {
  const key = keyOf(sighting.handle)
  if (recognition.as === 'stranger') return undefined
  if (recognition.as === 'taken over') return { key, contacts: 0, tags: [], notes: 0, takenOver: true, xId: sighting.xId }
  const { row } = recognition
  return {
    key,
    xId: sighting.xId ?? row.xId,
    contacts: row.contacts,
    lastContact: row.lastContact,
    tags: tagsOf(row.fields),
    notes: row.notes,
    line: row.pin?.[1] || undefined,
    stage: row.fields['field:lifecycle']?.[0],
    ...factsOf(sighting, row),
  }
}

/** Kept under a handle that they may have left since. */
function factsOf({ handle }: Sighting, { fields }: PersonRow): Pick<PersonCard, 'facts'> {
  const facts = fields['facts'] && storedFactsIn(fields)?.facts
  return facts ? { facts: { ...facts, handle } } : {}
}
