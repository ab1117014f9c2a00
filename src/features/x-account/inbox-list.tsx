import type { ComponentChildren } from 'preact'
import { postUrl } from '../../domain/handle'
import { Button } from '../../ui/button'
import { TimeAgo } from '../../ui/time-ago'
import { isolated, plural, word } from '../../ui/words'
import type { Waiter } from './inbox'

/** Those who wait, in the order in which to answer. */
export interface InboxListProps {
  readonly waiters: readonly Waiter[]
  readonly now: number
  readonly onDone: (waiter: Waiter) => void
  /** The conversation of one that does not stand alone. */
  readonly thread: (waiter: Waiter) => ComponentChildren
}

/** A list of mentions: who, since when, what they say, the way to the post, and the way out for those that need no answer. */
export function InboxList({ waiters, now, onDone, thread }: InboxListProps) {
  return (
    <ol class="inbox stack">
      {waiters.map((waiter) => (
        <li key={waiter.id}>
          <Waiting waiter={waiter} now={now} onDone={() => onDone(waiter)} thread={waiter.others > 0 && thread(waiter)} />
        </li>
      ))}
    </ol>
  )
}

function Waiting({ waiter: { id, author, name, followers, text, at, isHeld }, now, onDone, thread }: { readonly waiter: Waiter; readonly now: number; readonly onDone: () => void; readonly thread: ComponentChildren }) {
  return (
    <article class="stack">
      <p class="row">
        <strong>
          <bdi>{name ?? `@${author}`}</bdi>
        </strong>
        {name !== undefined && <bdi class="quiet">@{author}</bdi>}
        <span class="quiet small">
          <TimeAgo moment={at} now={now} />
        </span>
        {isHeld && <span class="tag" data-colour="green">{word('inboxHeld')}</span>}
        {followers !== undefined && <span class="quiet small">{plural('inboxFollowers', followers)}</span>}
      </p>
      <p dir="auto" class="inbox-words">
        {text}
      </p>
      {thread}
      <p class="row">
        <a class="button" href={postUrl(author, id)} target="_blank" rel="noreferrer">
          {word('inboxAnswer')}
        </a>
        <Button kind="quiet" aria-label={word('inboxDoneOf', isolated(`@${author}`))} onClick={(event) => (focusNext(event.currentTarget), onDone())}>
          {word('inboxDone')}
        </Button>
      </p>
    </article>
  )
}

/** Whoever goes through the list by keyboard stands at the same button of the next one. */
function focusNext(button: HTMLButtonElement): void {
  const own = button.closest('li')
  const next = own?.nextElementSibling ?? own?.previousElementSibling
  next?.querySelector<HTMLButtonElement>(`:scope > article > p:last-child > button`)?.focus()
}
