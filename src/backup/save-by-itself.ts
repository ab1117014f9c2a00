import { reasonOf } from '../contract/reason-of'
import { automaticName } from '../features/backup/automatic'
import { writeBackupTrouble, writeLastBackup } from '../features/backup/last-backup-worker'
import { readSettings } from '../settings/settings'
import { saveToDownloads } from './downloads'
import { saveToFolder } from './folder'
import { makeBackup } from './make-backup'

/** Makes the backup that is due, where the user wants it, checks it and keeps the newest few. What goes wrong is kept for the user to read. */
export async function saveByItself(signal: AbortSignal): Promise<void> {
  const now = Date.now()
  try {
    const { backupTo, backupsKept } = await readSettings()
    if (backupTo === 'nowhere') return
    const { file, counts } = await makeBackup('', () => undefined, signal)
    if (backupTo === 'folder') await saveToFolder(file, automaticName(now), backupsKept)
    else await saveToDownloads(file, automaticName(now), backupsKept)
    await writeLastBackup({ at: now, changes: counts.journal, place: backupTo })
  } catch (error) {
    await writeBackupTrouble({ at: now, reason: reasonOf(error) })
  }
}
