import type { ChangeBody, PersonId } from '../../domain/change'
import { buildCard, type FoundRow, type Recognition, recognise, type Sighting } from '../../domain/card'
import { claimsIn } from '../../domain/claims'
import { momentIn } from '../../domain/clock'
import { pinnedNote } from '../../domain/pin'
import { noteOf, personOf, type PersonRow } from '../../domain/person'
import { storedFactsIn } from '../../domain/stored-facts'
import type { Subject } from '../../domain/subject'
import { keyOf } from '../../domain/handle'
import { latestDraft } from '../../store/drafts'
import { isNewer, type Store } from '../../store/open-store'
import { newId } from '../../store/new-id'
import { findByXId, findPeople, readDossier, readRemoved } from '../../store/read-people'
import { binOf } from '../notes/bin'
import type { LookUp, LookUpAnswer, OtherRecord, PersonView } from './people-messages'

const LONGEST_JOURNAL = 200

/** The cards of the known among many authors, and what the look-up taught us about them. */
export async function lookUp(store: Store, { sightings, xIds }: Pick<LookUp, 'sightings' | 'xIds'>): Promise<Found> {
  const [found, byId] = await Promise.all([findPeople(store, sightings), findByXId(store, xIds)])
  const recognitions = sightings.map((sighting, index) => recognise(sighting, found[index] ?? { byXId: undefined, byKey: undefined }))
  return {
    cards: sightings.flatMap((sighting, index) => buildCard(sighting, recognitions[index] ?? { as: 'stranger' }) ?? []),
    named: byId.flatMap((found) => nameOf(found) ?? []),
    learned: sightings.flatMap((sighting, index) => lessons(sighting, recognitions[index], found[index]?.byKey)),
  }
}

interface Found extends Pick<LookUpAnswer, 'cards' | 'named'> {
  readonly learned: readonly ChangeBody[]
}

function nameOf({ row, record }: FoundRow): LookUpAnswer['named'][number] | undefined {
  const handle = personOf(record).handle ?? personOf(row).handle
  return record.xId && handle && { xId: record.xId, handle }
}

/** What a recognised author tells about the person we hold: their id, a new handle, or that a record kept by the handle alone is theirs too. */
function lessons({ handle, xId }: Sighting, recognition: Recognition | undefined, byKey: FoundRow | undefined): readonly ChangeBody[] {
  if (recognition?.as === 'identified' && xId) return [{ kind: 'person/identified', person: recognition.record.id, xId }]
  if (!recognition || recognition.as === 'stranger' || recognition.as === 'taken over') return []
  const { id, fields } = recognition.record
  const renamed: readonly ChangeBody[] = recognition.as === 'renamed' ? [{ kind: 'person/renamed', person: id, handle }] : []
  const other = byKey?.record
  const isTheirs = other && other.id !== id && other.xId === undefined
  // Records that somebody parted by hand are not joined again.
  const isParted = other?.fields['into'] !== undefined || fields['into'] !== undefined
  return isTheirs && xId && !isParted ? [...renamed, { kind: 'person/identified', person: other.id, xId }] : renamed
}

/** Everything a card shows about somebody. */
export async function view(store: Store, subject: Subject): Promise<PersonView> {
  const [[found], draft] = await Promise.all([findPeople(store, [subject]), latestDraft(store.transaction('drafts').store, keyOf(subject.handle))])
  const recognition = recognise(subject, found ?? { byXId: undefined, byKey: undefined })
  const stranger = { subject, person: undefined, takenOver: recognition.as === 'taken over', stored: undefined, notes: [], pinned: undefined, bin: [], records: [], journal: [], draft: draft?.text ?? '', draftAt: draft?.at ?? 0, readOnly: isNewer(store) }
  if (recognition.as === 'taken over') return stranger
  if (recognition.as === 'stranger') return { ...stranger, journal: await readRemoved(store, subject, LONGEST_JOURNAL) }
  const dossier = await readDossier(store, recognition.row.id, LONGEST_JOURNAL)
  if (!dossier) return stranger
  const notes = dossier.notes.flatMap((row) => noteOf(row) ?? []).sort((one, other) => other.addedAt - one.addedAt)
  return { ...stranger, person: personOf(dossier.row), stored: storedFactsIn(dossier.row.fields), notes, pinned: pinnedNote(dossier.notes), bin: binOf(dossier.notes), records: dossier.group.slice(1).map(recordOf), journal: dossier.journal }
}

function recordOf({ id, fields }: PersonRow): OtherRecord {
  const into = fields['into']
  return { id, handle: claimsIn(fields)[0]?.handle, since: into ? momentIn(into[1]) : 0 }
}

/** A new person's id. */
export function newPersonId(): PersonId {
  return newId(Date.now()) as PersonId
}
