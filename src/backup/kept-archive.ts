import type { IDBPDatabase } from 'idb'
import type { ImportId } from '../domain/change'
import { sha256 } from '../domain/sha256'
import { nothingIfCancelled } from './nothing-if-cancelled'
import { inOwnTable } from './own-table'

/** What Chromium has and the DOM library does not name yet. */
interface PickedFile extends FileSystemFileHandle {
  queryPermission(descriptor: { mode: 'read' }): Promise<PermissionState>
  requestPermission(descriptor: { mode: 'read' }): Promise<PermissionState>
}

type Picker = { showOpenFilePicker?: (options: { id: string; types: readonly object[] }) => Promise<PickedFile[]> }

/** Which file it was: nobody reads a gigabyte to know it again. */
export interface FileMark {
  readonly name: string
  readonly size: number
  /** SHA-256 of its first megabyte. */
  readonly sum: string
}

/** An archive that is being taken in, and how far that has come. */
export interface KeptArchive extends FileMark {
  readonly id: ImportId
  readonly withMessages: boolean
  /** So many of its entries were gone through, and so many posts of them are in. */
  readonly passed: number
  readonly taken: number
  /** In Chromium: the way back to the file without asking which one it was. */
  readonly handle?: PickedFile | undefined
}

/** A file that the user chose, with the way back to it where the browser has one. */
export interface Chosen {
  readonly file: File
  readonly handle?: PickedFile | undefined
}

const READ = { mode: 'read' } as const
const MEGABYTE = 1_048_576

/** True where the browser gives a way back to a file: in Chromium, not in Firefox. */
export function canKeepFile(): boolean {
  return (globalThis as Picker).showOpenFilePicker !== undefined
}

/** Lets the user pick an archive; undefined where they think better of it. To be called in a click. */
export async function pickArchive(): Promise<Chosen | undefined> {
  const [handle] = (await (globalThis as Picker).showOpenFilePicker?.({ id: 'archive', types: [{ accept: { 'application/zip': ['.zip'] } }] }).catch(nothingIfCancelled)) ?? []
  return handle && { handle, file: await handle.getFile() }
}

/** The file of an archive that was stopped; undefined where the browser has no way back to it, or the user says no. To be called in a click. */
export async function fileAgain({ handle }: KeptArchive): Promise<Chosen | undefined> {
  return handle && (await handle.requestPermission(READ)) === 'granted' ? { handle, file: await handle.getFile() } : undefined
}

/** What a file is known again by. */
export async function markOf(file: File): Promise<FileMark> {
  return { name: file.name, size: file.size, sum: await sha256(await file.slice(0, MEGABYTE).arrayBuffer()) }
}

/** Whether two marks are of one file. */
export function isSameFile(one: FileMark, other: FileMark): boolean {
  return one.name === other.name && one.size === other.size && one.sum === other.sum
}

/** The archive that was stopped before its end. */
export function keptArchive(): Promise<KeptArchive | undefined> {
  return withArchives((archives) => archives.get('archives', 'now') as Promise<KeptArchive | undefined>)
}

/** Notes how far it has come. */
export async function keepArchive(archive: KeptArchive): Promise<void> {
  await withArchives((archives) => archives.put('archives', archive, 'now'))
}

/** It is in to its end, or was taken out, or is left at that. */
export async function forgetArchive(): Promise<void> {
  await withArchives((archives) => archives.delete('archives', 'now'))
}

function withArchives<Value>(use: (database: IDBPDatabase) => Promise<Value>): Promise<Value> {
  return inOwnTable('regulars-archive', 'archives', use)
}
