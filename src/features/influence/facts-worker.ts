import { recognise } from '../../domain/card'
import type { ChangeBody, PersonId } from '../../domain/change'
import type { Facts } from '../../domain/facts'
import type { InfluenceConstants } from '../../domain/influence'
import type { PersonRow } from '../../domain/person'
import { packFacts, scoreAgain, type StoredFacts, storedFactsIn, storeFacts } from '../../domain/stored-facts'
import type { Store } from '../../store/open-store'
import { findPeople } from '../../store/read-people'
import { asOne } from '../../store/read-group'
import type { WriteTransaction } from '../../store/transactions'
import { isWorthKeeping } from './seen-facts'

/** By what numbers scores are made, and when (ms since 1970). */
export interface Judging {
  readonly constants: InfluenceConstants
  readonly now: number
}

/** What is due to be kept about one person. */
export interface DueFacts {
  readonly person: PersonId
  readonly facts: Facts
}

/** Those among many facts that are about people we hold and worth a writing: read only, so that nothing is written while nothing is new. */
export async function dueFacts(store: Store, seen: readonly Facts[], { constants, now }: Judging): Promise<readonly DueFacts[]> {
  const found = await findPeople(store, seen)
  return seen.flatMap((facts, at) => {
    const recognition = recognise(facts, found[at] ?? { byXId: undefined, byKey: undefined })
    if (recognition.as === 'stranger' || recognition.as === 'taken over') return []
    const held = storedFactsIn(recognition.row.fields)
    return isWorthKeeping(held, storeFacts(held, facts, constants, now)) ? [{ person: recognition.row.id, facts }] : []
  })
}

/** The changes that keep what is due. The journal keeps only the latest facts of a person, which hold all that is kept of earlier ones. */
export async function keepFacts(transaction: WriteTransaction, due: readonly DueFacts[], { constants, now }: Judging): Promise<readonly ChangeBody[]> {
  const changes: ChangeBody[] = []
  for (const { person, facts } of due) {
    const row = await readOne(transaction, person)
    if (!row) continue
    const held = storedFactsIn(row.fields)
    const next = storeFacts(held, facts, constants, now)
    if (isWorthKeeping(held, next)) changes.push(await replacing(transaction, row, next))
  }
  return changes
}

/** So many people are judged anew in one transaction. */
const AT_ONCE = 100
/** A score that moves less is shown as the same. */
const VISIBLE = 0.5

/** The changes that judge some people anew, and the last of those who were looked at. */
export async function scoreSomeAgain(transaction: WriteTransaction, after: PersonId | undefined, { constants, now }: Judging) {
  const rows = await transaction.objectStore('people').getAll(after === undefined ? undefined : IDBKeyRange.lowerBound(after, true), AT_ONCE)
  const changes: ChangeBody[] = []
  for (const own of rows) {
    const row = own.into === undefined ? await readOne(transaction, own.id) : undefined
    const held = row && storedFactsIn(row.fields)
    const next = held && scoreAgain(held, constants, now)
    if (row && next && Math.abs((next.score ?? -1) - (held.score ?? -1)) >= VISIBLE) changes.push(await replacing(transaction, row, next))
  }
  return { changes, next: rows.length === AT_ONCE ? rows.at(-1)?.id : undefined }
}

async function readOne(transaction: WriteTransaction, person: PersonId): Promise<PersonRow | undefined> {
  const people = transaction.objectStore('people')
  const row = await people.get(person)
  return row && asOne(people, row)
}

async function replacing(transaction: WriteTransaction, { id, fields }: PersonRow, next: StoredFacts): Promise<ChangeBody> {
  const before = fields['facts']?.[1]
  if (before !== undefined) await transaction.objectStore('journal').delete(before)
  return { kind: 'facts/seen', person: id, facts: packFacts(next), score: next.score }
}
