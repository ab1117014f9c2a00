import { AccessLost } from '../features/preferences/access-notice'
import { AccountFactsChoice } from '../features/preferences/account-facts-choice'
import { BrandAccounts } from '../features/preferences/brand-accounts'
import { WhoYouAre } from '../features/preferences/who-you-are'
import type { Settings } from '../settings/settings'
import { word } from '../ui/words'
import { Section } from './section'
import { useAccess } from './use-access'
import type { HeldSettings } from './use-settings'
import { useViewer } from './use-viewer'

/** The settings, and the way to change them. */
export interface SectionsProps extends Pick<HeldSettings, 'save'> {
  readonly settings: Settings
}

/** Who the user is, for whom they answer, and what Regulars may read. */
export function WhoSections({ settings, save }: SectionsProps) {
  const viewer = useViewer()
  const access = useAccess()
  return (
    <>
      <Section id="you" title={word('optionsYou')} lead={word('optionsYouLead')}>
        <WhoYouAre name={settings.myName} initials={settings.myInitials} onName={(myName) => save({ myName })} onInitials={(myInitials) => save({ myInitials })} />
      </Section>
      <Section id="brands" title={word('optionsBrands')} lead={word('optionsBrandsLead')}>
        <BrandAccounts accounts={settings.brandAccounts} viewer={viewer} onChange={(brandAccounts) => save({ brandAccounts })} />
      </Section>
      <Section id="access" title={word('optionsAccess')}>
        {access.isGranted === false ? <AccessLost onGrant={access.request} /> : <p class="light-line">{access.isGranted && <AccessThere />}</p>}
      </Section>
      <Section id="facts" title={word('optionsFactsTitle')}>
        <AccountFactsChoice isOn={settings.accountFacts === 'on'} onChange={(isOn) => save({ accountFacts: isOn ? 'on' : 'off' })} />
      </Section>
    </>
  )
}

function AccessThere() {
  return (
    <>
      <span class="light" data-light="green" />
      {word('accessThere')}
    </>
  )
}
