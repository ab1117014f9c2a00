import type { ChangeBody, PersonId } from '../domain/change'
import type { XId } from '../domain/handle'
import type { PersonRow } from '../domain/person'
import { readRoot } from './read-group'
import type { WriteTransaction } from './transactions'

/**
 * The merges that follow from changes, once they are applied, by which somebody gets an account id that another record holds already: they are one
 * person. Records that somebody parted by hand stay apart.
 */
export async function mergesOf(transaction: WriteTransaction, bodies: readonly ChangeBody[]): Promise<readonly ChangeBody[]> {
  const merges: ChangeBody[] = []
  for (const body of bodies) {
    if ((body.kind === 'person/met' || body.kind === 'person/identified') && body.xId) merges.push(...(await mergesOn(transaction, body.xId)))
  }
  return merges
}

/** The account ids in these changes that several people hold once they are applied. */
export async function collidingIds(transaction: WriteTransaction, bodies: readonly ChangeBody[]): Promise<readonly XId[]> {
  const ids = new Set(bodies.flatMap((body) => ('xId' in body && body.xId ? [body.xId] : [])))
  const merges = await Promise.all([...ids].map(async (xId) => ((await mergesOn(transaction, xId)).length > 0 ? [xId] : [])))
  return merges.flat()
}

/** The merges that make one person of all who hold one of these account ids. */
export async function mergesOfIds(transaction: WriteTransaction, ids: readonly XId[]): Promise<readonly ChangeBody[]> {
  return (await Promise.all(ids.map((xId) => mergesOn(transaction, xId)))).flat()
}

async function mergesOn(transaction: WriteTransaction, xId: XId): Promise<readonly ChangeBody[]> {
  const people = transaction.objectStore('people')
  const holders = await people.index('xId').getAll(xId)
  return holders.length > 1 ? mergesInto(await Promise.all(holders.map((row) => readRoot(people, row)))) : []
}

/** What a record that is parted from others loses: the account id that both hold stays with the one who had it first. */
export async function identityAfterParting(transaction: WriteTransaction, person: PersonId): Promise<readonly ChangeBody[]> {
  const people = transaction.objectStore('people')
  const row = await people.get(person)
  const into = row?.into && (await people.get(row.into))
  const [mine, theirs] = [row?.fields['xId'], into && into.fields['xId']]
  if (!mine || !theirs || !into || mine[0] !== theirs[0]) return []
  return [{ kind: 'person/identified', person: mine[1] > theirs[1] ? person : into.id }]
}

/** The merges that make one person of several records, none of which is an alias: the smallest id gives its name to all. */
function mergesInto(roots: readonly PersonRow[]): readonly ChangeBody[] {
  const ids = roots.map(({ id }) => id).sort()
  const into = ids[0]
  const others = [...new Set(ids.slice(1))].filter((id) => id !== into && !roots.some((row) => row.id === id && row.fields['into']))
  return into === undefined ? [] : others.map((person) => ({ kind: 'person/merged', person, into }))
}
