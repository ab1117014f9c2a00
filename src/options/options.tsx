import { openPage } from './open-page'
import { OptionsPage } from './options-page'

openPage('optionsTitle', () => <OptionsPage />)
