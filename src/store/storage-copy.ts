import { deleteDB, openDB } from 'idb'

/** Where everything of the browser's storage stands while that is made anew. */
const COPY = 'regulars-storage'

/** Keeps a copy of the browser's storage, on the disk before this resolves. */
export async function keepStorage(held: Readonly<Record<string, unknown>>): Promise<void> {
  const database = await openDB(COPY, 1, { upgrade: (fresh) => void fresh.createObjectStore('copy') })
  try {
    const writing = database.transaction('copy', 'readwrite', { durability: 'strict' })
    await Promise.all([writing.store.put(held, 'all'), writing.done])
  } finally {
    database.close()
  }
}

/** The copy that stayed because the browser was stopped before it was put back; undefined where none did. */
export async function keptStorage(): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (!(await indexedDB.databases()).some(({ name }) => name === COPY)) return undefined
  const database = await openDB(COPY)
  try {
    return database.objectStoreNames.contains('copy') ? ((await database.get('copy', 'all')) as Readonly<Record<string, unknown>> | undefined) : undefined
  } finally {
    database.close()
  }
}

/** Deletes the copy. */
export function dropStorageCopy(): Promise<void> {
  return deleteDB(COPY)
}
