import { randomUUID } from 'node:crypto'
import type { Change } from '../../../src/domain/change'
import { idAt } from '../../x-api/world.ts'
import type { Memory } from './memory.ts'
import type { Question } from './our-ask.ts'
import type { WriteWorld } from './write-world.ts'

/** A question that writes, and the marks that must be found once where it was acknowledged. */
export interface Write {
  readonly question: Question
  readonly marks: readonly string[]
}

/** One way of writing: what it asks in a round. `tail`: it goes on so long (ms) behind the answer. */
export interface WritePath {
  readonly name: string
  readonly tail: number
  readonly writes: (round: number, world: WriteWorld) => Promise<readonly Write[]>
}

const ROWS = 25
const newImport = (): string => randomUUID()
const noteOf = (text: string, handle: string): Write => {
  const note = randomUUID()
  return { question: { name: 'notes/add', asked: { subject: { handle }, note, text } }, marks: [`note/added ${text}`] }
}

/** Notes, edits, removals, tags and unsaved words of a few people, and a page's look-up, all in one moment. */
async function typed(round: number, { asking }: WriteWorld): Promise<readonly Write[]> {
  const handle = `guest_${Math.floor(round / 32)}`
  const { person, notes } = (await asking.one('people/view', { handle })) as { readonly person?: { readonly id: string }; readonly notes: readonly { readonly id: string }[] }
  const ofNote = { person: person?.id, note: notes[0]?.id }
  const edit: Write = { question: { name: 'notes/edit', asked: { ...ofNote, text: `edit ${round}` } }, marks: [`note/edited edit ${round}`] }
  const removal: Write = { question: { name: 'notes/remove', asked: ofNote }, marks: [`note/removed ${ofNote.note}`] }
  return [
    noteOf(`typed ${round}`, handle),
    { question: { name: 'tags/set', asked: { subject: { handle }, tag: `tag ${round}`, on: true } }, marks: [`tag/set tag ${round}`] },
    { question: { name: 'drafts/keep', asked: { key: `draft_${round}`, text: `draft ${round}` } }, marks: [`draft ${round}`] },
    { question: { name: 'people/look-up', asked: { sightings: [{ handle }, { handle: 'a_stranger' }], xIds: [] } }, marks: [] },
    ...(ofNote.note ? [round % 3 === 0 ? removal : edit] : []),
  ]
}

/** A list of people from elsewhere. */
async function listed(round: number): Promise<readonly Write[]> {
  const rows = Array.from({ length: ROWS }, (_, row) => ({ handle: `list_${round}_${row}`, tags: [`list ${round}`], notes: [`listed ${round} ${row}`] }))
  const marks = rows.flatMap(({ handle, notes }) => [`person/met ${handle}`, `note/added ${notes[0]}`])
  return [{ question: { name: 'backup/add', asked: { id: newImport(), rows } }, marks }]
}

/** Changes out of a backup. */
async function restored(round: number): Promise<readonly Write[]> {
  const at = Date.now() - 86_400_000
  let count = 0
  const stamped = (body: object): object => ({ ...body, stamp: `${at.toString(36).padStart(9, '0')}-${(count += 1).toString(36).padStart(4, '0')}-elsewhere${round}`, at, by: 'A colleague' })
  const changes = Array.from({ length: ROWS }, (_, row) => {
    const person = `restored-${round}-${row}`
    return [stamped({ kind: 'person/met', person, handle: `back_${round}_${row}` }), stamped({ kind: 'note/added', person, note: randomUUID(), text: `restored ${round} ${row}` })]
  }).flat()
  const marks = Array.from({ length: ROWS }, (_, row) => [`person/met back_${round}_${row}`, `note/added restored ${round} ${row}`]).flat()
  return [{ question: { name: 'backup/receive', asked: { id: newImport(), changes } }, marks }]
}

/** Two people become one. */
async function merged(round: number, { asking }: WriteWorld): Promise<readonly Write[]> {
  const [one, other] = [`one_${round}`, `other_${round}`]
  await asking.all([one, other].map((handle) => ({ name: 'tags/set', asked: { subject: { handle }, tag: 'twin', on: true } })))
  return [{ question: { name: 'people/merge', asked: { subject: { handle: one }, handle: other } }, marks: [`person/merged ${one} ${other}`] }]
}

/** Two who were one are parted again. */
async function parted(round: number, { asking }: WriteWorld): Promise<readonly Write[]> {
  const [one, other] = [`half_${round}`, `rest_${round}`]
  await asking.all([one, other].map((handle) => ({ name: 'tags/set', asked: { subject: { handle }, tag: 'twin', on: true } })))
  const idOf = async (handle: string): Promise<string> => ((await asking.one('people/view', { handle })) as { readonly person: { readonly id: string } }).person.id
  const [first, second] = [await idOf(one), await idOf(other)]
  await asking.one('people/merge', { subject: { handle: one }, handle: other })
  const person = first > second ? first : second
  return [{ question: { name: 'people/part', asked: person }, marks: [`person/parted ${person}`] }]
}

/** Our own answers out of X's archive. */
async function archived(round: number): Promise<readonly Write[]> {
  const posts = Array.from({ length: 20 }, (_, row) => ({ post: idAt(1_600_000_000_000 + round * 1_000 + row), author: 'northwindair', mentions: [`past_${round}`], leading: 1, promoted: false, reposted: false, quotes: false, text: `@past_${round} yes` }))
  return [{ question: { name: 'x-archive/take', asked: { id: newImport(), owner: 'northwindair', posts } }, marks: posts.map(({ post }) => `contact/recorded ${post}`) }]
}

/** A note that goes on to the CRM behind its answer. */
async function sent(round: number): Promise<readonly Write[]> {
  const note = noteOf(`sent ${round}`, `customer_${round}`)
  return [{ ...note, marks: [...note.marks, `delivered sent ${round}`] }]
}

/** What was said before is fetched from X behind the answer. */
async function fetched(round: number, { brand, say }: WriteWorld): Promise<readonly Write[]> {
  const posts = Array.from({ length: 5 }, (_, nth) => say(`question ${round} ${nth}`))
  return [{ question: { name: 'x/back-fill', asked: { id: brand, run: true } }, marks: posts.map((post) => `contact/recorded ${post}`) }]
}

/** Every way of writing. */
export const WRITE_PATHS: readonly WritePath[] = [
  { name: 'notes and tags', tail: 0, writes: typed },
  { name: 'an import', tail: 0, writes: listed },
  { name: 'a restore', tail: 0, writes: restored },
  { name: 'a merge', tail: 0, writes: merged },
  { name: 'a parting', tail: 0, writes: parted },
  { name: 'an archive', tail: 0, writes: archived },
  { name: 'the outbox', tail: 40, writes: sent },
  { name: 'a back-fill', tail: 80, writes: fetched },
]

/** How often each mark is found in what is held and in what came to the CRM. */
export function marksIn({ people, journal, drafts }: Memory, delivered: Iterable<string>): ReadonlyMap<string, number> {
  const handles = new Map(people.map(({ id, key }) => [id as string, key as string | undefined]))
  const found = new Map<string, number>()
  const marks = [...journal.flatMap(({ change }) => markOf(change, handles)), ...drafts.map(({ text }) => text), ...[...delivered].map((text) => `delivered ${text}`)]
  for (const mark of marks) found.set(mark, (found.get(mark) ?? 0) + 1)
  return found
}

function markOf(change: Change, handles: ReadonlyMap<string, string | undefined>): readonly string[] {
  switch (change.kind) {
    case 'person/met':
      return [`${change.kind} ${change.handle}`]
    case 'person/merged': {
      const pair = [String(handles.get(change.person)), String(handles.get(change.into))].toSorted()
      return [change.person === change.into ? `person/parted ${change.person}` : `${change.kind} ${pair.join(' ')}`]
    }
    case 'note/added':
    case 'note/edited':
      return [`${change.kind} ${change.text}`]
    case 'note/removed':
      return change.removed ? [`${change.kind} ${change.note}`] : []
    case 'tag/set':
      return [`${change.kind} ${change.tag}`]
    case 'contact/recorded':
      return [`${change.kind} ${change.post}`]
    default:
      return []
  }
}
