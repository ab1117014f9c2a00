import { openPage } from '../options/open-page'
import { addStarters, FIRST_VISIT } from './add-starters'
import { WelcomePage } from './welcome-page'

openPage('welcomeTitle', () => <WelcomePage />)
if (location.hash === FIRST_VISIT) void addStarters()
