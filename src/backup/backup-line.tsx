import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { Banner } from '../ui/notice'
import { agoOf, numberOf, word } from '../ui/words'
import { type LastBackup, readLastBackup } from './last-backup'
import { useSurvival } from './use-survival'

/** How old the last backup is, the way to the page of backups, and a warning where the data was cleared. */
export function BackupLine() {
  const [last, setLast] = useState<LastBackup>()
  const { survival } = useSurvival()
  useEffect(() => void readLastBackup().then(setLast), [])
  return (
    <>
      {survival === 'wiped' && <Banner tone="warn">{word('backupWiped')}</Banner>}
      <p class="quiet">{last ? word('backupLast', agoOf(last.at, Date.now()), numberOf(last.changes)) : word('backupNever')}</p>
      <p>
        <a href={browser.runtime.getURL('src/backup/backup.html')}>{word('backupOpenPage')}</a>
      </p>
    </>
  )
}
