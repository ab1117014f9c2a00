import { useEffect, useState } from 'preact/hooks'
import { Section } from '../options/section'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { Banner } from '../ui/notice'
import { agoOf, numberOf, word } from '../ui/words'
import { exportPeople } from './export-people'
import { canKeepFolder, chooseFolder, forgetFolder, keptFolder, saveToFolder } from './folder'
import { type LastBackup, readLastBackup, writeLastBackup } from './last-backup'
import { download, makeBackup } from './make-backup'
import type { Task } from './use-task'

const OLD_AFTER = 7 * 86_400_000

/** Saving everything into one file, by hand or into a folder. */
export function SaveSection({ task }: { readonly task: Task }) {
  const [passphrase, setPassphrase] = useState('')
  const [last, setLast] = useState<LastBackup>()
  const [folder, setFolder] = useState<string>()
  useEffect(() => {
    void readLastBackup().then(setLast)
    void keptFolder().then((kept) => setFolder(kept?.name))
  }, [])

  const save = (place: LastBackup['place']): void =>
    task.run(word('backupSaving'), async (told, signal) => {
      const made = await makeBackup(passphrase, told, signal)
      if (place === 'folder') await saveToFolder(made)
      else download(made.file, made.name)
      const saved: LastBackup = { at: Date.now(), changes: made.counts.journal, place }
      await writeLastBackup(saved)
      setLast(saved)
      return word('backupSaved', made.name, numberOf(made.counts.journal))
    })
  const choose = (): void =>
    void chooseFolder().then((chosen) => {
      setFolder(chosen?.name)
      if (chosen) save('folder')
    }, console.error)

  return (
    <Section id="save" title={word('backupSave')} lead={word('backupSaveLead')}>
      <LastLine last={last} />
      <TextField type="password" label={word('backupPassphrase')} hint={word('backupPassphraseHint')} value={passphrase} onText={setPassphrase} autocomplete="new-password" />
      <div class="row">
        <Button kind="primary" disabled={task.progress !== undefined} onClick={() => save('download')}>{word('backupSave')}</Button>
        {canKeepFolder() && !folder && <Button onClick={choose}>{word('backupChooseFolder')}</Button>}
        {folder && <Button disabled={task.progress !== undefined} onClick={() => save('folder')}>{word('backupSaveFolder', folder)}</Button>}
        {folder && <Button kind="quiet" onClick={() => void forgetFolder().then(() => setFolder(undefined))}>{word('backupForgetFolder')}</Button>}
      </div>
    </Section>
  )
}

function LastLine({ last }: { readonly last: LastBackup | undefined }) {
  const now = Date.now()
  if (!last) return <p class="quiet">{word('backupNever')}</p>
  const line = word('backupLast', agoOf(last.at, now), numberOf(last.changes))
  return now - last.at > OLD_AFTER ? <Banner tone="warn">{line}</Banner> : <p class="quiet">{line}</p>
}

/** People, tags and notes for other tools. */
export function ExportSection({ task }: { readonly task: Task }) {
  const run = (as: 'csv' | 'json'): void =>
    task.run(word('backupExporting'), async (told, signal) => {
      download(await exportPeople(as, told, signal), `regulars-people.${as}`)
      return word('backupExported')
    })
  return (
    <Section id="export" title={word('backupExport')} lead={word('backupExportLead')}>
      <div class="row">
        <Button disabled={task.progress !== undefined} onClick={() => run('csv')}>CSV</Button>
        <Button disabled={task.progress !== undefined} onClick={() => run('json')}>JSON</Button>
      </div>
    </Section>
  )
}
