import browser from 'webextension-polyfill'
import { useInbox } from '../inbox/use-inbox'
import { Button } from '../ui/button'
import { plural, word } from '../ui/words'

/** The most that the popup shows of those who wait. */
const FIRST = 3

/** Who waits for an answer and the way to all; where nobody else is shown, the first few of them too. Nothing where nobody waits. */
export function InboxPart({ isBrief }: { readonly isBrief: boolean }) {
  const [waiters] = useInbox()
  if (!waiters || waiters.length === 0) return null
  const open = (): void => void browser.tabs.create({ url: browser.runtime.getURL('src/inbox/inbox.html') }).then(() => close())
  const count = plural('inboxWaiting', waiters.length)
  return (
    <section class="stack popup-inbox" aria-label={word('inboxTitle')}>
      <p class="row">
        {!isBrief && <strong>{count}</strong>}
        <Button kind="link" onClick={open}>
          {isBrief ? count : word('inboxOpen')}
        </Button>
      </p>
      {!isBrief && (
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
      )}
    </section>
  )
}
