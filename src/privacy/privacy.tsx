import { openPage } from '../options/open-page'
import { PrivacyPage } from './privacy-page'

openPage('privacyTitle', () => <PrivacyPage />)
