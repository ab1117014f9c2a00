import { recognise } from '../../domain/card'
import type { ChangeBody, PersonId } from '../../domain/change'
import type { PersonRow } from '../../domain/person'
import { type JudgedFacts, packFacts, type StoredFacts, storedFactsIn, storeFacts } from '../../domain/stored-facts'
import type { Store } from '../../store/open-store'
import { findPeople } from '../../store/read-people'
import { asOne } from '../../store/read-group'
import type { WriteTransaction } from '../../store/transactions'
import { isWorthKeeping, type NewScore } from './seen-facts'

/** What is due to be kept about one person. */
export interface DueFacts {
  readonly person: PersonId
  readonly judged: JudgedFacts
}

/** Those among many facts that are about people we hold and worth a writing: read only, so that nothing is written while nothing is new. */
export async function dueFacts(store: Store, told: readonly JudgedFacts[]): Promise<readonly DueFacts[]> {
  const found = await findPeople(store, told.map(({ facts }) => facts))
  return told.flatMap((judged, at) => {
    const recognition = recognise(judged.facts, found[at] ?? { byXId: undefined, byKey: undefined })
    if (recognition.as === 'stranger' || recognition.as === 'taken over') return []
    const held = storedFactsIn(recognition.row.fields)
    return isWorthKeeping(held, storeFacts(held, judged)) ? [{ person: recognition.row.id, judged }] : []
  })
}

/** The changes that keep what is due. The journal keeps only the latest facts of a person, which hold all that is kept of earlier ones. */
export async function keepFacts(transaction: WriteTransaction, due: readonly DueFacts[]): Promise<readonly ChangeBody[]> {
  const changes: ChangeBody[] = []
  for (const { person, judged } of due) {
    const row = await readOne(transaction, person)
    const held = row && storedFactsIn(row.fields)
    const next = storeFacts(held, judged)
    if (row && isWorthKeeping(held, next)) changes.push(await replacing(transaction, row, next))
  }
  return changes
}

/** The changes that keep new scores of facts that are kept already. */
export async function keepScores(transaction: WriteTransaction, scores: readonly NewScore[]): Promise<readonly ChangeBody[]> {
  const changes: ChangeBody[] = []
  for (const { person, score, version } of scores) {
    const row = await readOne(transaction, person)
    const held = row && storedFactsIn(row.fields)
    if (held) changes.push(await replacing(transaction, row, { ...held, score, version }))
  }
  return changes
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
