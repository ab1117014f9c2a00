import { useEffect, useRef } from 'preact/hooks'
import { BrandAccounts } from '../features/preferences/brand-accounts'
import { WhoYouAre } from '../features/preferences/who-you-are'
import { useViewer } from '../options/use-viewer'
import type { SectionsProps } from '../options/who-sections'
import { Button } from '../ui/button'
import { word } from '../ui/words'

/** The settings, the way to change them, and the way on. */
export interface StepProps extends SectionsProps {
  readonly onNext: () => void
}

/** Who writes the notes, and for whom. */
export function WhoStep({ settings, save, onNext }: StepProps) {
  const viewer = useViewer()
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  return (
    <section class="step" ref={place}>
      <h2 tabIndex={-1}>{word('welcomeWhoTitle')}</h2>
      <p class="quiet">{word('optionsYouLead')}</p>
      <WhoYouAre name={settings.myName} initials={settings.myInitials} onName={(myName) => save({ myName })} onInitials={(myInitials) => save({ myInitials })} />
      <div class="stack">
        <h3>{word('optionsBrands')}</h3>
        <p class="quiet">{word('optionsBrandsLead')}</p>
        <BrandAccounts accounts={settings.brandAccounts} viewer={viewer} onChange={(brandAccounts) => save({ brandAccounts })} />
      </div>
      <div class="row step-foot">
        <Button kind="primary" onClick={onNext}>
          {word('welcomeNext')}
        </Button>
        {settings.myName === '' && (
          <Button kind="quiet" onClick={onNext}>
            {word('welcomeSkip')}
          </Button>
        )}
      </div>
    </section>
  )
}
