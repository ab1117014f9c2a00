import { useState } from 'preact/hooks'
import type { PersonId } from '../../domain/change'
import { Button } from '../../ui/button'
import { ConfirmButton } from '../../ui/confirm-button'
import { TextField } from '../../ui/field'
import { dayOf, isolated, word } from '../../ui/words'
import type { OtherRecord } from './people-messages'

/** Other records of the same person, and what can be done about them. */
export interface SamePersonProps {
  readonly records: readonly OtherRecord[]
  readonly now: number
  /** Gives the sentence of what went wrong; undefined once they are one. */
  readonly onMerge: (handle: string) => Promise<string | undefined>
  readonly onPart: (record: PersonId) => void
}

/** Says which records are this person's, and joins another one by its handle. */
export function SamePerson({ records, now, onMerge, onPart }: SamePersonProps) {
  return (
    <section class="same-person" aria-labelledby="same-title">
      <h2 id="same-title" class="unseen">
        {word('sameTitle')}
      </h2>
      {records.length > 0 && (
        <ul class="small">
          {records.map(({ id, handle, since }) => (
            <li key={id} class="row">
              <span>{word('sameJoined', isolated(handle ? `@${handle}` : word('sameNoHandle')), dayOf(since, now))}</span>
              <ConfirmButton kind="link" confirm={word('samePartSure')} cancel={word('sameKeep')} onConfirm={() => onPart(id)}>
                {word('samePart')}
              </ConfirmButton>
            </li>
          ))}
        </ul>
      )}
      <JoinAnother onMerge={onMerge} />
    </section>
  )
}

function JoinAnother({ onMerge }: Pick<SamePersonProps, 'onMerge'>) {
  const [open, setOpen] = useState(false)
  const [handle, setHandle] = useState('')
  const [failure, setFailure] = useState<string>()
  async function merge(): Promise<void> {
    const failed = await onMerge(handle.trim())
    setFailure(failed)
    if (failed !== undefined) return
    setHandle('')
    setOpen(false)
  }
  if (!open) {
    return (
      <Button kind="link" onClick={() => setOpen(true)}>
        {word('sameOpen')}
      </Button>
    )
  }
  return (
    <div class="stack">
      <TextField label={word('sameHandle')} value={handle} error={failure} autocomplete="off" onText={setHandle} />
      <div class="row">
        {handle.trim() !== '' && (
          <ConfirmButton confirm={word('sameSure', isolated(`@${handle.trim().replace(/^@/, '')}`))} cancel={word('noteCancel')} onConfirm={() => void merge()}>
            {word('sameJoin')}
          </ConfirmButton>
        )}
        <Button kind="quiet" onClick={() => setOpen(false)}>
          {word('cardClose')}
        </Button>
      </div>
    </div>
  )
}
