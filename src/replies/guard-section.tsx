import { toHandle } from '../domain/handle'
import { SavedText } from '../features/preferences/saved-text'
import { Section } from '../options/section'
import type { HeldSettings } from '../options/use-settings'
import type { Settings } from '../settings/settings'
import { NUMBERINGS } from '../features/canned-replies/length/split-thread'
import { NUMBERING_WORDS } from '../features/canned-replies/reply-thread'
import { Switch } from '../ui/choices'
import { Select } from '../ui/field'
import { word } from '../ui/words'

/** The settings, and the way to change them. */
export interface GuardSectionProps extends Pick<HeldSettings, 'save'> {
  readonly settings: Settings
}

const LONGEST = 1_000

/** What is looked at before a reply goes in, and how long it may be. */
export function GuardSection({ settings, save }: GuardSectionProps) {
  const { colleagues, orderPatterns, publicContacts, noContactTags, mostRepeats, longPosts, directLimit, directReply, typingSpeed, myTeam, threadNumbering, autoTriggers } = settings
  return (
    <Section id="guards" title={word('guardsTitle')} lead={word('guardsLead')}>
      <SavedText label={word('guardsColleagues')} hint={word('guardsColleaguesHint')} value={colleagues.map((handle) => `@${handle}`).join(', ')} longest={LONGEST} autoComplete="off" onSave={(text) => save({ colleagues: listIn(text).flatMap((one) => toHandle(one) ?? []) })} />
      <SavedText label={word('guardsOrders')} hint={word('guardsOrdersHint')} value={orderPatterns.join(', ')} longest={LONGEST} autoComplete="off" onSave={(text) => save({ orderPatterns: listIn(text) })} />
      <SavedText label={word('guardsContacts')} hint={word('guardsContactsHint')} value={publicContacts.join(', ')} longest={LONGEST} autoComplete="off" onSave={(text) => save({ publicContacts: listIn(text) })} />
      <SavedText label={word('guardsNoContact')} hint={word('repliesCommas')} value={noContactTags.join(', ')} longest={LONGEST} autoComplete="off" onSave={(text) => save({ noContactTags: listIn(text) })} />
      <div class="two-fields">
        <SavedText label={word('guardsRepeats')} hint={word('guardsRepeatsHint')} value={String(mostRepeats)} longest={2} inputMode="numeric" autoComplete="off" onSave={(text) => save({ mostRepeats: Number(text) })} />
        <SavedText label={word('guardsDirect')} value={String(directLimit)} longest={6} inputMode="numeric" autoComplete="off" onSave={(text) => save({ directLimit: Number(text) })} />
      </div>
      <SavedText label={word('directSetting')} hint={word('directSettingHint')} value={directReply} longest={60} autoComplete="off" onSave={(text) => save({ directReply: text.replace(/^\//, '') })} />
      <div class="two-fields">
        <SavedText label={word('repliesMyTeam')} hint={word('repliesMyTeamHint')} value={myTeam} longest={60} autoComplete="off" onSave={(text) => save({ myTeam: text })} />
        <SavedText label={word('usageSpeed')} hint={word('usageSpeedHint')} value={String(typingSpeed)} longest={3} inputMode="numeric" autoComplete="off" onSave={(text) => save({ typingSpeed: Number(text) })} />
      </div>
      <Select label={word('threadNumberingSetting')} value={threadNumbering} options={NUMBERINGS.map((value) => ({ value, label: word(NUMBERING_WORDS[value]) }))} onChoose={(value) => save({ threadNumbering: value })} />
      <Switch label={word('guardsAuto')} on={autoTriggers} onSwitch={(on) => save({ autoTriggers: on })} />
      <Switch label={word('guardsLong')} on={longPosts} onSwitch={(on) => save({ longPosts: on })} />
    </Section>
  )
}

function listIn(text: string): readonly string[] {
  return text.split(',').map((one) => one.trim()).filter((one) => one !== '')
}
