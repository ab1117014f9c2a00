import type { PersonId } from '../domain/change'
import { isErased } from '../domain/claims'
import type { HandleKey } from '../domain/handle'
import { personOf } from '../domain/person'
import { copiesOf } from '../features/crm/copies-worker'
import { namedElsewhere, type OthersWords } from '../features/privacy/named-elsewhere'
import { type SubjectFile, subjectFile, type SubjectRows } from '../features/privacy/subject-file'
import { unpackWords } from '../features/people/search-words'
import { withoutHandles } from '../features/privacy/without-handles'
import { readSettings } from '../settings/settings'
import { draftsOn } from '../store/drafts'
import { openStore, type Store } from '../store/open-store'
import { changesOf } from '../store/journal-entries'
import { readGroup } from '../store/read-group'

/** Somebody else whose notes or contacts name the person. */
export interface Elsewhere {
  readonly who: string
  readonly times: number
}

/** All that is held on a person, and who else's words name them; undefined for somebody who is not kept, or no longer. */
export async function readSubject(id: string, now: number): Promise<{ readonly file: SubjectFile; readonly elsewhere: readonly Elsewhere[] } | undefined> {
  const store = await openStore()
  const held = await readRows(store, id as PersonId)
  if (!held) return undefined
  const rows = { ...held, crm: await copiesOf(handlesIn(held)) }
  const settings = await readSettings()
  const handles = handlesIn(rows)
  const lists = withoutHandles(settings, handles)
  const on = { markRules: settings.markRules.filter((rule) => !lists.markRules.includes(rule)), colleagues: settings.colleagues.filter((handle) => !lists.colleagues.includes(handle)) }
  return { file: subjectFile(rows, on, now), elsewhere: await readElsewhere(store, rows, handles) }
}

/** Every handle that the person was ever kept under. */
export function handlesIn({ people }: Pick<SubjectRows, 'people'>): readonly HandleKey[] {
  return people.flatMap(({ handles = [] }) => handles)
}

async function readRows(store: Store, id: PersonId): Promise<Omit<SubjectRows, 'crm'> | undefined> {
  const tables = store.transaction(['people', 'notes', 'contacts', 'journal', 'drafts', 'uses', 'search', 'mentions'], 'readonly')
  const row = await tables.objectStore('people').get(id)
  const people = row && (await readGroup(tables.objectStore('people'), row))
  if (!people || people.every(isErased)) return undefined
  const each = async <Row>(read: (id: PersonId) => Promise<readonly Row[]>): Promise<readonly Row[]> => (await Promise.all(people.map((one) => read(one.id)))).flat()
  const [notes, contacts, journal, uses, search, drafts, mentions] = await Promise.all([
    each((person) => tables.objectStore('notes').index('person').getAll(person)),
    each((person) => tables.objectStore('contacts').index('person').getAll(person)),
    each((person) => changesOf(tables.objectStore('journal'), person)),
    each((person) => tables.objectStore('uses').index('person').getAll(person)),
    each((person) => tables.objectStore('search').getAll(person)),
    Promise.all(handlesIn({ people }).map((key) => draftsOn(tables.objectStore('drafts'), key))),
    Promise.all(handlesIn({ people }).map((key) => tables.objectStore('mentions').index('key').getAll(key))),
  ])
  return { people, notes, contacts, journal, uses, search: search.map((row) => Object.assign({}, row, { words: unpackWords(row.words) })), drafts: drafts.flat(), mentions: mentions.flat() }
}

async function readElsewhere(store: Store, { people }: SubjectRows, handles: readonly HandleKey[]): Promise<readonly Elsewhere[]> {
  const words: OthersWords[] = []
  const rows = [...(await store.getAll('notes')), ...(await store.getAll('contacts'))]
  for (const { person, fields } of rows) if (typeof fields['text']?.[0] === 'string') words.push({ person, text: fields['text'][0] })
  const found = [...namedElsewhere(words, handles, new Set(people.map(({ id }) => id)))]
  return Promise.all(found.map(async ([person, times]) => ({ who: await nameOf(store, person), times })))
}

async function nameOf(store: Store, person: PersonId): Promise<string> {
  const row = await store.get('people', person)
  const { handle, name } = row ? personOf(row) : {}
  return handle ? `@${handle}` : (name ?? '–')
}
