import type { ChangeBody, PersonId } from '../../domain/change'
import { type Handle, keyOf } from '../../domain/handle'
import type { PersonRow } from '../../domain/person'
import type { Subject } from '../../domain/subject'
import { Told } from '../../domain/told'
import { identityAfterParting } from '../../store/merge-same-account'
import { personFor } from '../../store/person-for'
import { readRoot } from '../../store/read-group'
import type { WriteTransaction } from '../../store/transactions'

/** The changes that make one person of a subject and of whoever is kept by a handle, now or formerly; none where they are one already. */
export async function mergePeople(transaction: WriteTransaction, subject: Subject, handle: Handle, newId: () => PersonId): Promise<readonly ChangeBody[]> {
  const other = await keptAs(transaction, handle)
  const { person: mine, changes } = await personFor(transaction, subject, newId)
  const { id: theirs } = await readRoot(transaction.objectStore('people'), other)
  if (mine === theirs) return []
  const [person, into] = mine > theirs ? [mine, theirs] : [theirs, mine]
  return [...changes, { kind: 'person/merged', person, into }]
}

/** The changes that make a record a person of their own again; none where it is one. */
export async function partPeople(transaction: WriteTransaction, person: PersonId): Promise<readonly ChangeBody[]> {
  const row = await transaction.objectStore('people').get(person)
  return row?.into ? [{ kind: 'person/merged', person, into: person }, ...(await identityAfterParting(transaction, person))] : []
}

async function keptAs(transaction: WriteTransaction, handle: Handle): Promise<PersonRow> {
  const people = transaction.objectStore('people')
  const held = await people.index('key').get(keyOf(handle))
  if (held) return held
  const [former, ...others] = await people.index('handles').getAll(keyOf(handle))
  if (!former) throw new Told('toldNobodyKept', handle)
  if (others.length > 0) throw new Told('toldSeveralKept', handle)
  return former
}
