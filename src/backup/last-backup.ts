import browser from 'webextension-polyfill'

/** The last backup that was read back. */
export interface LastBackup {
  /** Ms since 1970. */
  readonly at: number
  /** How many changes it holds. */
  readonly changes: number
  readonly place: 'download' | 'folder'
}

const KEY = 'lastBackup'

/** The last verified backup; undefined where there is none. */
export async function readLastBackup(): Promise<LastBackup | undefined> {
  const { [KEY]: held } = await browser.storage.local.get(KEY)
  const { at, changes, place } = (typeof held === 'object' && held !== null ? held : {}) as Readonly<Record<string, unknown>>
  return typeof at === 'number' && typeof changes === 'number' ? { at, changes, place: place === 'folder' ? 'folder' : 'download' } : undefined
}

/** Remembers that a backup was made and read back. */
export async function writeLastBackup(last: LastBackup): Promise<void> {
  await browser.storage.local.set({ [KEY]: last })
}
