import browser from 'webextension-polyfill'
import { ask } from '../contract/ask'
import type { Waiter } from '../features/x-account/inbox'
import { InboxList } from '../features/x-account/inbox-list'
import { ConfirmButton } from '../ui/confirm-button'
import { plural, wholeOf, word } from '../ui/words'
import { Earlier } from './earlier'
import { ListeningSection } from './listening-section'
import { useInbox } from './use-inbox'

/** Everybody who wrote to us and waits, in the order in which to answer. */
export function InboxPage() {
  const [waiters, look] = useInbox()
  const now = Date.now()
  const done = (some: readonly Waiter[]): void => void ask('x/dismiss', some.map(({ id }) => id)).then(look, console.error)
  return (
    <>
      <header class="options-head">
        <img src={browser.runtime.getURL('icons/regulars.svg')} alt="" />
        <h1>{word('inboxTitle')}</h1>
        <a href={browser.runtime.getURL('src/options/options.html#x')}>{word('optionsTitle')}</a>
      </header>
      <p class="quiet" role="status">
        {waiters && (waiters.length === 0 ? word('inboxEmpty') : plural('inboxWaiting', waiters.length))}
      </p>
      {waiters && waiters.length > 1 && (
        <p>
          <ConfirmButton kind="quiet" confirm={word('inboxDoneAllSure', wholeOf(waiters.length))} cancel={word('noteCancel')} onConfirm={() => done(waiters)}>
            {word('inboxDoneAll')}
          </ConfirmButton>
        </p>
      )}
      {waiters && <InboxList waiters={waiters} now={now} onDone={(waiter) => done([waiter])} thread={({ conversation, others }) => <Earlier conversation={conversation} posts={others + 1} now={now} />} />}
      <ListeningSection />
    </>
  )
}
