import { Later, persevere } from '../../remote/back-off'
import { refusalOf } from '../../remote/x-refused'
import { whatWent } from '../../domain/told'
import type { SavedSearch } from '../../domain/saved-search'
import type { Time } from '../../remote/time'
import { OverBudget, pollEvery, spentIn } from './budget'
import { backFill, recordFetched } from './back-fill-worker'
import { lookBack } from './compliance-worker'
import { isAtWork, restAfter, type XConnection } from './connection'
import { updateConnection } from './connections-worker'
import { enrichBatch } from './enrich-worker'
import type { Ledger } from './ledger'
import { listen } from './listen-worker'
import type { Mention } from './mention'
import { type Call, pollMentions, pollOwnPosts } from './poll-worker'
import { spendingOf } from './spend-worker'
import { AccessLost, type Calling, callX } from './tokens-worker'

/** All that the work needs around it. */
export interface Working extends Calling {
  readonly time: Time
  readonly chance: () => number
  readonly ledger: Ledger
  readonly pollMinutes: number
  readonly searches: readonly SavedSearch[]
  /** Numbers older than this (ms) are asked for again. */
  readonly stale: number
  /** Told before every call: the worker lives on while something is under way, and is woken again if it is stopped. */
  readonly alive: () => Promise<unknown>
  readonly onNew: (mentions: readonly Mention[], connection: XConnection) => Promise<void>
}

/** Does for every connection what is due: asks for mentions, fetches from before, brings people up to date. What goes wrong with one keeps no other from its turn. */
export async function work(working: Working): Promise<void> {
  for (const connection of await working.store.getAll('xAccounts')) {
    if (!isAtWork(connection, working.searches) || (connection.notBefore ?? 0) > working.now()) continue
    try {
      await workFor(connection, working)
      await updateConnection(working.store, connection.id, withoutTrouble)
    } catch (error) {
      // Where it does not go on by itself, what was paid for is not kept waiting for what is older.
      if (error instanceof OverBudget || error instanceof AccessLost) await recordFetched(working.store, connection.id, working.ledger)
      await noteTrouble(connection, error, working)
    }
  }
}

function withoutTrouble(held: XConnection): XConnection {
  if (held.notBefore === undefined && held.failures === undefined && held.trouble === undefined) return held
  return { ...held, notBefore: undefined, failures: undefined, trouble: undefined }
}

async function workFor(connection: XConnection, working: Working): Promise<void> {
  const { store, ledger } = working
  const call = callOf(connection, working)
  await poll(connection, call, working)
  await backFill(store, connection.id, call, ledger)
  await listenFor(connection, call, working)
  await enrich(connection, call, working)
}

/** Searches are asked by the account that was connected first, seldomer than mentions: what they bring costs more. */
async function listenFor({ id }: XConnection, call: Call, { store, searches, pollMinutes, now, caps }: Working): Promise<void> {
  const [first] = (await store.getAll('xAccounts')).filter(({ refused }) => refused !== true).toSorted((one, other) => one.connectedAt - other.connectedAt)
  if (first?.id !== id || searches.length === 0) return
  const every = pollEvery(pollMinutes * 3, spentIn(await spendingOf(store, now())), caps) * 60_000
  await listen(searches, (await store.getAll('xAccounts')).map(({ handle }) => handle), call, every - 1000, now())
}

/** A call with everything around it: a sign of life, a second try after what passes, new tokens, and the gate of the budget. */
function callOf(connection: XConnection, working: Working): Call {
  const { time, chance } = working
  return (use) =>
    persevere(
      async () => {
        await working.alive()
        return callX(connection, working, use)
      },
      { time, chance, refusalOf },
    )
}

async function poll(connection: XConnection, call: Call, working: Working): Promise<void> {
  const { store, ledger, now, caps } = working
  if (!connection.inbox) return
  const every = pollEvery(working.pollMinutes, spentIn(await spendingOf(store, now())), caps) * 60_000
  // A clock that was put back must not keep the next poll away for years.
  const isDue = (last: number | undefined, times: number): boolean => last === undefined || Math.abs(now() - last) >= every * times - 1000
  if (!isDue(connection.polledAt, 1)) return
  const found = await pollMentions(store, connection, call, ledger, now())
  if ((await store.count('mentions')) > 0 && isDue(connection.ownPolledAt, 3)) await pollOwnPosts(store, connection, call, ledger, now())
  if (connection.mentionsSince !== undefined) await lookBack(store, connection, call, now())
  const open = new Set(await store.getAllKeys('mentions'))
  await working.onNew(connection.mentionsSince === undefined ? [] : found.filter(({ id }) => open.has(id)), connection)
}

async function enrich({ id, enrich }: XConnection, call: Call, { store, ledger, stale, now, caps }: Working): Promise<void> {
  if (!enrich) return
  for (;;) {
    // Up to date is nice to have: nothing is spent on it beyond the soft cap.
    const [held, spent] = await Promise.all([store.get('xAccounts', id), spendingOf(store, now())])
    if (!held?.enrich || spentIn(spent) >= caps.slowFrom) return
    if (!(await enrichBatch(store, held, call, ledger, stale, now()))) return
  }
}

async function noteTrouble({ id }: XConnection, error: unknown, { store, now }: Working): Promise<void> {
  const trouble = whatWent(error)
  await updateConnection(store, id, (held) => {
    const failures = (held.failures ?? 0) + 1
    if (error instanceof AccessLost) return { ...held, refused: true, trouble }
    return { ...held, failures, trouble, notBefore: error instanceof Later ? error.until : error instanceof OverBudget ? now() + 3_600_000 : restAfter(failures, now()) }
  })
}
