import type { BadgeWords } from '../features/people/badge-face'
import { dayOf, plural, word } from '../ui/words'

/** The badge's words in the user's language. The browser is asked for each sentence once. */
export function badgeWords(): BadgeWords {
  return {
    influence: (score) => word('badgeInfluence', score),
    influenceUnknown: word('badgeInfluenceUnknown'),
    contacts: (count, last) => (last === undefined ? plural('badgeContacts', count) : `${plural('badgeContacts', count)}, ${word('badgeLast', dayOf(last, Date.now()))}`),
    notes: (count) => plural('badgeNotes', count),
    tags: (tags) => tags.join(', '),
    nothingKnown: word('badgeNothingKnown'),
    takenOver: word('badgeTakenOver'),
  }
}
