import { useEffect, useRef, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { SaveStatus } from '../options/save-status'
import { useSettings } from '../options/use-settings'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { FactsStep } from './facts-step'
import { NoteStep } from './note-step'
import { WhoStep } from './who-step'

const STEPS = [WhoStep, FactsStep, NoteStep]

/** The first minute: who you are, one question, the first note. Each step can be skipped. */
export function WelcomePage() {
  const { settings, outcome, save } = useSettings()
  const [at, setAt] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (at > 0) place.current?.querySelector<HTMLElement>('h2')?.focus()
  }, [at])
  const Step = STEPS[at]
  const failure = !settings && outcome && 'error' in outcome ? outcome.error : undefined
  return (
    <>
      <header class="welcome-head">
        <img src={browser.runtime.getURL('icons/regulars.svg')} alt="" />
        <h1>{word('welcomeTitle')}</h1>
        <p class="quiet">{word('welcomeLead')}</p>
      </header>
      <SaveStatus outcome={outcome} />
      {failure && <Banner tone="warn">{failure}</Banner>}
      <div class="welcome-sheet" ref={place}>
        <Progress at={at} onGo={setAt} />
        {settings && Step && <Step settings={settings} save={save} onNext={() => setAt(at + 1)} />}
      </div>
      <p class="welcome-foot quiet small">
        {word('welcomePromise')} <a href={browser.runtime.getURL('src/privacy/privacy.html')}>{word('privacyShort')}</a>
      </p>
    </>
  )
}

function Progress({ at, onGo }: { readonly at: number; readonly onGo: (step: number) => void }) {
  const names = [word('welcomeWho'), word('welcomeFacts'), word('welcomeNote')]
  return (
    <ol class="progress">
      {names.map((name, step) => (
        <li key={name}>
          <button type="button" aria-current={step === at ? 'step' : undefined} data-done={step < at} onClick={() => onGo(step)}>
            <span>{step + 1}</span>
            {name}
          </button>
        </li>
      ))}
    </ol>
  )
}
