import browser from 'webextension-polyfill'
import { useInbox } from '../inbox/use-inbox'
import { Button } from '../ui/button'
import { plural, word } from '../ui/words'

/** The most that the popup shows of those who wait. */
const FIRST = 3

/** Who waits for an answer, the first few of them, and the way to all; nothing where nobody does. */
export function InboxPart() {
  const [waiters] = useInbox()
  if (!waiters || waiters.length === 0) return null
  return (
    <section class="stack popup-inbox" aria-label={word('inboxTitle')}>
      <p class="row">
        <strong>{plural('inboxWaiting', waiters.length)}</strong>
        <Button kind="link" onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('src/inbox/inbox.html') }).then(() => close())}>
          {word('inboxOpen')}
        </Button>
      </p>
      <ul>
        {waiters.slice(0, FIRST).map(({ id, author, text }) => (
          <li key={id} class="small">
            <bdi>@{author}</bdi>{' '}
            <span dir="auto" class="quiet">
              {text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
