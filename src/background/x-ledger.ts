import { announce } from '../contract/announce'
import type { ChangeBody } from '../domain/change'
import type { Facts } from '../domain/facts'
import { type HandleKey, keyOf, toHandle, toXId } from '../domain/handle'
import { judgeFacts } from '../domain/judge-facts'
import { replacedBy } from '../domain/own-numbers'
import { personOf } from '../domain/person'
import { usOf } from '../features/history/contact-rule'
import { recordSeen, withRoom } from '../features/history/seen-worker'
import { dueFacts, keepFacts } from '../features/influence/facts-worker'
import { lookUp, newPersonId } from '../features/people/people-worker'
import type { Ledger } from '../features/x-account/ledger'
import { toGoneFacts, toToldFacts } from '../features/x-account/to-told-facts'
import { readSettings } from '../settings/settings'
import { dropWordsOf } from '../store/drop-words'
import { record } from '../store/journal'
import type { Store } from '../store/open-store'
import { findByXId } from '../store/read-people'
import type { WriteTransaction } from '../store/transactions'

async function tell(keys: readonly HandleKey[]): Promise<void> {
  if (keys.length > 0) await announce({ announce: 'people/changed', keys }).catch(() => undefined)
}

/** Writes what X's interface told by the same rules as what the page shows: nobody in particular said it. */
export function makeLedger(store: Store, now: () => number): Ledger {
  const write = async (decide: (transaction: WriteTransaction) => Promise<readonly ChangeBody[]>): Promise<void> => {
    const { keys } = await record(store, { by: '', now: now() }, decide)
    await tell(keys)
  }
  const keep = async (facts: readonly Facts[]): Promise<void> => {
    const numbers = replacedBy((await readSettings()).influence)
    const due = await dueFacts(store, facts.map((one) => judgeFacts(one, numbers, now())))
    if (due.length > 0) await write((transaction) => keepFacts(transaction, due))
  }
  const ours = async () => [...(await readSettings()).brandAccounts, ...(await store.getAll('xAccounts')).map(({ handle }) => handle)]
  return {
    ours: async () => new Set((await ours()).map(keyOf)),
    posts: async (seen, wanted) => {
      if (seen.length === 0) return
      const us = usOf(await ours(), undefined)
      const within = async (room: number): Promise<number> => {
        let met = 0
        await write(async (transaction) => {
          const found = await recordSeen(transaction, seen, us, room, newPersonId)
          met = found.met
          return found.changes
        })
        return met
      }
      await (wanted ? within(Infinity) : withRoom(now(), within))
    },
    accounts: async (accounts) => {
      if (accounts.length === 0) return
      const { learned } = await lookUp(store, { sightings: accounts.map(({ handle, xId }) => ({ handle, xId })), xIds: [] })
      if (learned.length > 0) await write(() => Promise.resolve(learned))
      await keep(accounts.map((account) => toToldFacts(account, now())))
      await tell(await dropWordsOf(store, accounts.flatMap(({ xId, isProtected }) => (isProtected ? [xId] : []))))
    },
    missing: async (missing, by) => {
      const held = by === 'ids' ? await findByXId(store, missing.flatMap(({ asked }) => toXId(asked) ?? [])) : []
      const named = new Map(held.map(({ record, row }) => [String(record.xId), personOf(record).handle ?? personOf(row).handle]))
      await keep(missing.flatMap((one) => toGoneFacts(one, by === 'ids' ? named.get(one.asked) : toHandle(one.asked), by, now()) ?? []))
      // Who is unknown by a handle alone may only go by another one now.
      if (by === 'ids') await tell(await dropWordsOf(store, missing.flatMap(({ asked }) => toXId(asked) ?? [])))
    },
  }
}
