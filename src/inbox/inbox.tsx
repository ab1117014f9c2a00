import { openPage } from '../options/open-page'
import { InboxPage } from './inbox-page'

openPage('inboxTitle', () => <InboxPage />)
