import { reasonOf } from '../contract/reason-of'
import { type BackupPlace, BACKUP_PLACES } from '../features/backup/automatic'
import { Section } from '../options/section'
import type { Settings } from '../settings/settings'
import { Button } from '../ui/button'
import { Choices } from '../ui/choices'
import { Select } from '../ui/field'
import { Banner } from '../ui/notice'
import { plural, word } from '../ui/words'
import { askForDownloads } from './downloads'
import { canKeepFolder } from './folder'
import type { Task } from './use-task'
import type { HeldFolder } from './use-folder'

const PLACE_WORDS = { nowhere: ['backupToNowhere', undefined], folder: ['backupToFolder', 'backupToFolderHint'], download: ['backupToDownloads', 'backupToDownloadsHint'] } as const
const EVERY = [1, 7, 30]
const KEPT = [3, 10, 30, 100]
const OLD = [3, 7, 14, 30, 90]

interface AutomaticProps {
  readonly settings: Settings
  readonly save: (changed: Partial<Settings>) => void
  readonly folder: HeldFolder
  readonly task: Task
  /** Makes one at once, so that it is seen to work. */
  readonly onFirst: (place: 'folder' | 'download') => void
}

/** Backups that are made without anybody thinking of them. */
export function AutomaticSection({ settings, save, folder, task, onFirst }: AutomaticProps) {
  const begin = async (place: BackupPlace): Promise<void> => {
    if (place === 'folder' && !(await (folder.name ? folder.allow() : folder.choose()))) return
    if (place === 'download' && !(await askForDownloads())) return
    save({ backupTo: place })
    if (place !== 'nowhere') onFirst(place)
  }
  const inClick = (work: () => Promise<unknown>): void => void work().catch((error: unknown) => task.fail(reasonOf(error)))
  const places = BACKUP_PLACES.filter((place) => place !== 'folder' || canKeepFolder())
  return (
    <Section id="automatic" title={word('backupByItself')} lead={word('backupByItselfLead')}>
      <Choices
        legend={word('backupTo')}
        value={settings.backupTo}
        options={places.map((value) => ({ value, label: word(PLACE_WORDS[value][0]), hint: PLACE_WORDS[value][1] && word(PLACE_WORDS[value][1]) }))}
        onChoose={(place) => inClick(() => begin(place))}
      />
      {folder.name && <FolderLine folder={folder} inClick={inClick} onForget={() => settings.backupTo === 'folder' && save({ backupTo: 'nowhere' })} />}
      <div class="mapping">
        <Days label={word('backupEvery')} days={EVERY} value={settings.backupEveryDays} onDays={(backupEveryDays) => save({ backupEveryDays })} />
        <Select label={word('backupKept')} value={String(settings.backupsKept)} options={optionsOf(KEPT, settings.backupsKept, String)} onChoose={(kept) => save({ backupsKept: Number(kept) })} />
        <Days label={word('backupOldAfter')} days={OLD} value={settings.backupOldDays} onDays={(backupOldDays) => save({ backupOldDays })} />
      </div>
    </Section>
  )
}

function FolderLine({ folder, inClick, onForget }: { readonly folder: HeldFolder; readonly inClick: (work: () => Promise<unknown>) => void; readonly onForget: () => void }) {
  return (
    <div class="stack">
      {!folder.mayWrite && <Banner tone="warn">{word('backupLeaveLost', folder.name ?? '')}</Banner>}
      <div class="row">
        <span>{word('backupFolderIs', folder.name ?? '')}</span>
        {!folder.mayWrite && <Button kind="primary" onClick={() => inClick(folder.allow)}>{word('backupAllowAgain')}</Button>}
        <Button onClick={() => inClick(folder.choose)}>{word('backupOtherFolder')}</Button>
        <Button kind="quiet" onClick={() => (onForget(), inClick(folder.forget))}>{word('backupForgetFolder')}</Button>
      </div>
    </div>
  )
}

function Days({ label, days, value, onDays }: { readonly label: string; readonly days: readonly number[]; readonly value: number; readonly onDays: (days: number) => void }) {
  return <Select label={label} value={String(value)} options={optionsOf(days, value, (count) => plural('backupDays', count))} onChoose={(chosen) => onDays(Number(chosen))} />
}

/** What is chosen stands among the options, whatever it is. */
function optionsOf(numbers: readonly number[], chosen: number, labelOf: (number: number) => string) {
  return [...new Set([...numbers, chosen])].sort((one, other) => one - other).map((number) => ({ value: String(number), label: labelOf(number) }))
}
