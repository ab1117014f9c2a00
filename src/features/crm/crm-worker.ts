import browser from 'webextension-polyfill'
import { announce } from '../../contract/announce'
import type { PersonId } from '../../domain/change'
import type { CrmConnection } from '../../domain/crm-connection'
import type { HandleKey } from '../../domain/handle'
import { Later } from '../../remote/back-off'
import type { CrmAdapter } from '../../remote/crm-adapter'
import { CrmProblem, needsTheUser } from '../../remote/crm-problem'
import { machineTime } from '../../remote/time'
import { type CrmCache, openCrmCache } from '../../store/crm-cache'
import type { CrmCopy } from '../../store/crm-memory'
import { openStore } from '../../store/open-store'
import { askAnew, nextOnList, putOnList, strikeOff } from './asked-worker'
import { adapterFor, connectionNow } from './connection-worker'
import type { CrmTrouble } from './crm-messages'
import { staleAmong } from './crm-row'
import { collect, deliver } from './outbox-worker'
import { followChanges, MOST_AT_ONCE, refresh } from './refresh-worker'

const ALARM = 'crm'
/** How often changes are asked for, ms. */
const CHANGES_EVERY = 5 * 60_000
/** So many pages of changes in one turn: a worker should not be busy for long. */
const MOST_PAGES = 50

/** Sees to it that notes go out and changes come in, also while nobody looks. Call it in the first turn. */
export function watchCrm(): void {
  browser.alarms.onAlarm.addListener(({ name }) => void (name === ALARM && takeTurn()))
  void connectionNow().then((connection) => connection && keepAlarm(), () => undefined)
}

/** Wakes us once a minute while there is a connection. */
export async function keepAlarm(): Promise<void> {
  if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { delayInMinutes: 0.5, periodInMinutes: 1 })
}

/** No connection, no alarm. */
export async function dropAlarm(): Promise<void> {
  await browser.alarms.clear(ALARM)
}

/** Notes who was seen, with what is kept of them: those of whom nothing fresh is are asked about, behind whatever answer is under way. */
export async function noteSeen(keys: readonly HandleKey[], rows: ReadonlyMap<HandleKey, CrmCopy | undefined>): Promise<void> {
  const now = Date.now()
  const stale = staleAmong(keys, rows, now)
  if (stale.length > 0 && (await putOnList(stale, now))) await takeTurn()
}

let turn: Promise<void> | undefined
let again = false

/** Does all that is due, one turn at a time; asked for meanwhile, it looks once more at the end. What was written is noted at once: a turn may be waiting for a CRM. */
export async function takeTurn(): Promise<void> {
  const connection = await connectionNow()
  if (!connection) return
  await noteWritten(connection)
  again = true
  turn ??= (async () => {
    try {
      while (again) {
        again = false
        await oneTurn()
      }
    } finally {
      turn = undefined
    }
  })()
  await turn
}

async function noteWritten({ writes, since }: CrmConnection): Promise<void> {
  if (writes === 'never') return
  const store = await openStore()
  await tell(await keysOf(await collect(store, await openCrmCache(), writes, since)))
}

async function oneTurn(): Promise<void> {
  const connection = await connectionNow()
  if (!connection) return
  const cache = await openCrmCache()
  const trouble = await troubleNow(cache)
  if (trouble?.stops) return
  try {
    const adapter = await adapterFor(connection)
    await sendNotes(cache, adapter)
    if (adapter.can.reads) await readAsked(cache, adapter)
    if (adapter.can.tellsChanges) await readChanges(cache, adapter)
    if (trouble) await cache.delete('places', 'trouble')
  } catch (error) {
    await noteTrouble(cache, error)
  }
}

/** What went wrong last; `stops`: nothing is asked until the user has mended it. */
export interface NotedTrouble extends CrmTrouble {
  readonly stops: boolean
}

/** What went wrong last, and since when all goes well nothing. */
export async function troubleNow(cache: CrmCache): Promise<NotedTrouble | undefined> {
  return (await cache.get('places', 'trouble')) as NotedTrouble | undefined
}

/** Keeps what went wrong, for whoever looks. */
export async function noteTrouble(cache: CrmCache, error: unknown): Promise<void> {
  const problem = error instanceof Later ? error.cause : error
  const told = problem instanceof CrmProblem ? problem : new CrmProblem('unreachable')
  if (!(problem instanceof CrmProblem)) console.error('Regulars and the CRM:', error)
  await cache.put('places', { failure: told.failure, theirs: told.theirs, stops: needsTheUser(told) } satisfies NotedTrouble, 'trouble')
}

async function sendNotes(cache: CrmCache, adapter: CrmAdapter): Promise<void> {
  const store = await openStore()
  const delivered = await deliver({ store, cache, adapter, time: machineTime, chance: Math.random })
  const keys = await keysOf(delivered.map(({ person }) => person))
  if (keys.length === 0) return
  await tell(keys)
  // The CRM may say more of them now than it did.
  if (adapter.can.reads) await askAnew(keys, Date.now())
}

async function keysOf(people: readonly PersonId[]): Promise<readonly HandleKey[]> {
  const store = await openStore()
  const rows = await Promise.all([...new Set(people)].map((person) => store.get('people', person)))
  return rows.flatMap((row) => row?.key ?? [])
}

async function readAsked(cache: CrmCache, adapter: CrmAdapter): Promise<void> {
  for (let keys = await nextOnList(MOST_AT_ONCE); keys.length > 0; keys = await nextOnList(MOST_AT_ONCE)) {
    const { changed, missed } = await refresh(cache, adapter, keys, Date.now)
    await strikeOff(keys, missed, Date.now())
    await tell(changed)
  }
}

async function readChanges(cache: CrmCache, adapter: CrmAdapter): Promise<void> {
  const last = await cache.get('places', 'changesAt')
  const now = Date.now()
  if (typeof last === 'number' && last <= now && now - last < CHANGES_EVERY) return
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { changed, more } = await followChanges(cache, adapter, Date.now)
    await tell(changed)
    if (!more) return void (await cache.put('places', now, 'changesAt'))
  }
}

/** Tells whoever shows these people. */
export async function tell(keys: readonly HandleKey[]): Promise<void> {
  if (keys.length > 0) await announce({ announce: 'people/changed', keys }).catch(() => undefined)
}

/** True where the connection reads anything. */
export function reads({ kind }: CrmConnection): boolean {
  return kind !== 'webhook'
}
