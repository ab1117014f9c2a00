import { TimeAgo } from '../../ui/time-ago'
import { plural } from '../../ui/words'
import type { Thread } from './threads'

/** A conversation. */
export interface ThreadWordsProps {
  /** Undefined until it is read. */
  readonly thread: Thread | undefined
  readonly posts: number
  readonly now: number
  readonly onOpen?: () => void
}

/** A conversation, folded up: who said what, oldest first. */
export function ThreadWords({ thread = [], posts, now, onOpen }: ThreadWordsProps) {
  return (
    <details class="thread small" onToggle={(event) => event.currentTarget.open && onOpen?.()}>
      <summary>{plural('historyThread', posts)}</summary>
      <ol class="stack">
        {thread.map(({ author, text, postedAt, url }) => (
          <li key={url}>
            {author && <bdi>@{author}</bdi>}{' '}
            <span class="quiet">
              {postedAt !== undefined && <TimeAgo moment={postedAt} now={now} />}
            </span>
            <p class="excerpt" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
