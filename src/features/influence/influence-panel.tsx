import type { Facts } from '../../domain/facts'
import type { Influence, MissingFact } from '../../domain/influence'
import { agoOf, isolated, listed, momentOf, numberOf, word, type WordName } from '../../ui/words'
import { MIDDLE, type Reason, reasonsOf, topPercent } from './reasons'
import { Scale } from './scale'

const MISSING: Readonly<Record<MissingFact, WordName>> = {
  listed: 'influenceMissingListed',
  engagement: 'influenceMissingEngagement',
  posts: 'influenceMissingPosts',
  following: 'influenceMissingFollowing',
}

/** How far a voice carries, from what facts. */
export interface InfluencePanelProps {
  readonly influence: Influence
  readonly facts: Facts
  readonly now: number
}

/** The score, where it stands among others, and on demand why. */
export function InfluencePanel({ influence, facts, now }: InfluencePanelProps) {
  const score = Math.round(influence.score)
  return (
    <section class="influence" aria-labelledby="influence-title">
      <h2 id="influence-title" class="unseen">
        {word('influenceTitle')}
      </h2>
      <p class="score" aria-label={word('influenceSaid', score)} role="img">
        {score}
      </p>
      <div>
        <p>
          <strong>{word('influenceTop', numberOf(topPercent(influence.topPercent)))}</strong> <span class="quiet small">{word('influenceTopOf')}</span>
        </p>
        <Scale score={influence.score} low={influence.low} high={influence.high} />
        <div class="foot small">
          <details>
            <summary>{word('influenceWhy', score)}</summary>
            <Why influence={influence} followers={facts.followers ?? 0} />
          </details>
          <Source facts={facts} now={now} />
        </div>
      </div>
    </section>
  )
}

function Why({ influence, followers }: { readonly influence: Influence; readonly followers: number }) {
  return (
    <>
      <ul class="reasons">
        <Line words={word('influenceMiddle')} points={String(MIDDLE)} />
        {reasonsOf(influence).map((reason) => (
          <Line key={reason.name} words={sentenceOf(reason, followers)} points={signed(reason.points)} />
        ))}
      </ul>
      {influence.missing.length > 0 && (
        <p class="quiet">
          {word('influenceMissing', listed(influence.missing.map((fact) => word(MISSING[fact]))), Math.round(influence.low), Math.round(influence.high))}
        </p>
      )}
    </>
  )
}

function Line({ words, points }: { readonly words: string; readonly points: string }) {
  return (
    <li>
      <span>{words}</span> <bdi>{points}</bdi>
    </li>
  )
}

function Source({ facts, now }: { readonly facts: Facts; readonly now: number }) {
  return (
    <time class="quiet" dateTime={new Date(facts.seenAt).toISOString()} title={momentOf(facts.seenAt)}>
      {word(facts.source === 'state' ? 'influenceFromX' : 'influenceFromProfile', agoOf(facts.seenAt, now))}
    </time>
  )
}

function sentenceOf({ name, points }: Reason, followers: number): string {
  switch (name) {
    case 'reach':
      return word('influenceReach', isolated(numberOf(followers)))
    case 'unsupported':
      return word('influenceUnsupported')
    case 'lists':
      return word(points > 0 ? 'influenceListsMore' : 'influenceListsFewer')
    case 'engagement':
      return word(points > 0 ? 'influenceReactionsMore' : 'influenceReactionsFewer')
    case 'activity':
      return word(points > 0 ? 'influenceActivityMore' : 'influenceActivityLess')
    case 'followBack':
      return word('influenceFollowBack')
  }
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : `−${Math.abs(points)}`
}
