import type { Subject } from '../../domain/subject'
import { OutIcon } from '../../ui/icons'
import { TagChip } from '../../ui/tag-chip'
import { dayOf, isolated, plural, word, type WordName } from '../../ui/words'
import type { SearchHit } from './search-messages'
import type { Why } from './search-snippet'

const SOURCES: Readonly<Record<Why['kind'], WordName | undefined>> = {
  name: undefined,
  handle: undefined,
  tag: undefined,
  detail: undefined,
  formerHandle: 'searchInFormerHandle',
  note: 'searchInNote',
  post: 'searchInPost',
}

const MOST_TAGS = 3

/** Somebody who was found. */
export interface SearchResultProps {
  readonly hit: SearchHit
  readonly now: number
  readonly colourOf: (tag: string) => string | undefined
  readonly onOpen: (subject: Subject) => void
}

/** One line of the answer: who it is, what they were found by, and the way to their profile. */
export function SearchResult({ hit, now, colourOf, onOpen }: SearchResultProps) {
  const { subject, card } = hit
  return (
    <li>
      {subject ? (
        <button class="search-hit" type="button" onClick={() => onOpen(subject)}>
          <Words hit={hit} now={now} />
        </button>
      ) : (
        <div class="search-hit">
          <Words hit={hit} now={now} />
        </div>
      )}
      <p class="row">
        {card.tags.slice(0, MOST_TAGS).map((tag) => (
          <TagChip key={tag} name={tag} colour={colourOf(tag)} />
        ))}
        {subject && (
          <a class="small" href={`https://x.com/${subject.handle}`} target="_blank" rel="noopener noreferrer" aria-label={word('cardOpenProfile', isolated(`@${subject.handle}`))}>
            <bdi>@{subject.handle}</bdi> <OutIcon />
          </a>
        )}
      </p>
    </li>
  )
}

function Words({ hit: { subject, name, card, why }, now }: Pick<SearchResultProps, 'hit' | 'now'>) {
  const isNameMarked = why?.kind === 'name'
  const source = why && SOURCES[why.kind]
  return (
    <>
      <span class="search-name">
        <bdi>{isNameMarked ? <Marked why={why} /> : (name ?? (subject ? `@${subject.handle}` : word('searchNoHandle')))}</bdi>
        <span class="small quiet">{contactsOf(card, now)}</span>
      </span>
      {why && !isNameMarked && (
        <span class="search-why small quiet" dir="auto">
          {source && `${word(source)} `}
          <Marked why={why} />
        </span>
      )}
    </>
  )
}

function Marked({ why }: { readonly why: Why }) {
  return <>{why.parts.map(({ text, isMatch }, at) => (isMatch ? <mark data-colour="amber" key={at}>{text}</mark> : text))}</>
}

function contactsOf({ contacts, lastContact }: SearchHit['card'], now: number): string {
  if (contacts === 0) return ''
  return lastContact === undefined ? plural('badgeContacts', contacts) : `${plural('badgeContacts', contacts)}, ${word('badgeLast', dayOf(lastContact, now))}`
}
