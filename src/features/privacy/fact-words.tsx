import { dayOf, wholeOf, word, type WordName } from '../../ui/words'
import type { KnownFact } from './known-facts'

const NAMES: Readonly<Record<KnownFact['what'], WordName>> = {
  followers: 'subjectFollowers',
  following: 'subjectFollowing',
  listed: 'subjectListed',
  posts: 'subjectPosts',
  createdAt: 'subjectCreated',
  verified: 'subjectVerified',
  gone: 'subjectGone',
  lang: 'subjectLang',
  postsSeen: 'subjectPostsSeen',
  repostsSeen: 'subjectRepostsSeen',
  likesSeen: 'subjectLikesSeen',
  concerns: 'subjectConcerns',
  followersThen: 'subjectFollowersThen',
}
/** Values that are words of ours. */
const VALUES: Readonly<Record<string, WordName>> = { identified: 'influenceCheckIdentified', paid: 'influenceCheckPaid', suspended: 'subjectSuspended', unknown: 'subjectUnknownToX' }

/** The numbers of an account as a list that anybody can read. */
export function FactWords({ facts, now }: { readonly facts: readonly KnownFact[]; readonly now: number }) {
  return (
    <ul class="subject-facts">
      {facts.map((fact) => (
        <li key={`${fact.what} ${fact.at}`}>
          {word(NAMES[fact.what], ...(fact.at === undefined ? [] : [dayOf(fact.at, now)]))}: <bdi>{valueOf(fact, now)}</bdi>
        </li>
      ))}
    </ul>
  )
}

function valueOf({ what, value }: KnownFact, now: number): string {
  if (typeof value === 'number') return what === 'createdAt' ? dayOf(value, now) : wholeOf(value)
  const name = VALUES[value]
  return name ? word(name) : value
}
