import { useState } from 'preact/hooks'
import { automaticName } from '../features/backup/automatic'
import { writeLastBackup } from '../features/backup/last-backup-worker'
import { Section } from '../options/section'
import type { HeldSettings } from '../options/use-settings'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { numberOf, word } from '../ui/words'
import { AutomaticSection } from './automatic-section'
import { BackupAge } from './backup-age'
import { mayDownload, saveToDownloads } from './downloads'
import { saveToFolder } from './folder'
import { download, type Made, makeBackup } from './make-backup'
import { useBackupState } from './use-backup-state'
import { useFolder } from './use-folder'
import type { Task } from './use-task'

type Place = 'folder' | 'download'

/** Saving everything into one file, by hand and by itself. */
export function SaveSections({ task, settings, save }: { readonly task: Task } & Pick<HeldSettings, 'settings' | 'save'>) {
  const [passphrase, setPassphrase] = useState('')
  const state = useBackupState()
  const folder = useFolder()
  const kept = settings?.backupsKept ?? 1
  const run = (place: Place, sealedWith: string, nameOf: (made: Made) => string): void =>
    task.run(word('backupSaving'), async (told, signal) => {
      const made = await makeBackup(sealedWith, told, signal)
      await put(made.file, nameOf(made), place, kept)
      await writeLastBackup({ at: Date.now(), changes: made.counts.journal, place })
      return word('backupSaved', nameOf(made), numberOf(made.counts.journal))
    })
  const byHand = (place: Place): void => run(place, passphrase, ({ name }) => name)

  return (
    <>
      <Section id="save" title={word('backupSave')} lead={word('backupSaveLead')}>
        {state && settings && <BackupAge state={state} oldDays={settings.backupOldDays} now={Date.now()} />}
        <TextField type="password" label={word('backupPassphrase')} hint={word('backupPassphraseHint')} value={passphrase} onText={setPassphrase} autocomplete="new-password" />
        <div class="row">
          <Button kind="primary" disabled={task.progress !== undefined} onClick={() => byHand('download')}>{word('backupSave')}</Button>
          {folder.name && folder.mayWrite && <Button disabled={task.progress !== undefined} onClick={() => byHand('folder')}>{word('backupSaveFolder', folder.name)}</Button>}
        </div>
      </Section>
      {settings && <AutomaticSection settings={settings} save={save} folder={folder} task={task} onFirst={(place) => run(place, '', () => automaticName(Date.now()))} />}
    </>
  )
}

/** Where the browser lets us, a download is followed to the disk; otherwise the browser alone knows what becomes of it. */
async function put(file: Blob, name: string, place: Place, kept: number): Promise<void> {
  if (place === 'folder') await saveToFolder(file, name, kept)
  else if (await mayDownload()) await saveToDownloads(file, name, kept)
  else download(file, name)
}
