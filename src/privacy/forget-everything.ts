import { deleteDB } from 'idb'
import browser, { type Permissions } from 'webextension-polyfill'

type OptionalPermissions = NonNullable<Permissions.Permissions['permissions']>

/** Deletes every database, everything in storage, every cache and alarm, and gives back what was allowed on use. The background then starts as after an install. */
export async function forgetEverything(): Promise<void> {
  const databases = await indexedDB.databases()
  // Every connection of ours lets go when it is told that its database is to be deleted.
  for (const { name } of databases) if (name !== undefined) await deleteDB(name)
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear(), browser.alarms.clearAll()])
  for (const name of await caches.keys()) await caches.delete(name)
  await giveBackPermissions()
}

/** What the user allowed beyond what the manifest asks for. */
async function giveBackPermissions(): Promise<void> {
  const { permissions: fixed = [], host_permissions: hosts = [] } = browser.runtime.getManifest()
  const { permissions = [], origins = [] } = await browser.permissions.getAll()
  const asked = permissions.filter((name) => !fixed.includes(name)) as OptionalPermissions
  const places = origins.filter((origin) => !hosts.includes(origin))
  if (asked.length + places.length > 0) await browser.permissions.remove({ permissions: asked, origins: places })
}
