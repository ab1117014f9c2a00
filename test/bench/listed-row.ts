import { DEFAULT_OPTIONS } from '../practice/options.ts'
import { person } from '../practice/people.ts'
import { storedPerson } from './stored-people.ts'

const WORDS = ['asked', 'about', 'refund', 'parcel', 'window', 'seat', 'aisle', 'twice', 'monday', 'call', 'back', 'late', 'blue', 'bag', 'broken', 'zip', 'prefers', 'letter', 'invoice', 'paid', 'twins', 'travels', 'weekly', 'north']

/** A line of a list of people. */
export interface ListedRow {
  readonly handle: string
  readonly xId: string
  readonly name: string
  readonly tags: readonly string[]
  readonly notes: readonly string[]
}

/** The n-th line of a long list: a handle, an account id, a name, a tag and a note of eight words. */
export function listedRow(n: number): ListedRow {
  const { handle, id, name } = person(DEFAULT_OPTIONS, storedPerson(n))
  const note = Array.from({ length: 8 }, (_none, place) => WORDS[(n * 7 + place * 13 + (n >> place)) % WORDS.length]).join(' ')
  return { handle, xId: id, name, tags: [['VIP', 'customer', 'press'][n % 3] ?? ''], notes: [`${note} ${n % 1_000}`] }
}
