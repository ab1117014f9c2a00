import { useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import { Section } from '../options/section'
import { Button } from '../ui/button'
import { ConfirmButton } from '../ui/confirm-button'
import { numberOf, plural, word } from '../ui/words'
import { beginAnew, type Looked, lookThrough, saveReadable } from './look-through'
import { download } from './make-backup'
import type { Task } from './use-task'

/** When something cannot be read: what can be is shown and saved, and the database is repaired only because somebody says so. */
export function RecoverySection({ task }: { readonly task: Task }) {
  const [looked, setLooked] = useState<Looked>()
  const isBusy = task.progress !== undefined
  const look = (): void =>
    task.run(word('recoveryLooking'), async (told, signal) => {
      const found = await lookThrough(told, signal)
      setLooked(found)
      return outcomeOf(found)
    })
  const save = (): void =>
    task.run(word('backupSaving'), async (told, signal) => {
      const made = await saveReadable(told, signal)
      download(made.file, made.name)
      return word('backupSaved', made.name, numberOf(made.counts.journal))
    })
  const repair = (): void =>
    task.run(word('recoveryRepairing'), async () => {
      const isShut = looked?.shut !== undefined
      const lost = isShut ? await beginAnew() : await ask('backup/repair')
      setLooked(undefined)
      return lost === undefined ? word('recoveryAnew') : plural('recoveryDropped', lost)
    })
  return (
    <Section id="recovery" title={word('recoveryTitle')} lead={word('recoveryLead')}>
      <div class="row">
        <Button disabled={isBusy} onClick={look}>{word('recoveryLook')}</Button>
        {looked && !looked.shut && <Button disabled={isBusy} onClick={save}>{word('recoverySave')}</Button>}
        {looked && isDamaged(looked) && !isBusy && (
          <ConfirmButton kind="danger" confirm={word(looked.shut ? 'recoveryAnewSure' : 'recoveryRepairSure')} cancel={word('recoveryLeave')} onConfirm={repair}>
            {word('recoveryRepair')}
          </ConfirmButton>
        )}
      </div>
      {looked && looked.lost.length > 0 && (
        <ul>
          {looked.lost.map(({ table, rows }) => (
            <li key={table}><bdi>{table}</bdi>: {plural('recoveryUnreadable', rows)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function isDamaged({ lost, shut }: Looked): boolean {
  return lost.length > 0 || shut !== undefined
}

function outcomeOf({ rows, lost, shut }: Looked): string {
  if (shut) return word('recoveryShut', shut)
  return lost.length === 0 ? plural('recoveryWhole', rows) : plural('recoveryPartly', rows)
}
