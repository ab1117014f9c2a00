import browser from 'webextension-polyfill'
import { useBackupState } from '../backup/use-backup-state'
import { isBackupOld } from '../features/backup/automatic'
import type { Settings } from '../settings/settings'
import { agoOf, word } from '../ui/words'
import { Button } from '../ui/button'
import { useSurvival } from '../backup/use-survival'

/** One line on the backups, and the way to them; loud only where something is to be done. */
export function BackupHint({ settings }: { readonly settings: Settings | undefined }) {
  const state = useBackupState()
  const { survival, failure } = useSurvival()
  if (failure) return <Hint line={word('storeUnread', failure)} action={word('recoveryTitle')} isLoud />
  if (!state || !settings || survival === undefined || survival === 'new') return null
  const now = Date.now()
  const isOld = isBackupOld(state.last, settings.backupOldDays, now)
  const line = survival === 'wiped' ? word('backupWiped') : state.trouble ? word('popupBackupTrouble') : state.last ? word('popupBackup', agoOf(state.last.at, now)) : word('backupNever')
  const isLoud = survival === 'wiped' || state.trouble !== undefined || isOld
  return <Hint line={line} action={word(isLoud ? 'popupBackupNow' : 'popupBackups')} isLoud={isLoud} />
}

function Hint({ line, action, isLoud }: { readonly line: string; readonly action: string; readonly isLoud: boolean }) {
  return (
    <p class="backup-hint small" data-loud={isLoud || undefined}>
      {line}{' '}
      <Button kind="link" onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('src/backup/backup.html') }).then(() => close())}>
        {action}
      </Button>
    </p>
  )
}
