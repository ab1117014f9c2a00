import type { Change, PersonId } from '../domain/change'
import { isErased } from '../domain/claims'
import { type HandleKey, keyOf } from '../domain/handle'
import { withoutHandles } from '../features/privacy/without-handles'
import { toSettings } from '../settings/settings'
import type { Reply } from '../features/canned-replies/reply'
import type { ReplyUse } from '../features/canned-replies/reply-use'
import { draftPlace } from '../features/notes/draft'
import type { SavedDraft } from '../features/backup/backup-file'
import type { PlannedRow } from '../features/backup/planned-row'
import { word } from '../ui/words'
import { changesOf } from '../store/journal-entries'
import { openStore } from '../store/open-store'
import { eachChunk } from './make-backup'

/** A backup that was read to its end, and what taking it in would do. */
export interface RestorePlan {
  readonly kind: 'backup'
  readonly madeAt: string
  readonly rows: readonly PlannedRow[]
  /** The changes of each row. */
  readonly changes: readonly (readonly Change[])[]
  readonly replies: readonly Reply[]
  readonly uses: readonly ReplyUse[]
  readonly drafts: readonly SavedDraft[]
  readonly settings: Readonly<Record<string, unknown>> | undefined
}

const LOOKED_UP_AT_ONCE = 1_000

/** Reads a whole backup and compares it with what is here, person by person. Throws, and changes nothing, where anything in it is wrong. */
export async function planRestore(file: Blob, told: (done: number, of: number) => void, signal: AbortSignal): Promise<RestorePlan> {
  const byPerson = new Map<PersonId, Change[]>()
  const replies: Reply[] = []
  const uses: ReplyUse[] = []
  const drafts: SavedDraft[] = []
  let settings: RestorePlan['settings']
  const { madeAt } = await eachChunk(file, (chunk) => {
    signal.throwIfAborted()
    if (chunk.table === 'journal') for (const change of chunk.rows) addTo(byPerson, change)
    else if (chunk.table === 'replies') replies.push(...chunk.rows)
    else if (chunk.table === 'uses') uses.push(...chunk.rows)
    else if (chunk.table === 'drafts') drafts.push(...chunk.rows)
    else settings = chunk.rows[0]
  })
  const people = [...byPerson]
  const rows: PlannedRow[] = []
  for (let from = 0; from < people.length; from += LOOKED_UP_AT_ONCE) {
    signal.throwIfAborted()
    rows.push(...(await compare(people.slice(from, from + LOOKED_UP_AT_ONCE))))
    told(rows.length, people.length)
  }
  const erased = people.flatMap(([, changes], place) => (rows[place]?.state === 'refused' ? handlesIn(changes) : []))
  const kept = drafts.filter(({ place }) => !erased.some((key) => place === draftPlace(key, undefined) || place.startsWith(`${draftPlace(key, undefined)}:`)))
  return { kind: 'backup', madeAt, rows, changes: people.map(([, changes]) => changes), replies, uses, drafts: kept, settings: settings && { ...settings, ...withoutHandles(toSettings(settings), erased) } }
}

/** The handles under which the changes keep somebody: drafts and lists of a backup know people by nothing else. */
function handlesIn(changes: readonly Change[]): readonly HandleKey[] {
  return changes.flatMap((change) => (change.kind === 'person/met' || change.kind === 'person/renamed' ? [keyOf(change.handle)] : []))
}

function addTo(byPerson: Map<PersonId, Change[]>, change: Change): void {
  const held = byPerson.get(change.person)
  if (held) held.push(change)
  else byPerson.set(change.person, [change])
}

async function compare(people: readonly (readonly [PersonId, readonly Change[]])[]): Promise<readonly PlannedRow[]> {
  const store = await openStore()
  const transaction = store.transaction(['people', 'journal'], 'readonly')
  return Promise.all(
    people.map(async ([id, changes]): Promise<PlannedRow> => {
      const held = await transaction.objectStore('people').get(id)
      if (held && isErased(held)) return { line: undefined, who: '–', what: '', state: 'refused', reason: word('backupErased') }
      const missing = held === undefined ? changes : without(changes, await changesOf(transaction.objectStore('journal'), id))
      const state = held === undefined ? 'new' : missing.length > 0 ? 'changed' : 'same'
      return { line: undefined, who: nameOf(changes), what: word('backupChangesOf', missing.length, changes.length), state }
    }),
  )
}

function without(changes: readonly Change[], held: readonly Change[]): readonly Change[] {
  const stamps = new Set(held.map(({ stamp }) => stamp))
  return changes.filter(({ stamp }) => !stamps.has(stamp))
}

function nameOf(changes: readonly Change[]): string {
  const named = changes.findLast((change) => change.kind === 'person/met' || change.kind === 'person/renamed')
  return named && 'handle' in named ? `@${named.handle}` : '–'
}
