import { Choices, Switch } from '../../ui/choices'
import { Select, TextField } from '../../ui/field'
import { word, type WordName } from '../../ui/words'
import type { Handle } from '../../domain/handle'
import type { Reply, ReplyScope } from './reply'

/** What a reply is called and where it belongs. */
export interface ReplyDetailsProps {
  readonly reply: Reply
  readonly onChange: (part: Partial<Reply>) => void
}

/** The rest of a reply beside its words. */
export function ReplyDetails({ reply, onChange }: ReplyDetailsProps) {
  const places = [
    { value: 'both', label: word('repliesBoth') },
    { value: 'public', label: word('repliesPublic') },
    { value: 'dm', label: word('repliesDm') },
  ] as const
  const scope = (part: Partial<ReplyScope>): void => onChange({ scope: { ...reply.scope, ...part } })
  // While it is typed an account may be no handle yet: saving leaves out what is none.
  const accounts = reply.scope.accounts.join(', ')
  return (
    <>
      <div class="two-fields">
        <TextField label={word('repliesFolder')} value={reply.folder} onText={(folder) => onChange({ folder })} />
        <TextField label={word('repliesTags')} hint={word('repliesCommas')} value={reply.tags.join(', ')} onText={(text) => onChange({ tags: listOf(text) })} />
      </div>
      <details>
        <summary>{word('repliesMore')}</summary>
        <div class="stack">
          <div class="two-fields">
            <TextField label={word('repliesAliases')} hint={word('repliesCommas')} value={reply.aliases.join(', ')} onText={(text) => onChange({ aliases: listOf(text) })} />
            <TextField label={word('repliesOwnLanguage')} placeholder="en" value={reply.lang} maxLength={12} onText={(lang) => onChange({ lang })} />
          </div>
          <Choices legend={word('repliesPlaces')} value={reply.scope.surface} options={places} onChoose={(surface) => scope({ surface })} />
          <div class="two-fields">
            <TextField label={word('repliesAccounts')} hint={word('repliesAccountsHint')} value={accounts} onText={(text) => scope({ accounts: listOf(text) as readonly Handle[] })} />
            <TextField label={word('repliesStages')} hint={word('repliesStagesHint')} value={reply.scope.lifecycle.join(', ')} onText={(text) => scope({ lifecycle: listOf(text) })} />
          </div>
          <div class="two-fields">
            <Select label={word('repliesMoodFrom')} value={moodWord(reply.scope.sentimentMin)} options={moods()} onChoose={(from) => scope({ sentimentMin: moodOf(from) })} />
            <Select label={word('repliesMoodTo')} value={moodWord(reply.scope.sentimentMax)} options={moods()} onChoose={(to) => scope({ sentimentMax: moodOf(to) })} />
          </div>
          <p class="quiet small">{word('repliesMoodHint')}</p>
          <TextField label={word('repliesTeams')} hint={word('repliesTeamsHint')} value={reply.scope.teams.join(', ')} onText={(text) => scope({ teams: listOf(text) })} />
          <TextField label={word('repliesSensitivity')} value={reply.sensitivity} onText={(sensitivity) => onChange({ sensitivity })} />
          <TextField label={word('repliesSignature')} value={reply.signature} onText={(signature) => onChange({ signature })} />
          <Switch label={word('repliesPersonal')} on={reply.requiresPersonalLine} onSwitch={(requiresPersonalLine) => onChange({ requiresPersonalLine })} />
          <Switch label={word('repliesFavourite')} on={reply.favourite} onSwitch={(favourite) => onChange({ favourite })} />
          <Switch label={word('repliesShared')} on={reply.shared} onSwitch={(shared) => onChange({ shared })} />
          <Switch label={word('repliesArchived')} on={reply.archived} onSwitch={(archived) => onChange({ archived })} />
        </div>
      </details>
    </>
  )
}

/** Five steps from furious to delighted; a number between two of them, out of an import, stays what it is. */
const MOODS: Readonly<Record<string, WordName>> = { '-1': 'moodFurious', '-0.5': 'moodUpset', '0': 'moodCalm', '0.5': 'moodPleased', '1': 'moodDelighted' }

function moods() {
  return [{ value: '', label: word('repliesAnyMood') }, ...['-1', '-0.5', '0', '0.5', '1'].map((value) => ({ value, label: word(MOODS[value] ?? 'repliesAnyMood') }))]
}

function moodWord(mood: number | undefined): string {
  return mood === undefined ? '' : String(Math.round(mood * 2) / 2 + 0)
}

function moodOf(step: string): number | undefined {
  return step === '' ? undefined : Number(step)
}

/** While it is typed, a list keeps its last comma as an empty word, which saving leaves out. */
function listOf(text: string): readonly string[] {
  return text.split(',').map((word, index, all) => (index < all.length - 1 ? word.trim() : word.trimStart()))
}
