import type { ComponentChildren } from 'preact'
import type { Facts } from '../../domain/facts'
import type { FollowersSeen } from '../../domain/followers-seen'
import type { Influence } from '../../domain/influence'
import { originOf } from '../../domain/join-facts'
import { agoOf, momentOf, numberOf, plural, word } from '../../ui/words'
import { isStale, type Judging } from './inputs'
import { SOURCE_WORDS } from './input-words'
import { topPercent } from './reasons'
import { Scale } from './scale'
import { WhyScore } from './why-score'

/** How far a voice carries, from what facts, by what numbers. */
export interface InfluencePanelProps {
  readonly influence: Influence
  readonly facts: Facts
  readonly judging: Judging
  /** Followers over time, oldest first. */
  readonly moments: readonly FollowersSeen[]
}

/** The score, where it stands among others, and on demand why. */
export function InfluencePanel({ influence, facts, judging, moments, children }: InfluencePanelProps & { readonly children?: ComponentChildren }) {
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
        <Source facts={facts} judging={judging} />
      </div>
      <details class="small">
        <summary>{word('influenceWhy', score)}</summary>
        <WhyScore influence={influence} facts={facts} judging={judging} moments={moments} />
      </details>
      {children}
    </section>
  )
}

/** Where the number that weighs most comes from, how old it is, and a mark once it is old. */
function Source({ facts, judging: { now, staleDays } }: { readonly facts: Facts; readonly judging: Judging }) {
  const { source, seenAt } = originOf(facts, 'followers')
  return (
    <span class="small">
      {isStale(facts, { now, staleDays }) && <strong class="old">{plural('influenceOld', staleDays)} </strong>}
      <time class="quiet" dateTime={new Date(seenAt).toISOString()} title={momentOf(seenAt)}>
        {word(SOURCE_WORDS[source], agoOf(seenAt, now))}
      </time>
    </span>
  )
}
