import browser from 'webextension-polyfill'
import type { Waiter } from '../features/x-account/inbox'
import { InboxList } from '../features/x-account/inbox-list'
import { ConfirmButton } from '../ui/confirm-button'
import { Toast } from '../ui/notice'
import { plural, wholeOf, word } from '../ui/words'
import { Earlier } from './earlier'
import { ListeningSection } from './listening-section'
import { useInbox } from './use-inbox'
import { useLeaving } from './use-leaving'

/** Everybody who wrote to us and waits, in the order in which to answer. */
export function InboxPage() {
  const [all] = useInbox()
  const { gone, count, leave, bringBack, settle } = useLeaving()
  const waiters = all?.filter(({ id }) => !gone.has(id))
  const now = Date.now()
  const done = (some: readonly Waiter[]): void => leave(some.map(({ id }) => id))
  return (
    <>
      <header class="options-head">
        <img src={browser.runtime.getURL('icons/regulars.svg')} alt="" />
        <h1>{word('inboxTitle')}</h1>
        <a href={browser.runtime.getURL('src/options/options.html#x')}>{word('optionsTitle')}</a>
      </header>
      <div class="row inbox-head">
        <p class="quiet" role="status">
          {waiters && (waiters.length === 0 ? word('inboxEmpty') : plural('inboxWaiting', waiters.length))}
        </p>
        {waiters && waiters.length > 1 && (
          <ConfirmButton kind="quiet" confirm={word('inboxDoneAllSure', wholeOf(waiters.length))} cancel={word('noteCancel')} onConfirm={() => done(waiters)}>
            {word('inboxDoneAll')}
          </ConfirmButton>
        )}
      </div>
      {waiters && <InboxList waiters={waiters} now={now} onDone={(waiter) => done([waiter])} thread={({ conversation, others }) => <Earlier conversation={conversation} posts={others + 1} now={now} />} />}
      <ListeningSection />
      <Toast text={count > 0 ? plural('inboxLeft', count) : undefined} action={{ label: word('cardUndo'), run: bringBack }} dismissLabel={word('cardDismiss')} onDismiss={settle} />
    </>
  )
}
