import type { SavedSearch } from '../../domain/saved-search'
import { postUrl } from '../../domain/handle'
import { Switch } from '../../ui/choices'
import { ConfirmButton } from '../../ui/confirm-button'
import { TimeAgo } from '../../ui/time-ago'
import { plural, word } from '../../ui/words'
import type { Heard, HeardPost } from './heard'

/** A search with what it found since the browser was opened. */
export interface HeardSearch {
  readonly search: SavedSearch
  readonly heard: Heard | undefined
}

/** The searches there are, and what can be done with them. */
export interface SavedSearchesProps {
  readonly searches: readonly HeardSearch[]
  readonly now: number
  readonly onSwitch: (search: SavedSearch, on: boolean) => void
  readonly onRemove: (search: SavedSearch) => void
}

/** The saved searches: each is switched on and off, shows what it found, and goes in two steps. */
export function SavedSearches({ searches, now, onSwitch, onRemove }: SavedSearchesProps) {
  return (
    <ul class="inbox stack">
      {searches.map(({ search, heard }) => (
        <li key={search.id} class="stack">
          <div class="row">
            <Switch label={search.name} on={search.on} onSwitch={(on) => onSwitch(search, on)} />
            <span class="row-end">
              <ConfirmButton kind="quiet" label={word('listenRemoveOf', search.name)} confirm={word('listenRemove')} cancel={word('noteCancel')} onConfirm={() => onRemove(search)}>
                {word('listenRemove')}
              </ConfirmButton>
            </span>
          </div>
          {heard && <Found posts={heard.posts} now={now} />}
        </li>
      ))}
    </ul>
  )
}

function Found({ posts, now }: { readonly posts: readonly HeardPost[]; readonly now: number }) {
  if (posts.length === 0) return <p class="quiet small">{word('listenFoundNone')}</p>
  return (
    <details>
      <summary>{plural('listenFound', posts.length)}</summary>
      <ul class="stack small">
        {posts.map(({ id, author, text, at }) => (
          <li key={id}>
            <a href={postUrl(author, id)} target="_blank" rel="noreferrer">
              <bdi>@{author}</bdi>
            </a>{' '}
            <span class="quiet">
              <TimeAgo moment={at} now={now} />
            </span>{' '}
            <span dir="auto" class="inbox-words">
              {text}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
