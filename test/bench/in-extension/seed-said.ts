import type { ContactRow, NoteRow, PersonRow } from '../../../src/domain/person'
import type { NoteId } from '../../../src/domain/change'
import type { PostId } from '../../../src/domain/handle'
import { stampOf } from '../../../src/domain/clock'
import { indexRow } from '../../../src/features/people/search-text'
import type { Store } from '../../../src/store/open-store'
import { rememberLists } from '../../../src/store/remember-lists'
import { makeRoom, writeSearchRows } from '../../../src/store/write-lists'

const BATCH = 4_000
const PER_PERSON = 3
const DAY = 86_400_000
const STAMP = stampOf({ ms: 1_700_000_000_000, count: 0, origin: 'bench' })
const VOCABULARY = 20_000
const SYLLABLES = ['ba', 'ren', 'tol', 'mi', 'kas', 'ul', 'fo', 'ster', 'na', 'qui', 'dor', 'vel', 'sha', 'pim', 'gru', 'ex']

/** Gives the next people three notes or posts of a dozen words each, and the words by which they are found, as the code that is shipped makes them. */
export async function seedSaid(store: Store, from: number, to: number): Promise<number> {
  for (let n = from; n < to; n += BATCH) {
    const after = (await store.transaction('search').store.openKeyCursor(undefined, 'prev'))?.primaryKey
    await write(store, await store.getAll('people', after === undefined ? undefined : IDBKeyRange.lowerBound(after, true), BATCH), n)
  }
  return store.count('search')
}

async function write(store: Store, people: readonly PersonRow[], from: number): Promise<void> {
  const transaction = store.transaction(['notes', 'contacts', 'search', 'terms'], 'readwrite', { durability: 'relaxed' })
  const lists = rememberLists(transaction.objectStore('terms'))
  await makeRoom(lists.table, people.length)
  const rows = people.map((row, index) => {
    const notes = saidOf(row, from + index, 1 + (index % 2), noteRow)
    const contacts = saidOf(row, from + index, PER_PERSON - notes.length, contactRow)
    for (const note of notes) void transaction.objectStore('notes').put(note)
    for (const contact of contacts) void transaction.objectStore('contacts').put(contact)
    return { id: row.id, ...indexRow(row, notes, contacts) }
  })
  await writeSearchRows({ search: transaction.objectStore('search'), terms: lists.table }, rows)
  lists.write()
  await transaction.done
}

function saidOf<Row>(row: PersonRow, person: number, count: number, make: (row: PersonRow, n: number, text: string) => Row): readonly Row[] {
  return Array.from({ length: count }, (_, n) => make(row, person * PER_PERSON + n, sentence()))
}

const noteRow = ({ id }: PersonRow, n: number, text: string): NoteRow => ({
  id: `${id}-said-${n}` as NoteId, person: id, fields: { text: [text, STAMP], addedAt: [Date.now() - (n % 900) * DAY, STAMP], by: ['Bench', STAMP] },
})

const contactRow = ({ id }: PersonRow, n: number, text: string): ContactRow => ({
  id: String(1_700_000_000_000_000_000n + BigInt(n)) as PostId, person: id, fields: { text: [text, STAMP], postedAt: [Date.now() - (n % 900) * DAY, STAMP], removed: [false, STAMP] },
})

const sentence = (): string => Array.from({ length: 12 }, () => vocable(Math.floor(VOCABULARY ** Math.random()) - 1)).join(' ')

/** The n-th word of a made-up language: the first ones are in every tenth sentence, the last ones in hardly any. */
export function vocable(n: number): string {
  let [word, rest] = ['', n + 16]
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length]
  return word
}
