import { useState } from 'preact/hooks'
import { reasonOf } from '../contract/reason-of'
import type { LastBackup } from '../features/backup/last-backup-worker'
import { Section } from '../options/section'
import { Button } from '../ui/button'
import { Banner } from '../ui/notice'
import { agoOf, numberOf, word } from '../ui/words'
import { canKeepFolder, newestInFolder } from './folder'
import { ImportSection } from './import-section'
import type { Task } from './use-task'

/** What is needed to bring back what was cleared. */
export interface WipedWizardProps {
  readonly task: Task
  /** The last backup that was made here, as far as that is known. */
  readonly last: LastBackup | undefined
  /** All is back, or the user goes on without it. */
  readonly onDone: () => void
}

type Step = 'told' | 'choose' | 'look' | 'back'

/** Somebody's data was cleared from this browser: what happened, the newest backup, what it would bring, and taking it in, one after the other. */
export function WipedWizard({ task, last, onDone }: WipedWizardProps) {
  const [step, setStep] = useState<Step>('told')
  if (step === 'told') return <Told last={last} onBring={() => setStep('choose')} onDone={onDone} />
  return (
    <>
      {step === 'back' ? (
        <Banner>
          <p>{word('wipedBack')}</p>
          <Button onClick={onDone}>{word('wipedClose')}</Button>
        </Banner>
      ) : (
        <p class="wizard-step" role="status">{word(step === 'choose' ? 'wipedChoose' : 'wipedLook')}</p>
      )}
      <ImportSection
        task={task}
        finder={(found) => step === 'choose' && canKeepFolder() && <InFolder task={task} onFound={found} />}
        onPlan={(isThere) => step !== 'back' && setStep(isThere ? 'look' : 'choose')}
        onTaken={() => setStep('back')}
      />
    </>
  )
}

function Told({ last, onBring, onDone }: { readonly last: LastBackup | undefined; readonly onBring: () => void; readonly onDone: () => void }) {
  return (
    <Section id="wiped" title={word('wipedTitle')}>
      <p>{word('wipedWhat')}</p>
      <p>{last ? word(last.place === 'folder' ? 'wipedLastFolder' : 'wipedLastDownload', agoOf(last.at, Date.now()), numberOf(last.changes)) : word('wipedNoLast')}</p>
      <div class="row">
        <Button kind="primary" onClick={onBring}>{word('wipedBring')}</Button>
        <Button onClick={onDone}>{word('backupWipedAccept')}</Button>
      </div>
    </Section>
  )
}

/** The folder has to be picked anew: clearing the browser's data forgot it too. */
function InFolder({ task, onFound }: { readonly task: Task; readonly onFound: (file: File) => void }) {
  const find = async (): Promise<void> => {
    const file = await newestInFolder()
    if (file) onFound(file)
    else task.fail(word('wipedNoneThere'))
  }
  return (
    <div class="row">
      <Button kind="primary" disabled={task.progress !== undefined} onClick={() => void find().catch((error: unknown) => task.fail(reasonOf(error)))}>{word('wipedFind')}</Button>
    </div>
  )
}
