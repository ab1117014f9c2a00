import browser from 'webextension-polyfill'
import { ask } from '../contract/ask'
import { InboxList } from '../features/x-account/inbox-list'
import { plural, word } from '../ui/words'
import { Earlier } from './earlier'
import { ListeningSection } from './listening-section'
import { useInbox } from './use-inbox'

/** Everybody who wrote to us and waits, in the order in which to answer. */
export function InboxPage() {
  const [waiters, look] = useInbox()
  const now = Date.now()
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
      {waiters && <InboxList waiters={waiters} now={now} onDone={({ id }) => void ask('x/dismiss', id).then(look, console.error)} thread={({ conversation, others }) => <Earlier conversation={conversation} posts={others + 1} now={now} />} />}
      <ListeningSection />
    </>
  )
}
