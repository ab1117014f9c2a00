import browser from 'webextension-polyfill'
import { fieldsOf } from '../../domain/fields-of'

/** The last backup that was checked: in a folder it was read back whole, of a download the size on the disk was compared. */
export interface LastBackup {
  /** Ms since 1970. */
  readonly at: number
  /** How many changes it holds. */
  readonly changes: number
  readonly place: 'download' | 'folder'
}

/** Why no backup was made by itself the last time it was tried. */
export interface BackupTrouble {
  readonly at: number
  readonly reason: string
}

const LAST = 'lastBackup'
const TRIED = 'backupTriedAt'
const TROUBLE = 'backupTrouble'

/** What is known of the backups made so far. */
export interface BackupState {
  readonly last: LastBackup | undefined
  readonly triedAt: number | undefined
  readonly trouble: BackupTrouble | undefined
}

/** What is known of backups. Rejects when it cannot be read. */
export async function readBackupState(): Promise<BackupState> {
  const { [LAST]: last, [TRIED]: tried, [TROUBLE]: trouble } = await browser.storage.local.get([LAST, TRIED, TROUBLE])
  return { last: toLast(last), triedAt: typeof tried === 'number' ? tried : undefined, trouble: toTrouble(trouble) }
}

/** Remembers that a backup was made and checked: whatever was wrong before is over. */
export async function writeLastBackup(last: LastBackup): Promise<void> {
  await browser.storage.local.set({ [LAST]: last })
  await browser.storage.local.remove(TROUBLE)
}

/** Remembers that a backup by itself is tried now (ms since 1970). */
export async function writeBackupTried(now: number): Promise<void> {
  await browser.storage.local.set({ [TRIED]: now })
}

/** Remembers why no backup could be made. */
export async function writeBackupTrouble(trouble: BackupTrouble): Promise<void> {
  await browser.storage.local.set({ [TROUBLE]: trouble })
}

function toLast(value: unknown): LastBackup | undefined {
  const { at, changes, place } = fieldsOf(value)
  return typeof at === 'number' && typeof changes === 'number' ? { at, changes, place: place === 'folder' ? 'folder' : 'download' } : undefined
}

function toTrouble(value: unknown): BackupTrouble | undefined {
  const { at, reason } = fieldsOf(value)
  return typeof at === 'number' && typeof reason === 'string' ? { at, reason } : undefined
}
