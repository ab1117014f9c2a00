import { deleteDB, type IDBPDatabase, openDB } from 'idb'
import { openSealed, seal, type Sealed } from './seal-secret'

/** A database of its own: no backup reads it, and what is deleted whole leaves the profile's files at once. */
const SECRETS = 'regulars-secrets'
const KEY_NAME = 'key'

type Tables = IDBPDatabase<{ keys: { key: string; value: CryptoKey }; secrets: { key: string; value: Sealed } }>

/** Keeps a token or password under a name, encrypted; what was kept under it before is gone. A page of ours may give one: only the background gets one back. */
export async function keepSecret(name: string, secret: string): Promise<void> {
  await withSecrets(async (database) => {
    const sealed = await seal(await keyIn(database), name, secret)
    await database.put('secrets', sealed, name)
  })
}

/** The secret, for the background alone; undefined where none was kept. Rejects where what is kept cannot be opened. */
export async function readSecret(name: string): Promise<string | undefined> {
  return withSecrets(async (database) => {
    const [key, sealed] = await Promise.all([database.get('keys', KEY_NAME), database.get('secrets', name)])
    return sealed && openSealed(key, name, sealed)
  })
}

/** Whether a secret is kept under the name. */
export async function hasSecret(name: string): Promise<boolean> {
  return withSecrets(async (database) => (await database.count('secrets', name)) > 0)
}

/** Forgets a secret; with the last one goes the key that opened it, and the database itself. */
export async function forgetSecret(name: string): Promise<void> {
  const left = await withSecrets(async (database) => {
    await database.delete('secrets', name)
    return database.count('secrets')
  })
  if (left === 0) await forgetSecrets()
}

/** Forgets every secret and the key. */
export async function forgetSecrets(): Promise<void> {
  await deleteDB(SECRETS)
}

/** Opened for each use: secrets are asked for seldom, and an open connection would hold up the deletion. */
async function withSecrets<Value>(use: (database: Tables) => Promise<Value>): Promise<Value> {
  const database: Tables = await openDB(SECRETS, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('keys')
      fresh.createObjectStore('secrets')
    },
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  })
  try {
    return await use(database)
  } finally {
    database.close()
  }
}

/** The one key of this profile. It was made where it cannot be exported: whoever copies the files finds no bytes of it to read in script. */
async function keyIn(database: Tables): Promise<CryptoKey> {
  const held = await database.get('keys', KEY_NAME)
  if (held) return held
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  // Two who make one at once: the first to write it wins, and both use that one.
  const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' })
  const winner = (await transaction.store.get(KEY_NAME)) ?? made
  if (winner === made) await transaction.store.add(made, KEY_NAME)
  await transaction.done
  return winner
}
