import browser from 'webextension-polyfill'
import { ProgressLine } from '../features/backup/progress-line'
import { useSettings } from '../options/use-settings'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { ArchiveSection } from './archive-section'
import { ImportSection } from './import-section'
import { ExportSection } from './export-section'
import { SaveSections } from './save-section'
import { useSurvival } from './use-survival'
import { useTask } from './use-task'

/** Saving everything, bringing it back, and lists from and for other tools. One long thing at a time. */
export function BackupPage() {
  const task = useTask(word('backupCancelled'))
  const { survival, accept } = useSurvival()
  const { settings, save } = useSettings()
  return (
    <>
      <header class="options-head">
        <img src={browser.runtime.getURL('icons/regulars.svg')} alt="" />
        <h1>{word('backupTitle')}</h1>
        <a href={browser.runtime.getURL('src/options/options.html')}>{word('optionsTitle')}</a>
      </header>
      <div class="sections">
        {survival === 'wiped' && (
          <Banner tone="warn">
            <p>{word('backupWiped')}</p>
            <button class="button" type="button" onClick={accept}>{word('backupWipedAccept')}</button>
          </Banner>
        )}
        <div class="stack">
          <ProgressLine progress={task.progress} onCancel={task.cancel} />
          <p role="status">{task.outcome && !task.outcome.failed && task.outcome.text}</p>
          <p role="alert">{task.outcome?.failed && task.outcome.text}</p>
        </div>
        <SaveSections task={task} settings={settings} save={save} />
        <ImportSection task={task} />
        <ArchiveSection task={task} />
        <ExportSection task={task} />
      </div>
    </>
  )
}
