import { type Concern, CONCERNS } from '../../domain/concern'
import { dayOf, isolated, listed, plural, word } from '../../ui/words'
import type { Relationship } from './relationship'
import { priorityOf, type Relevance } from './relevance'

/** What else there is to weigh beside influence, each by itself. */
export interface DimensionsProps {
  /** Undefined while nobody knows how far the voice carries: then there is no priority. */
  readonly influence: number | undefined
  readonly relevance: Relevance
  readonly relationship: Relationship
  readonly notes: number
  readonly now: number
}

/** Relevance to us, what passed between us, and one number where one order is needed, with both of its parts. */
export function Dimensions({ influence, relevance, relationship, notes, now }: DimensionsProps) {
  const relevant = Math.round(relevance.score)
  const loud = influence === undefined ? undefined : Math.round(influence)
  return (
    <dl class="dimensions small">
      <div>
        <dt>{word('relevanceTitle')}</dt>
        <dd>
          <strong>{isolated(`≥ ${relevant}`)}</strong> <span class="quiet">{countsOf(relevance)}</span>
        </dd>
      </div>
      <div>
        <dt>{word('relationshipTitle')}</dt>
        <dd class="quiet">{passedOf(relationship, notes, now)}</dd>
      </div>
      {loud !== undefined && (
        <div>
          <dt>{word('priorityTitle')}</dt>
          <dd>
            <strong>{Math.round(priorityOf(loud, relevant))}</strong> <span class="quiet">{word('priorityParts', loud, relevant)}</span>
          </dd>
        </div>
      )}
    </dl>
  )
}

const COUNT_WORDS = { mention: 'relevanceMentions', brandName: 'relevanceNames', passedOn: 'relevancePassedOn', topic: 'relevanceTopics' } as const satisfies Record<Concern, string>

function countsOf({ counts, days }: Relevance): string {
  const said = CONCERNS.filter((concern) => counts[concern] > 0).map((concern) => plural(COUNT_WORDS[concern], counts[concern]))
  return said.length === 0 ? word('relevanceNone') : plural('relevanceWithin', Math.max(1, days), listed(said))
}

function passedOf({ contacts, theirs, ours, first, last }: Relationship, notes: number, now: number): string {
  const said = [
    ...(contacts > 0 ? [plural('badgeContacts', contacts)] : []),
    ...(theirs > 0 ? [plural('relationshipTheirs', theirs)] : []),
    ...(ours > 0 ? [plural('relationshipOurs', ours)] : []),
    ...(notes > 0 ? [plural('badgeNotes', notes)] : []),
  ]
  if (said.length === 0) return word('relationshipNone')
  const since = first === undefined || last === undefined ? [] : [first === last ? word('relationshipOnce', dayOf(last, now)) : word('relationshipSpan', dayOf(first, now), dayOf(last, now))]
  return [said.join(', '), ...since].join('; ')
}
