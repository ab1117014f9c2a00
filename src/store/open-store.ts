import { type IDBPDatabase, openDB } from 'idb'
import { UNFINISHED } from './copy-database'
import { MIGRATIONS } from './migrations'
import { finishRewriting, isCopyWhole } from './rewrite-database'
import { Told } from '../domain/told'
import { DATABASE, type RegularsDatabase } from './schema'

/** The open database. */
export type Store = IDBPDatabase<RegularsDatabase>

let open: Promise<Store> | undefined
/** Rejects once a page of before an update turns out to hold the database; the opening goes on, and whoever asks when that page is gone gets it. */
let tellHeld: (reason: Error) => void
let held = notHeld()

/** The database, opened once and again after the browser closed it. Rejects when it cannot be opened, or not yet: that is not the same as empty. */
export function openStore(): Promise<Store> {
  open ??= openDatabase().catch((error: unknown) => {
    open = undefined
    throw error
  })
  return Promise.race([open, held])
}

/** Closes the database for work on it as a whole; whoever asks for it meanwhile waits, and gets it afterwards whatever came of the work. */
export async function withStoreClosed(work: () => Promise<void>): Promise<void> {
  const store = await openStore()
  store.close()
  const working = work()
  open = working.catch(() => undefined).then(openDatabase).catch((error: unknown) => {
    open = undefined
    throw error
  })
  await working
}

/** True for a database that a newer Regulars made: it may be read, and is never written to. */
export function isNewer({ version }: Pick<Store, 'version'>): boolean {
  return version > MIGRATIONS.length
}

/** Refuses, in a sentence, to write to a database that a newer Regulars made. */
export function mustBeOurs(store: Store): Store {
  if (isNewer(store)) throw new Told('storeNewer')
  return store
}

async function openDatabase(): Promise<Store> {
  try {
    return await openAt(MIGRATIONS.length)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    if (error.name === 'VersionError') return openAt(undefined)
    if (error.name !== 'AbortError') throw error
    // A rewriting goes on elsewhere, or was cut short; or a step of a migration failed, and will again.
    await finishRewriting()
    return openAt(MIGRATIONS.length)
  }
}

async function openAt(version: number | undefined): Promise<Store> {
  const forget = (): void => void (open = undefined)
  const store = await openDB<RegularsDatabase>(DATABASE, version, {
    upgrade: (database, from, _to, transaction) => void upgrade(database, from, transaction).catch(() => transaction.abort()),
    blocking: (_now, _next, event) => {
      forget()
      ;(event.target as IDBDatabase).close()
    },
    blocked: () => tellHeld(new Told('storeHeld')),
    terminated: forget,
  })
  // The next opening is another matter.
  held = notHeld()
  return store
}

function notHeld(): Promise<never> {
  const held = new Promise<never>((_resolve, reject) => (tellHeld = reject))
  held.catch(() => undefined)
  return held
}

/** Every step or none: what goes wrong in one leaves the database as it was. */
async function upgrade(database: Store, from: number, transaction: Parameters<(typeof MIGRATIONS)[number]>[1]): Promise<void> {
  transaction.done.catch(() => undefined)
  if (database.objectStoreNames.contains(UNFINISHED as never) || (from === 0 && (await isCopyThere(database)))) throw new Error('The database is being rewritten.')
  for (const step of MIGRATIONS.slice(from)) await step(database, transaction)
}

/** Asked while the new database is being made, so that no empty one ever stands where a whole copy waits: a transaction lives as long as it is asked things. */
async function isCopyThere(database: Store): Promise<boolean> {
  const answer = { known: false, isThere: false }
  const learn = (isThere: boolean): void => void Object.assign(answer, { known: true, isThere })
  void isCopyWhole().then(learn, () => learn(false))
  const waiting = (database as unknown as IDBPDatabase).createObjectStore(UNFINISHED)
  while (!answer.known) await waiting.get(0)
  ;(database as unknown as IDBPDatabase).deleteObjectStore(UNFINISHED)
  return answer.isThere
}
