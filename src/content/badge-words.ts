import type { BadgeWords } from '../features/people/badge-face'
import { dayOf, plural, word } from '../ui/words'

/** The badge's words in the user's language. The browser is asked for each sentence once, numbers included: asking costs more than painting. */
export function badgeWords(): BadgeWords {
  const dayInWords = onceFor((day: number) => dayOf(day, Date.now()))
  const last = onceFor((day: string) => word('badgeLast', day))
  const contacts = onceFor((count: number) => plural('badgeContacts', count))
  return {
    influence: onceFor((score: number) => word('badgeInfluence', score)),
    influenceUnknown: word('badgeInfluenceUnknown'),
    contacts: (count, moment) => (moment === undefined ? contacts(count) : `${contacts(count)}, ${last(dayInWords(startOfDay(moment)))}`),
    notes: onceFor((count: number) => plural('badgeNotes', count)),
    tags: (tags) => tags.join(', '),
    nothingKnown: word('badgeNothingKnown'),
    takenOver: word('badgeTakenOver'),
    old: onceFor((days: number) => plural('influenceOld', days)),
  }
}

function startOfDay(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0)
}

/** Words that were put together before are not put together again; few are ever needed. */
function onceFor<Of>(say: (of: Of) => string): (of: Of) => string {
  const said = new Map<Of, string>()
  return (of) => {
    const known = said.get(of)
    if (known !== undefined) return known
    const words = say(of)
    said.set(of, words)
    return words
  }
}
