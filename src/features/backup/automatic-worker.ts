import browser from 'webextension-polyfill'
import { readSettings } from '../../settings/settings'
import { isBackupDue } from './automatic'
import { readBackupState, writeBackupTried } from './last-backup-worker'

const ALARM = 'backup'
const EVERY_MINUTES = 60

/** The page that makes a backup by itself and closes: only a page can hand a file to the downloads, and read one back, in both browsers. */
export const BACKUP_PAGE = 'src/backup/by-itself.html'

/** Sees to it that backups are made by themselves: looked at once an hour, and when the background starts. Call it in the first turn. */
export function watchBackups(): void {
  browser.alarms.onAlarm.addListener(({ name }) => void (name === ALARM && backUpIfDue().catch(console.error)))
  browser.runtime.onStartup.addListener(() => void backUpIfDue().catch(console.error))
  void keepAlarm()
}

/** Chrome clears alarms when the extension is updated: so it is asked at every start whether it is there. */
async function keepAlarm(): Promise<void> {
  if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: EVERY_MINUTES })
}

async function backUpIfDue(): Promise<void> {
  const [{ backupTo, backupEveryDays }, { last, triedAt }] = await Promise.all([readSettings(), readBackupState()])
  const now = Date.now()
  if (!isBackupDue({ place: backupTo, everyDays: backupEveryDays, last, triedAt, now })) return
  // A tab needs a window; without one the next hour will do.
  if ((await browser.windows.getAll()).length === 0) return
  await writeBackupTried(now)
  await browser.tabs.create({ url: browser.runtime.getURL(BACKUP_PAGE), active: false })
}
