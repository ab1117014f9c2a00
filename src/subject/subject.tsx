import { openPage } from '../options/open-page'
import { SubjectPage } from './subject-page'

openPage('subjectTitle', () => <SubjectPage id={location.hash.slice(1)} />)
// Another id in the same tab is another page.
addEventListener('hashchange', () => location.reload())
