import { useState } from 'preact/hooks'
import type { ImportId } from '../domain/change'
import type { ArchiveSummary } from '../features/x-archive/archive-summary'
import { Section } from '../options/section'
import { newId } from '../store/new-id'
import { Button } from '../ui/button'
import { Switch } from '../ui/choices'
import { ConfirmButton } from '../ui/confirm-button'
import { dayOf, plural, wholeOf, word } from '../ui/words'
import { openArchive, type OpenArchive } from './read-archive'
import { summarise, takeArchive } from './take-archive'
import { undoWhole } from './take-in'
import type { Task } from './use-task'

interface Looked {
  readonly archive: OpenArchive
  readonly summary: ArchiveSummary
}

/** History out of X's own archive: what it would bring is told first, and all of it can be undone. */
export function ArchiveSection({ task }: { readonly task: Task }) {
  const [looked, setLooked] = useState<Looked>()
  const [done, setDone] = useState<ImportId>()
  const [withMessages, setWithMessages] = useState(false)
  const look = (file: Blob): void => {
    setLooked(undefined)
    task.run(word('backupReading'), async (told, signal) => {
      const archive = await openArchive(file)
      const summary = await summarise(archive, told, signal)
      setLooked({ archive, summary })
      return summary.posts + summary.messages === 0 ? word('archiveNothing') : undefined
    })
  }
  const take = ({ archive }: Looked): void => {
    // Taken up again after it was cut off it is the same import, which goes out again whole.
    const id = done ?? (newId(Date.now()) as ImportId)
    setDone(id)
    task.run(word('backupTaking'), async (told, signal) => {
      const taken = await takeArchive(archive, withMessages, id, told, signal)
      setLooked(undefined)
      return plural('archiveTaken', taken)
    })
  }
  const undo = (id: ImportId): void =>
    task.run(word('backupUndoing'), async (told, signal) => {
      const undone = await undoWhole(id, (count) => told(count, 0), signal)
      setDone(undefined)
      return word('backupUndone', wholeOf(undone))
    })
  return (
    <Section id="archive" title={word('archiveTitle')} lead={word('archiveLead')}>
      <label class="field">
        <span>{word('archiveFile')}</span>
        <input
          type="file"
          accept=".zip"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? []
            currentTarget.value = ''
            if (chosen) look(chosen)
          }}
        />
      </label>
      {looked && <Summary {...looked} />}
      {looked && looked.summary.messages > 0 && <Switch label={plural('archiveMessages', looked.summary.messages)} hint={word('archiveMessagesHint')} on={withMessages} onSwitch={setWithMessages} />}
      <div class="row">
        {looked && looked.summary.posts + looked.summary.messages > 0 && (
          <Button kind="primary" disabled={task.progress !== undefined} onClick={() => take(looked)}>
            {word('archiveTake')}
          </Button>
        )}
        {done && !task.progress && (
          <ConfirmButton confirm={word('backupUndoSure')} cancel={word('backupCancel')} onConfirm={() => undo(done)}>
            {word('archiveUndo')}
          </ConfirmButton>
        )}
      </div>
    </Section>
  )
}

function Summary({ archive, summary: { posts, people, from, to } }: Looked) {
  const now = Date.now()
  return (
    <p role="status">
      {plural('archivePosts', posts, `@${archive.owner.handle}`, wholeOf(people))} {from !== undefined && to !== undefined && word('archiveBetween', dayOf(from, now), dayOf(to, now))}
    </p>
  )
}
