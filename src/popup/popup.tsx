import { openPage } from '../options/open-page'
import { PopupPage } from './popup-page'

openPage('popupTitle', () => <PopupPage />)
