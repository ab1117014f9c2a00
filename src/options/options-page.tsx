import browser from 'webextension-polyfill'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { CrmSection } from './crm-section'
import { FieldSections } from './field-sections'
import { InfluenceSections } from './influence-sections'
import { LookSections } from './look-sections'
import { ReplySections } from './reply-sections'
import { SaveStatus } from './save-status'
import { useSettings } from './use-settings'
import { WhoSections } from './who-sections'
import { XSections } from './x-sections'

const WELCOME = 'src/welcome/welcome.html'

/** Everything that can be set, on one page; each change is saved at once. */
export function OptionsPage() {
  const { settings, outcome, save } = useSettings()
  return (
    <>
      <header class="options-head">
        <img src={browser.runtime.getURL('icons/regulars.svg')} alt="" />
        <h1>{word('optionsTitle')}</h1>
        <p class="row">
          <a href={browser.runtime.getURL(WELCOME)}>{word('optionsWelcomeAgain')}</a>
          <a href={browser.runtime.getURL('src/keys/keys.html')}>{word('keysTitle')}</a>
          <a href={browser.runtime.getURL('src/privacy/privacy.html')}>{word('privacyShort')}</a>
        </p>
      </header>
      <SaveStatus outcome={outcome} />
      {!settings && outcome && 'error' in outcome && <Banner tone="warn">{outcome.error}</Banner>}
      {settings && (
        <div class="options-body">
          <OptionsNav />
          <div class="sections">
            <WhoSections settings={settings} save={save} />
            <LookSections settings={settings} save={save} />
            <InfluenceSections settings={settings} save={save} />
            <FieldSections settings={settings} save={save} />
            <XSections staleDays={settings.staleDays} />
            <CrmSection />
            <ReplySections />
          </div>
        </div>
      )}
    </>
  )
}

const SECTIONS = [
  ['you', 'optionsYou'],
  ['brands', 'optionsBrands'],
  ['access', 'optionsAccess'],
  ['facts', 'optionsFactsTitle'],
  ['badges', 'optionsBadges'],
  ['tags', 'optionsTags'],
  ['influence', 'influenceTitle'],
  ['relevance', 'relevanceTitle'],
  ['rules', 'rulesTitle'],
  ['fields', 'optionsFields'],
  ['templates', 'optionsTemplates'],
  ['x', 'xTitle'],
  ['crm', 'optionsCrm'],
  ['replies', 'optionsReplies'],
  ['data', 'optionsData'],
] as const

function OptionsNav() {
  return (
    <nav aria-label={word('optionsNav')}>
      <ul>
        {SECTIONS.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{word(name)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
