import browser from 'webextension-polyfill'
import { dropStorageCopy, keepStorage, keptStorage } from '../../store/storage-copy'

/**
 * Makes the browser's storage of settings anew, since its files keep what settings said before. Emptied whole, Chromium deletes the files; Firefox writes
 * zeros over what it deletes once it closes them. Emptying and filling go out in one turn, so that nobody finds it empty; a browser that is stopped in
 * between finds the copy when it starts.
 */
export async function rewriteStorage(): Promise<void> {
  const { local } = browser.storage
  await keepStorage(await local.get(null))
  // Once more: the copy took its time, and a setting may have been changed in it.
  const held = await local.get(null)
  await Promise.all([local.clear(), local.set(held)])
  await dropStorageCopy()
}

/** Puts back what a rewriting that was cut short had emptied; nothing where none was. */
export async function finishStorage(): Promise<void> {
  const copy = await keptStorage()
  if (copy === undefined) return
  // What was set since is newer.
  await browser.storage.local.set({ ...copy, ...(await browser.storage.local.get(null)) })
  await dropStorageCopy()
}
