import { BadgeChoices } from '../features/preferences/badge-choices'
import { PresetTags } from '../features/preferences/preset-tags'
import type { PageSettings } from '../features/preferences/page-settings'
import type { Settings, TagColour } from '../settings/settings'
import type { Option } from '../ui/field'
import { word } from '../ui/words'
import { SamplePost } from './sample-post'
import { Section } from './section'
import type { SectionsProps } from './who-sections'

/** How badges look on X, and which tags are on offer. */
export function LookSections({ settings, save }: SectionsProps) {
  const looks = { density: settings.badgeDensity, position: settings.badgePosition, shown: settings.badgesShown }
  return (
    <>
      <Section id="badges" title={word('optionsBadges')} lead={word('optionsBadgesLead')}>
        <SamplePost {...looks} />
        <BadgeChoices {...looks} onChange={(changed) => save(toSettingsOf(changed))} />
      </Section>
      <Section id="tags" title={word('optionsTags')} lead={word('optionsTagsLead')}>
        <PresetTags tags={settings.presetTags} colours={tagColours()} onChange={(presetTags) => save({ presetTags })} />
      </Section>
    </>
  )
}

function toSettingsOf({ density, position, shown }: Partial<PageSettings>): Partial<Settings> {
  return {
    ...(density && { badgeDensity: density }),
    ...(position && { badgePosition: position }),
    ...(shown !== undefined && { badgesShown: shown }),
  }
}

function tagColours(): readonly Option<TagColour>[] {
  return [
    { value: 'amber', label: word('optionsColourAmber') },
    { value: 'blue', label: word('optionsColourBlue') },
    { value: 'green', label: word('optionsColourGreen') },
    { value: 'red', label: word('optionsColourRed') },
    { value: 'violet', label: word('optionsColourViolet') },
    { value: 'grey', label: word('optionsColourGrey') },
  ]
}
