import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { type BackupState, readBackupState } from '../features/backup/last-backup-worker'

/** What is known of the backups made so far, as it is now; undefined until it is read. */
export function useBackupState(): BackupState | undefined {
  const [state, setState] = useState<BackupState>()
  useEffect(() => {
    const read = (): void => void readBackupState().then(setState, console.error)
    const changed = (_changes: unknown, area: string): void => void (area === 'local' && read())
    read()
    browser.storage.onChanged.addListener(changed)
    return () => browser.storage.onChanged.removeListener(changed)
  }, [])
  return state
}
