import type { PersonId } from './change'
import type { ContactRow, PersonRow } from './person'

/** A person with one contact of theirs as it is now instead of as it was. `all` must hold every contact of theirs where `takesLatest` says so. */
export function recount(person: PersonRow, before: ContactRow | undefined, now: ContactRow, all: readonly ContactRow[]): PersonRow {
  const [was, is] = [countedAt(before, person.id), countedAt(now, person.id)]
  const contacts = person.contacts - (was === undefined ? 0 : 1) + (is === undefined ? 0 : 1)
  const others = isLatest(person, was) ? timesOf(all.filter(({ id }) => id !== now.id), person.id) : [person.lastContact]
  return withContacts(person, contacts, [...others, is])
}

/** A person with all of their contacts counted anew. */
export function countAnew(person: PersonRow, all: readonly ContactRow[]): PersonRow {
  const times = timesOf(all, person.id)
  return withContacts(person, times.length, times)
}

/** Whether a contact is the latest of its person: what it is changed to may leave an earlier one the latest, and only the others tell which. */
export function takesLatest(person: PersonRow | undefined, before: ContactRow | undefined): boolean {
  return person !== undefined && isLatest(person, countedAt(before, person.id))
}

function isLatest({ lastContact }: PersonRow, at: number | undefined): boolean {
  return at !== undefined && at === lastContact
}

function withContacts({ lastContact: _before, ...person }: PersonRow, contacts: number, times: readonly (number | undefined)[]): PersonRow {
  const known = times.filter((time) => time !== undefined)
  return { ...person, contacts, ...(known.length > 0 && { lastContact: known.reduce((one, other) => Math.max(one, other)) }) }
}

function timesOf(contacts: readonly ContactRow[], person: PersonId): readonly number[] {
  return contacts.flatMap((row) => countedAt(row, person) ?? [])
}

/** When a contact of this person was, ms since 1970; undefined for one that does not count, or is somebody else's. */
function countedAt(row: ContactRow | undefined, person: PersonId): number | undefined {
  return row?.person === person && row.fields['removed']?.[0] === false ? Number(row.fields['postedAt']?.[0]) : undefined
}
