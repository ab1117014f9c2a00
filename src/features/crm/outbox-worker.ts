import type { PersonId } from '../../domain/change'
import type { Stamp } from '../../domain/clock'
import type { HandleKey } from '../../domain/handle'
import { type CrmContact, mayBe } from '../../domain/crm'
import { changesIn } from '../../domain/journal-entry'
import { Later, waitAfter, BACK_OFF } from '../../remote/back-off'
import type { CrmAdapter } from '../../remote/crm-adapter'
import { CrmProblem, needsTheUser } from '../../remote/crm-problem'
import type { Time } from '../../remote/time'
import type { CrmCache } from '../../store/crm-cache'
import type { Store } from '../../store/open-store'
import { readGroup } from '../../store/read-group'
import { deliveriesAfter, type Delivery, dueNow, LOOK_AFTER, wordsOf } from './delivery'
import { type EditPlan, planEdit } from './edit-plan'

/** As many entries of the journal as are looked at in one go. */
const LOT = 200

/** What delivering needs around it. */
export interface Postman {
  readonly store: Store
  readonly cache: CrmCache
  readonly adapter: CrmAdapter
  readonly time: Time
  readonly chance: () => number
}

/**
 * Reads on in the journal and notes what is to go out: only what was written in this profile after `since` (ms). The place in the journal
 * and the deliveries are written together, so a stopped worker goes on where it was. Gives the people concerned.
 */
export async function collect(store: Store, cache: CrmCache, writes: 'always' | 'ask', since: number): Promise<readonly PersonId[]> {
  const own = (await store.get('clock', 'own'))?.origin
  const people = new Set<PersonId>()
  for (;;) {
    const place = await cache.get('places', 'journal')
    const from = typeof place === 'string' ? place : stampAt(since)
    const rows = await store.getAll('journal', IDBKeyRange.lowerBound(from, true), LOT)
    if (rows.length === 0) return [...people]
    const transaction = cache.transaction(['deliveries', 'places'], 'readwrite', { durability: 'strict' })
    const places = transaction.objectStore('places')
    // Somebody else read on meanwhile, and what they noted may be on its way already.
    if ((await places.get('journal')) !== place) continue
    const deliveries = transaction.objectStore('deliveries')
    for (const change of changesIn(rows)) {
      if (!change.stamp.endsWith(`-${own}`)) continue
      for (const delivery of deliveriesAfter(change, await deliveries.index('person').getAll(change.person), writes)) {
        people.add(change.person)
        await deliveries.put(delivery)
      }
    }
    await places.put(rows.at(-1)!.stamp, 'journal')
    await transaction.done
  }
}

/** Delivers everything that is due, in order for each person. Gives the people concerned; throws what only the user can mend. */
export async function deliver(postman: Postman): Promise<readonly Delivery[]> {
  const done: Delivery[] = []
  for (;;) {
    const due = dueNow(await postman.cache.getAll('deliveries'), postman.time.now())
    if (due.length === 0) return done
    for (const delivery of due) {
      await deliverOne(postman, delivery)
      done.push(delivery)
    }
  }
}

/** One delivery. That it was begun is on the disk before anything is sent: then a worker that dies leaves "unknown" and not "waiting". */
async function deliverOne(postman: Postman, delivery: Delivery): Promise<void> {
  const { cache, adapter, time, chance } = postman
  const put = (part: Partial<Delivery>) => putWhere(cache, { ...delivery, ...part }, () => true)
  let begun = delivery.state === 'unknown'
  try {
    const contact = await contactOf(postman, delivery)
    if (!contact) return void (await put({ state: 'refused', failure: 'no contact', theirs: undefined }))
    const plan = await planFor(adapter, contact, delivery, begun)
    if (plan.step === 'arrived') return void (await put(SENT))
    if (plan.step === 'choose') return void (await put({ state: 'refused', failure: 'changed there', theirs: undefined, there: plan.there }))
    begun = true
    if (!(await putWhere(cache, { ...delivery, state: 'unknown', tries: delivery.tries + 1, notBefore: time.now() + LOOK_AFTER }, ({ text, state }) => text === delivery.text && state === delivery.state))) return
    await write(adapter, contact, delivery, plan)
    await put(SENT)
  } catch (error) {
    await put(afterFailure(delivery, begun, error, time.now(), chance()))
    if (needsTheUser(error)) throw error
  }
}

/** What is to be done: a note is written, unless one that was begun is there already; an edit is held against what stands there now. */
async function planFor(adapter: CrmAdapter, contact: CrmContact, delivery: Delivery, begun: boolean): Promise<EditPlan> {
  const { edits } = delivery
  if (edits && adapter.editNote) return planEdit({ ...delivery, edits }, await adapter.read([contact.id]))
  return { step: begun && (await adapter.findNote(contact, delivery.change)) !== undefined ? 'arrived' : 'add' }
}

/** A note, or new words for one of ours. */
async function write(adapter: CrmAdapter, contact: CrmContact, delivery: Delivery, plan: EditPlan): Promise<void> {
  const note = { change: delivery.change, text: wordsOf(delivery), at: delivery.at }
  if (plan.step === 'replace') await adapter.editNote?.(plan.id, { ...note, text: plan.words })
  else await adapter.writeNote(contact, note)
}

const SENT = { state: 'sent', notBefore: 0, there: undefined, failure: undefined, theirs: undefined } as const

/** Puts a delivery in its own place, where what stands there is as wanted: it may have been edited, dropped or erased since it was read. */
async function putWhere(cache: CrmCache, delivery: Delivery, isWanted: (held: Delivery) => boolean): Promise<boolean> {
  const transaction = cache.transaction('deliveries', 'readwrite', { durability: 'strict' })
  const held = await transaction.store.get(delivery.change)
  const isThere = held !== undefined && isWanted(held)
  if (isThere) await transaction.store.put(delivery)
  await transaction.done
  return isThere
}

/** How a delivery stands after something went wrong. */
export function afterFailure(delivery: Delivery, begun: boolean, error: unknown, now: number, chance: number): Partial<Delivery> {
  const tries = delivery.tries + 1
  if (error instanceof Later) return { state: begun ? 'unknown' : delivery.state, tries, notBefore: error.until, failure: 'busy' }
  if (!(error instanceof CrmProblem)) return { state: begun ? 'unknown' : delivery.state, tries, notBefore: now + LOOK_AFTER, failure: 'unreachable' }
  const { failure, theirs, status, notBefore } = error
  const said = { failure, theirs: theirs || undefined, tries }
  // The CRM said no before it wrote anything.
  const isRefusal = failure === 'refused' || failure === 'missing'
  if (isRefusal) return { ...said, state: 'refused', notBefore: 0 }
  const isUnsent = failure === 'busy' || needsTheUser(error)
  const pause = waitAfter({ status, notBefore }, Math.min(tries, 12), BACK_OFF, now, chance)
  return { ...said, state: begun && !isUnsent ? 'unknown' : delivery.state, notBefore: now + (begun && !isUnsent ? Math.max(pause, LOOK_AFTER) : pause) }
}

/** The contact of the person that a delivery is about, by any handle of theirs. */
async function contactOf({ store, cache, adapter }: Postman, { person }: Delivery): Promise<CrmContact | undefined> {
  const row = await store.get('people', person)
  const people = store.transaction('people').store
  const keys = (row ? await readGroup(people, row) : []).flatMap(({ key }) => key ?? []) as readonly HandleKey[]
  for (const key of keys) {
    const link = await cache.get('links', key)
    const isThem = (contact: CrmContact): boolean => link !== undefined || mayBe(contact, row?.xId)
    const held = (await cache.get('people', key))?.contacts.find(isThem)
    if (held) return held
    const found = (link ? await adapter.get([link.contact]) : await adapter.find([key])).find(isThem)
    if (found) return { ...found, handle: key }
  }
  return undefined
}

/** The place in the journal before which nothing goes out. */
function stampAt(moment: number): Stamp {
  return `${Math.floor(moment).toString(36).padStart(9, '0')}-0000-` as Stamp
}
