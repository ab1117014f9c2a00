import browser from 'webextension-polyfill'
import { useSettings } from '../options/use-settings'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { BackupAge } from './backup-age'
import { useBackupState } from './use-backup-state'
import { useSurvival } from './use-survival'

/** How old the last backup is, the way to the page of backups, and a warning where the data was cleared. */
export function BackupLine() {
  const state = useBackupState()
  const { settings } = useSettings()
  const { survival, failure } = useSurvival()
  return (
    <>
      {failure && <Banner tone="warn">{word('storeUnread', failure)}</Banner>}
      {survival === 'wiped' && <Banner tone="warn">{word('backupWiped')}</Banner>}
      {state && settings && <BackupAge state={state} oldDays={settings.backupOldDays} now={Date.now()} />}
      <p>
        <a href={browser.runtime.getURL('src/backup/backup.html')}>{word('backupOpenPage')}</a>
      </p>
    </>
  )
}
