import { type IDBPDatabase, openDB } from 'idb'

/** A database of our pages alone with one table: a way back to a file or a folder can be kept nowhere else, and our data is the background's. It is closed again after use. */
export async function inOwnTable<Value>(name: string, table: string, use: (database: IDBPDatabase) => Promise<Value>): Promise<Value> {
  const database = await openDB(name, 1, { upgrade: (fresh) => void fresh.createObjectStore(table) })
  try {
    return await use(database)
  } finally {
    database.close()
  }
}
