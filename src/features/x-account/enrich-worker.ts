import { type Handle, type HandleKey, keyOf, type XId } from '../../domain/handle'
import { personOf, type PersonRow } from '../../domain/person'
import { storedFactsIn } from '../../domain/stored-facts'
import { MOST_AT_ONCE } from '../../remote/x-api'
import { mustBeOurs, type Store } from '../../store/open-store'
import type { Enriching, XConnection } from './connection'
import { updateConnection } from './connections-worker'
import type { Ledger } from './ledger'
import type { Call } from './poll-worker'

const DAY = 86_400_000

/** Handles that X does not know are asked for again after so many days. */
const UNKNOWN_FOR = 30 * DAY

/** A round begins once a day. */
const ROUND = DAY

/** So many rows are looked at in one reading, so that memory stays flat however many people there are. */
const ROWS = 500

/** Brings the next batch of people up to date: a hundred of them, or the end of the round. Gives whether there is more to do in it. */
export async function enrichBatch(store: Store, connection: XConnection, call: Call, ledger: Ledger, stale: number, now: number): Promise<boolean> {
  const held: Enriching = connection.enriching ?? { by: 'ids', after: undefined, endedAt: undefined }
  if (held.after === undefined && held.by === 'ids' && held.endedAt !== undefined && now - held.endedAt < ROUND) return false
  const batch = await nextBatch(store, held, stale, now)
  await ask(store, held.by, batch.people, call, ledger, now)
  const next: Enriching = batch.after !== undefined ? { ...held, after: batch.after } : { by: held.by === 'ids' ? 'handles' : 'ids', after: undefined, endedAt: held.by === 'handles' ? now : held.endedAt }
  await updateConnection(store, connection.id, (now) => ({ ...now, enriching: next }))
  return batch.after !== undefined || held.by === 'ids'
}

interface Person {
  readonly handle: Handle
  readonly xId: XId | undefined
}

async function ask(store: Store, by: Enriching['by'], people: readonly Person[], call: Call, ledger: Ledger, now: number): Promise<void> {
  if (people.length === 0) return
  const { accounts, missing } = await call((api) => (by === 'ids' ? api.usersByIds(people.flatMap(({ xId }) => xId ?? [])) : api.usersByHandles(people.map(({ handle }) => handle))))
  await ledger.accounts(accounts)
  await ledger.missing(missing, by)
  const transaction = mustBeOurs(store).transaction('xUnknown', 'readwrite')
  for (const { handle, xId } of people) {
    const key = keyOf(handle)
    const found = missing.find(({ asked }) => asked === (by === 'ids' ? xId : handle))
    await (found ? transaction.store.put({ key, why: found.why, at: now }) : transaction.store.delete(key))
  }
  await transaction.done
}

/** The next hundred whose numbers are old or not there, and the handle up to which was looked; undefined where the end came. */
async function nextBatch(store: Store, { by, after }: Enriching, stale: number, now: number): Promise<{ readonly people: readonly Person[]; readonly after: HandleKey | undefined }> {
  const people: Person[] = []
  for (let last = after; ; ) {
    const rows = await store.getAllFromIndex('people', 'key', last === undefined ? null : IDBKeyRange.lowerBound(last, true), ROWS)
    for (const row of rows) {
      last = row.key
      if (await isDue(store, row, by, stale, now)) people.push({ handle: personOf(row).handle!, xId: row.xId })
      if (people.length === MOST_AT_ONCE) return { people, after: last }
    }
    if (rows.length < ROWS) return { people, after: undefined }
  }
}

async function isDue(store: Store, row: PersonRow, by: Enriching['by'], stale: number, now: number): Promise<boolean> {
  if ((row.xId !== undefined) !== (by === 'ids') || row.key === undefined || personOf(row).handle === undefined) return false
  const facts = storedFactsIn(row.fields)?.facts
  if (facts && now - facts.seenAt < stale) return false
  const unknown = await store.get('xUnknown', row.key)
  return !unknown || now - unknown.at >= UNKNOWN_FOR
}
