import type { IDBPDatabase } from 'idb'
import { sha256 } from '../domain/sha256'
import { isBackupName, surplusOf } from '../features/backup/automatic'
import { isSealed } from '../features/backup/seal'
import { verify } from './make-backup'
import { nothingIfCancelled } from './nothing-if-cancelled'
import { inOwnTable } from './own-table'
import { Told } from '../domain/told'

/** What Chromium has and the DOM library does not name yet. */
interface Folder extends FileSystemDirectoryHandle {
  queryPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>
}

type Picker = { showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<Folder> }

const WRITE = { mode: 'readwrite' } as const
const KEY = 'backup'

/** True where the user can give us a folder: in Chromium, not in Firefox. */
export function canKeepFolder(): boolean {
  return (globalThis as Picker).showDirectoryPicker !== undefined
}

/** Lets the user pick the folder that backups go to; undefined where they think better of it. To be called in a click. */
export async function chooseFolder(): Promise<Folder | undefined> {
  const folder = await (globalThis as Picker).showDirectoryPicker?.({ id: 'regulars', mode: 'readwrite' }).catch(nothingIfCancelled)
  if (folder) await withHandles((handles) => handles.put('folders', folder, KEY))
  return folder
}

/** The folder that was picked. */
export async function keptFolder(): Promise<Folder | undefined> {
  return canKeepFolder() ? ((await withHandles((handles) => handles.get('folders', KEY))) as Folder | undefined) : undefined
}

/** Of the backups in a folder that the user picks now the newest; undefined where there is none, or no folder was picked. To be called in a click. */
export async function newestInFolder(): Promise<File | undefined> {
  const folder = await chooseFolder()
  const names = folder ? (await namesIn(folder)).filter(isBackupName) : []
  const files = await Promise.all(names.map(async (name) => (await folder?.getFileHandle(name))?.getFile()))
  return files.reduce((newest, file) => (file && (!newest || file.lastModified > newest.lastModified) ? file : newest), undefined)
}

/** Forgets the folder; what is in it stays. */
export async function forgetFolder(): Promise<void> {
  await withHandles((handles) => handles.delete('folders', KEY))
}

/** True where a backup can be written without asking. */
export async function mayWriteNow(): Promise<boolean> {
  return (await (await keptFolder())?.queryPermission(WRITE)) === 'granted'
}

/** Asks the browser for leave to write into the folder again. To be called in a click. */
export async function askLeave(): Promise<boolean> {
  return (await (await keptFolder())?.requestPermission(WRITE)) === 'granted'
}

/** Writes a file into the folder and reads it back from there, byte for byte; throws where that cannot be. Of those made by themselves so many are kept. */
export async function saveToFolder(file: Blob, name: string, kept: number): Promise<void> {
  const folder = await keptFolder()
  if (!folder) throw new Told('toldNoFolder')
  if (!(await mayWriteNow())) throw new Told('toldFolderLeave', folder.name)
  const handle = await folder.getFileHandle(name, { create: true }).catch((error: unknown) => sayGone(error, folder))
  const writable = await handle.createWritable()
  await writable.write(file)
  await writable.close()
  await readBack(await handle.getFile(), file)
  for (const old of surplusOf(await namesIn(folder), kept)) await folder.removeEntry(old)
}

async function readBack(written: File, file: Blob): Promise<void> {
  if (written.size !== file.size) throw new Told('toldFolderShort', file.size, written.size)
  if ((await sha256(await written.arrayBuffer())) !== (await sha256(await file.arrayBuffer()))) throw new Told('toldFolderChanged')
  if (!(await isSealed(written))) await verify(written, () => undefined, new AbortController().signal)
}

async function namesIn(folder: Folder): Promise<readonly string[]> {
  const names: string[] = []
  for await (const [name, entry] of folder.entries()) if (entry.kind === 'file') names.push(name)
  return names
}

function sayGone(error: unknown, { name }: Folder): never {
  if (error instanceof DOMException && error.name === 'NotFoundError') throw new Told('toldFolderGone', name)
  throw error
}

function withHandles<Value>(use: (database: IDBPDatabase) => Promise<Value>): Promise<Value> {
  return inOwnTable('regulars-folders', 'folders', use)
}
