import { openDB } from 'idb'
import type { Made } from './make-backup'
import { verify } from './make-backup'

/** What Chromium has and the DOM library does not name yet. */
interface Folder extends FileSystemDirectoryHandle {
  queryPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>
}

type Picker = { showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<Folder> }

const WRITE = { mode: 'readwrite' } as const

/** True where the user can give us a folder: in Chromium, not in Firefox. */
export function canKeepFolder(): boolean {
  return (globalThis as Picker).showDirectoryPicker !== undefined
}

/** Lets the user pick the folder that backups go to; undefined where they think better of it. To be called in a click. */
export async function chooseFolder(): Promise<Folder | undefined> {
  const folder = await (globalThis as Picker).showDirectoryPicker?.({ id: 'regulars', mode: 'readwrite' }).catch(() => undefined)
  if (folder) await (await openHandles()).put('folders', folder, 'backup')
  return folder
}

/** The folder that was picked. */
export async function keptFolder(): Promise<Folder | undefined> {
  return canKeepFolder() ? ((await (await openHandles()).get('folders', 'backup')) as Folder | undefined) : undefined
}

/** Forgets the folder; what is in it stays. */
export async function forgetFolder(): Promise<void> {
  await (await openHandles()).delete('folders', 'backup')
}

/** Writes a backup into the folder and reads it back from there; throws where that cannot be. To be called in a click unless leave was given for good. */
export async function saveToFolder({ file, name }: Made): Promise<void> {
  const folder = await keptFolder()
  if (!folder) throw new Error('No folder was chosen.')
  if ((await folder.queryPermission(WRITE)) !== 'granted' && (await folder.requestPermission(WRITE)) !== 'granted') throw new Error('The browser may no longer write to this folder.')
  const handle = await folder.getFileHandle(name, { create: true })
  const writable = await handle.createWritable()
  await writable.write(file)
  await writable.close()
  const written = await handle.getFile()
  if (written.size !== file.size) throw new Error(`Of ${file.size} bytes only ${written.size} are in the folder.`)
  if (name.endsWith('.json')) await verify(written, () => undefined, new AbortController().signal)
}

/** True where a backup can be written without asking. */
export async function mayWriteNow(): Promise<boolean> {
  return (await (await keptFolder())?.queryPermission(WRITE)) === 'granted'
}

/** A database of this page alone: a handle can be kept nowhere else, and our data is the background's. */
function openHandles() {
  return openDB('regulars-folders', 1, { upgrade: (database) => void database.createObjectStore('folders') })
}
