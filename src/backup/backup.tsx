import { openPage } from '../options/open-page'
import { BackupPage } from './backup-page'

openPage('backupTitle', () => <BackupPage />)
