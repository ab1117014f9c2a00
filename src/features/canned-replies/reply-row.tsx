import { Button } from '../../ui/button'
import { ConfirmButton } from '../../ui/confirm-button'
import { EditIcon, RemoveIcon } from '../../ui/icons'
import { agoOf, isolated, listed, numberOf, plural, word } from '../../ui/words'
import { OUTCOME_WORDS } from './outcome-question'
import type { Reply } from './reply'
import { OUTCOMES } from './reply-use'
import { isFork } from './share/merge-shared'
import { savedLine } from './time-saved'
import { isLongUnused, shouldRetire, type Usage } from './usage'

/** So many of them are named. */
const MOST_ALIKE = 3

/** One reply of the library, with what its uses say. */
export interface ReplyRowProps {
  readonly reply: Reply
  readonly usage: Usage | undefined
  /** Others that say nearly the same. */
  readonly alike: readonly Reply[]
  readonly wordsAMinute: number
  readonly now: number
  readonly onEdit: () => void
  readonly onChange: (part: Partial<Reply>) => void
  readonly onRemove: () => void
}

/** A reply in a line: its names on the left, its uses on the right. */
export function ReplyRow({ reply, usage, alike, wordsAMinute, now, onEdit, onChange, onRemove }: ReplyRowProps) {
  const editLabel = word('repliesEdit', isolated(reply.title))
  const star = word(reply.favourite ? 'repliesUnstar' : 'repliesStar', isolated(reply.title))
  const archive = word(reply.archived ? 'repliesUnarchive' : 'repliesArchive')
  return (
    <div class="reply-row">
      <button class="reply-star" type="button" aria-pressed={reply.favourite} aria-label={star} title={star} onClick={() => onChange({ favourite: !reply.favourite })}>
        {reply.favourite ? '★' : '☆'}
      </button>
      <div class="reply-names">
        <h3>
          <bdi>{reply.title}</bdi> {reply.trigger && <code>{reply.trigger}</code>}
        </h3>
        <p class="reply-words quiet" dir="auto">{reply.body}</p>
        <p class="small quiet">{marksOf(reply).join(' · ')}</p>
        {alike.length > 0 && <p class="small warn">{word('repliesAlike', listed(alike.slice(0, MOST_ALIKE).map(({ title }) => isolated(title))))}</p>}
        {reply.sharedFrom?.newer !== undefined && <p class="small warn">{word('packNewer', isolated(reply.sharedFrom.origin))}</p>}
      </div>
      <p class="reply-usage small quiet">
        {(usage ? usageLines(usage, now, wordsAMinute) : [word('usageNever')]).map((line) => <span key={line}>{line}</span>)}
        {usage && shouldRetire(usage) && <strong class="warn">{word('usageRetire')}</strong>}
        {(usage || reply.created > 0) && isLongUnused(reply, usage, now) && <strong class="warn">{word('usageLongUnused')}</strong>}
      </p>
      <div class="row">
        <Button kind="quiet" onClick={() => onChange({ archived: !reply.archived })}>
          {archive}
        </Button>
        <Button kind="icon" aria-label={editLabel} title={editLabel} onClick={onEdit}>
          <EditIcon />
        </Button>
        <ConfirmButton kind="icon" label={word('repliesRemove', isolated(reply.title))} confirm={word('repliesRemoveSure')} cancel={word('repliesCancel')} onConfirm={onRemove}>
          <RemoveIcon />
        </ConfirmButton>
      </div>
    </div>
  )
}

function marksOf(reply: Reply): readonly string[] {
  const { folder, tags, scope, shared, archived, lang, langs, sharedFrom } = reply
  const languages = [lang, ...Object.keys(langs)].filter((tag) => tag !== '')
  const place = scope.surface === 'both' ? '' : word(scope.surface === 'dm' ? 'repliesDm' : 'repliesPublic')
  return [folder && isolated(folder), ...tags.map((tag) => `#${isolated(tag)}`), languages.join(', '), place, shared ? word('repliesIsShared') : '', sharedFrom ? word(isFork(reply) ? 'packFork' : 'packFrom', isolated(sharedFrom.origin)) : '', archived ? word('repliesIsArchived') : ''].filter((mark) => mark !== '')
}

function usageLines({ uses, people, lastUsed, undoRate, editShare, keysSaved, outcomes }: Usage, now: number, wordsAMinute: number): readonly string[] {
  const percent = (share: number): string => `${numberOf(Math.round(share * 100))} %`
  return [
    `${plural('usageUses', uses)}, ${plural('usagePeople', people)}`,
    word('usageLast', agoOf(lastUsed, now)),
    ...(undoRate > 0 ? [word('usageUndone', percent(undoRate))] : []),
    ...(editShare === undefined ? [] : [word('usageEdited', percent(editShare))]),
    ...[savedLine(keysSaved, wordsAMinute) ?? []].flat(),
    ...OUTCOMES.flatMap((outcome) => (outcomes[outcome] === undefined ? [] : [`${word(OUTCOME_WORDS[outcome])}: ${numberOf(outcomes[outcome])}`])),
  ]
}
