import { openPage } from '../options/open-page'
import { RepliesPage } from './replies-page'

openPage('libraryTitle', () => <RepliesPage />)
