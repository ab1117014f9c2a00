import browser from 'webextension-polyfill'
import { ProgressLine } from '../features/backup/progress-line'
import { useSettings } from '../options/use-settings'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { ArchiveSection } from './archive-section'
import { ImportSection } from './import-section'
import { ExportSection } from './export-section'
import { RecoverySection } from './recovery-section'
import { SaveSections } from './save-section'
import { useBackupState } from './use-backup-state'
import { useSurvival } from './use-survival'
import { useTask } from './use-task'
import { WipedWizard } from './wiped-wizard'

/** Saving everything, bringing it back, and lists from and for other tools. One long thing at a time. */
export function BackupPage() {
  const task = useTask(word('backupCancelled'))
  const { survival, failure, accept } = useSurvival()
  const state = useBackupState()
  const { settings, save } = useSettings()
  return (
    <>
      <header class="options-head">
        <img src={browser.runtime.getURL('icons/regulars.svg')} alt="" />
        <h1>{word('backupTitle')}</h1>
        <a href={browser.runtime.getURL('src/options/options.html')}>{word('optionsTitle')}</a>
      </header>
      <div class="sections">
        {failure && <Banner tone="warn">{word('storeUnread', failure)}</Banner>}
        <div class="stack">
          <ProgressLine progress={task.progress} onCancel={task.cancel} />
          <p role="status">{task.outcome && !task.outcome.failed && task.outcome.text}</p>
          <p role="alert">{task.outcome?.failed && task.outcome.text}</p>
        </div>
        {failure && <RecoverySection task={task} />}
        {survival === 'wiped' && state ? (
          <WipedWizard task={task} last={state.last} onDone={accept} />
        ) : (
          <>
            <SaveSections task={task} settings={settings} save={save} />
            <ImportSection task={task} />
            <ArchiveSection task={task} />
          </>
        )}
        <ExportSection task={task} />
        {!failure && <RecoverySection task={task} />}
      </div>
    </>
  )
}
