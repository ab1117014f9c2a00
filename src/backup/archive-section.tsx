import { useState } from 'preact/hooks'
import { Section } from '../options/section'
import { Button } from '../ui/button'
import { Switch } from '../ui/choices'
import { ConfirmButton } from '../ui/confirm-button'
import { Banner } from '../ui/notice'
import { dayOf, isolated, plural, wholeOf, word } from '../ui/words'
import { canKeepFile, type Chosen, type KeptArchive, pickArchive } from './kept-archive'
import { type HeldArchive, type Looked, useArchive } from './use-archive'
import type { Task } from './use-task'

/** History out of X's own archive: what it would bring is told first, it goes on where it was stopped, and all of it can be undone. */
export function ArchiveSection({ task }: { readonly task: Task }) {
  const held = useArchive(task)
  const [withMessages, setWithMessages] = useState(false)
  const { looked, kept, done, choose, take, undo } = held
  const isIdle = task.progress === undefined
  return (
    <Section id="archive" title={word('archiveTitle')} lead={word('archiveLead')}>
      {kept && isIdle && <Stopped kept={kept} held={held} />}
      <ArchiveField label={kept ? word('archiveAgain', isolated(kept.name)) : word('archiveFile')} onChosen={choose} />
      {looked && !kept && <Summary {...looked} />}
      {looked && !kept && looked.summary.messages > 0 && <Switch label={plural('archiveMessages', looked.summary.messages)} hint={word('archiveMessagesHint')} on={withMessages} onSwitch={setWithMessages} />}
      <div class="row">
        {looked && !kept && looked.summary.posts + looked.summary.messages > 0 && (
          <Button kind="primary" disabled={!isIdle} onClick={() => take(looked, withMessages)}>
            {word('archiveTake')}
          </Button>
        )}
        {done && isIdle && (
          <ConfirmButton confirm={word('backupUndoSure')} cancel={word('backupCancel')} onConfirm={() => undo(done)}>
            {word('archiveUndo')}
          </ConfirmButton>
        )}
      </div>
    </Section>
  )
}

/** Where the browser has a way back to a file, its own picker gives it with the file; the field alone does not. */
function ArchiveField({ label, onChosen }: { readonly label: string; readonly onChosen: (chosen: Chosen) => void }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="file"
        accept=".zip"
        onClick={(event) => {
          if (!canKeepFile()) return
          event.preventDefault()
          void pickArchive().then((chosen) => chosen && onChosen(chosen), console.error)
        }}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          currentTarget.value = ''
          if (file) onChosen({ file })
        }}
      />
    </label>
  )
}

function Stopped({ kept, held: { goOn, leave } }: { readonly kept: KeptArchive; readonly held: HeldArchive }) {
  return (
    <Banner tone="warn">
      {plural('archiveStopped', kept.taken, isolated(kept.name))}
      <span class="row">
        {kept.handle && <Button onClick={() => goOn(kept)}>{word('archiveGoOn')}</Button>}
        <Button kind="quiet" onClick={leave}>
          {word('archiveLeave')}
        </Button>
      </span>
    </Banner>
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
