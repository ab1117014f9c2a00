import type { Note } from '../domain/person'
import { topPercent } from '../features/influence/reasons'
import { NoteWords } from '../features/notes/note-words'
import type { PersonView } from '../features/people/people-messages'
import type { Settings } from '../settings/settings'
import { judge } from '../card/judge'
import { Banner } from '../ui/notice'
import { TagChip } from '../ui/tag-chip'
import { TimeAgo } from '../ui/time-ago'
import { numberOf, plural, word } from '../ui/words'

/** What the popup says of a person before anything is typed; tags have the colours of the presets. */
export interface PersonHeadProps {
  readonly view: PersonView
  readonly colourOf: (tag: string) => string | undefined
  /** Undefined until they are read. */
  readonly settings: Settings | undefined
  readonly now: number
}

/** Who it is, how far their voice carries, what was pinned, or else noted last. */
export function PersonHead({ view, colourOf, settings, now }: PersonHeadProps) {
  const { subject, person, notes, pinned, takenOver } = view
  const name = subject.name ?? person?.name
  const latest = notes.find(({ id }) => id === pinned) ?? notes[0]
  return (
    <section class="person-head">
      <div class="person-line">
        <div>
          <h1>
            <bdi>{name ?? `@${subject.handle}`}</bdi>
          </h1>
          <p class="quiet">
            {name && (
              <>
                <bdi>@{subject.handle}</bdi>
                {' · '}
              </>
            )}
            {summaryOf(view)}
          </p>
        </div>
        <Score view={view} settings={settings} now={now} />
      </div>
      {takenOver && <Banner tone="warn">{word('popupTakenOver')}</Banner>}
      {person && person.tags.length > 0 && (
        <ul class="row">
          {person.tags.map((tag) => (
            <li key={tag}>
              <TagChip name={tag} colour={colourOf(tag)} />
            </li>
          ))}
        </ul>
      )}
      {latest && <LatestNote note={latest} now={now} />}
    </section>
  )
}

function summaryOf({ person, notes }: PersonView): string {
  if (!person) return word('popupStranger')
  const contacts = person.contacts > 0 ? [plural('badgeContacts', person.contacts)] : []
  return [plural('badgeNotes', notes.length), ...contacts].join(' · ')
}

function Score(shown: Pick<PersonHeadProps, 'view' | 'settings' | 'now'>) {
  const known = judge(shown)?.influence
  const score = known ? String(Math.round(known.score)) : '–'
  const meaning = known ? word('popupInfluence', numberOf(topPercent(known.topPercent))) : word('popupInfluenceUnknown')
  return (
    <p class="score" title={meaning}>
      <span aria-hidden="true">{score}</span>
      <span class="score-word" aria-hidden="true">
        {word('popupInfluenceWord')}
      </span>
      <span class="unseen">{`${known ? word('badgeInfluence', score) : word('badgeInfluenceUnknown')}. ${meaning}`}</span>
    </p>
  )
}

function LatestNote({ note, now }: { readonly note: Note; readonly now: number }) {
  return (
    <figure class="latest-note">
      <blockquote dir="auto">
        <NoteWords text={note.text} />
      </blockquote>
      <figcaption class="small quiet">
        {note.by && (
          <>
            <bdi>{note.by}</bdi>
            {' · '}
          </>
        )}
        <TimeAgo moment={note.addedAt} now={now} />
      </figcaption>
    </figure>
  )
}
