import browser from 'webextension-polyfill'
import { AccessLost } from '../features/preferences/access-notice'
import { SamplePost } from '../options/sample-post'
import { useAccess } from '../options/use-access'
import { useCounts } from '../options/use-counts'
import { Button } from '../ui/button'
import { word } from '../ui/words'
import type { StepProps } from './who-step'

const X_HOME = 'https://x.com/home'

/** The first note, written where it belongs: beside a name on X. */
export function NoteStep({ settings }: StepProps) {
  const access = useAccess()
  const counts = useCounts()
  const isDone = counts !== undefined && counts.notes > 0
  return (
    <section class="step">
      <h2 tabIndex={-1}>{word('welcomeNoteTitle')}</h2>
      <p>{word('welcomeNoteHow')}</p>
      <div class="pointed">
        <SamplePost density={settings.badgeDensity} position={settings.badgePosition} shown />
      </div>
      {access.isGranted === false && <AccessLost onGrant={access.request} />}
      <p role="status" class="first-note">
        {isDone && <span>{word('welcomeNoteDone')}</span>}
      </p>
      <div class="row step-foot">
        <Button kind="primary" onClick={() => void browser.tabs.create({ url: X_HOME })}>
          {word('welcomeOpenX')}
        </Button>
        <Button kind="quiet" onClick={() => void browser.runtime.openOptionsPage()}>
          {word('welcomeOptions')}
        </Button>
      </div>
    </section>
  )
}
