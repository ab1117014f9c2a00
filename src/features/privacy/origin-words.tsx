import { dayOf, isolated, word, type WordName } from '../../ui/words'
import type { Origin, WayToKnow } from './origin'

const WORDS: Readonly<Record<WayToKnow, WordName>> = {
  written: 'subjectWritten',
  imported: 'subjectImported',
  'seen on the page': 'subjectSeen',
  'addressed us': 'subjectAddressedUs',
  'addressed by us': 'subjectAddressedByUs',
  guess: 'subjectGuess',
  'sent here': 'subjectSentHere',
  'counted by hand': 'subjectByHand',
}

/** Where something comes from, in one line: how, by whom, and when. */
export function OriginWords({ origin, now }: { readonly origin: Origin | undefined; readonly now: number }) {
  if (!origin) return <p class="quiet small">{word('subjectOriginUnknown')}</p>
  const by = origin.by && word('subjectBy', isolated(origin.by))
  return <p class="quiet small">{[word(WORDS[origin.way]), by, dayOf(origin.at, now)].filter((part) => part !== '').join(' · ')}</p>
}
