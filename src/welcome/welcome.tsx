import { openPage } from '../options/open-page'
import { WelcomePage } from './welcome-page'

openPage('welcomeTitle', () => <WelcomePage />)
