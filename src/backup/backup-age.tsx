import type { BackupState } from '../features/backup/last-backup-worker'
import { isBackupOld } from '../features/backup/automatic'
import { Banner } from '../ui/notice'
import { agoOf, numberOf, word } from '../ui/words'

/** How old the last checked backup is: a warning where it is too old, or where none could be made. */
export function BackupAge({ state, oldDays, now }: { readonly state: BackupState; readonly oldDays: number; readonly now: number }) {
  const { last, trouble } = state
  const line = last ? word(last.place === 'folder' ? 'backupLastFolder' : 'backupLast', agoOf(last.at, now), numberOf(last.changes)) : word('backupNever')
  return (
    <>
      {trouble && <Banner tone="warn">{word('backupTrouble', agoOf(trouble.at, now), trouble.reason)}</Banner>}
      {last && isBackupOld(last, oldDays, now) ? <Banner tone="warn">{line}</Banner> : <p class="quiet">{line}</p>}
    </>
  )
}
