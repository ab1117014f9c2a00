import type { ChangeBody, PersonId } from '../../domain/change'
import { buildCard, type Recognition, recognise, type Sighting } from '../../domain/card'
import { noteOf, personOf, type PersonRow } from '../../domain/person'
import type { Subject } from '../../domain/subject'
import { keyOf } from '../../domain/handle'
import type { Store } from '../../store/open-store'
import { findByXId, findPeople, readDossier } from '../../store/read-people'
import type { LookUp, LookUpAnswer, PersonView } from './people-messages'

const LONGEST_JOURNAL = 200

/** The cards of the known among many authors, and what the look-up taught us about them. */
export async function lookUp(store: Store, { sightings, xIds }: Pick<LookUp, 'sightings' | 'xIds'>): Promise<Found> {
  const [found, byId] = await Promise.all([findPeople(store, sightings), findByXId(store, xIds)])
  const recognitions = sightings.map((sighting, index) => recognise(sighting, found[index] ?? { byXId: undefined, byKey: undefined }))
  return {
    cards: sightings.flatMap((sighting, index) => buildCard(sighting, recognitions[index] ?? { as: 'stranger' }) ?? []),
    named: byId.flatMap((row) => nameOf(row) ?? []),
    learned: sightings.flatMap((sighting, index) => lesson(sighting, recognitions[index]) ?? []),
  }
}

interface Found extends Pick<LookUpAnswer, 'cards' | 'named'> {
  readonly learned: readonly ChangeBody[]
}

function nameOf(row: PersonRow): LookUpAnswer['named'][number] | undefined {
  const { xId, handle } = personOf(row)
  return xId && handle && { xId, handle }
}

/** What a recognised author tells about the person we hold: their id, or a new handle. */
function lesson({ handle, xId }: Sighting, recognition: Recognition | undefined): ChangeBody | undefined {
  if (recognition?.as === 'identified' && xId) return { kind: 'person/identified', person: recognition.row.id, xId }
  if (recognition?.as === 'renamed') return { kind: 'person/renamed', person: recognition.row.id, handle }
  return undefined
}

/** Everything a card shows about somebody. */
export async function view(store: Store, subject: Subject): Promise<PersonView> {
  const [found] = await findPeople(store, [subject])
  const recognition = recognise(subject, found ?? { byXId: undefined, byKey: undefined })
  const draft = (await store.get('drafts', draftPlace(subject)))?.text ?? ''
  const stranger = { subject, person: undefined, takenOver: recognition.as === 'taken over', notes: [], journal: [], draft }
  if (recognition.as === 'stranger' || recognition.as === 'taken over') return stranger
  const dossier = await readDossier(store, recognition.row.id, LONGEST_JOURNAL)
  if (!dossier) return stranger
  const notes = dossier.notes.flatMap((row) => noteOf(row) ?? []).sort((one, other) => other.addedAt - one.addedAt)
  return { ...stranger, person: personOf(dossier.row), notes, journal: dossier.journal }
}

/** Where unsaved words about somebody are kept. */
export function draftPlace({ handle }: Pick<Subject, 'handle'>): string {
  return `note:${keyOf(handle)}`
}

/** A new person's id. */
export function newPersonId(): PersonId {
  return crypto.randomUUID() as PersonId
}
