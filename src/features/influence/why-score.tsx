import type { Facts } from '../../domain/facts'
import type { FollowersSeen } from '../../domain/followers-seen'
import type { Influence } from '../../domain/influence'
import { dayOf, isolated, listed, numberOf, plural, signed, wholeOf, word } from '../../ui/words'
import { suddenGrowth } from './growth'
import { inputsOf, type Input, type Judging, withTenthOfFollowers } from './inputs'
import { inputWords, MISSING_WORDS, PART_WORDS, whenceWords } from './input-words'
import { PointsBar, reachOf } from './points-bar'
import { MIDDLE, topPercent } from './reasons'

interface WhyProps {
  readonly influence: Influence
  readonly facts: Facts
  readonly judging: Judging
  readonly moments: readonly FollowersSeen[]
}

/** Why a score is what it is: a sentence, each input with its points, what is missing, and what to look at twice. */
export function WhyScore({ influence, facts, judging, moments }: WhyProps) {
  const inputs = inputsOf(facts, influence, judging)
  return (
    <div class="why">
      <p>{sentenceOf(influence, inputs)}</p>
      <Inputs influence={influence} facts={facts} inputs={inputs} judging={judging} />
      {influence.missing.length > 0 && (
        <p class="quiet">
          {word('influenceMissing', listed(influence.missing.map((fact) => word(MISSING_WORDS[fact]))), Math.round(influence.low), Math.round(influence.high))}
        </p>
      )}
      <Growth moments={moments} now={judging.now} />
      <Bought facts={facts} judging={judging} />
      <Unscored facts={facts} now={judging.now} />
      <p class="quiet">{word('influenceHelp', judging.constants.version)}</p>
    </div>
  )
}

function Inputs({ influence, facts, inputs, judging }: Pick<WhyProps, 'influence' | 'facts' | 'judging'> & { readonly inputs: readonly Input[] }) {
  const score = Math.round(influence.score)
  const reach = reachOf(inputs.map(({ points }) => points))
  return (
    <table class="inputs">
      <caption class="unseen">{word('influenceTable', score)}</caption>
      <tbody>
        <tr>
          <th scope="row" colSpan={2}>
            {word('influenceMiddle')}
          </th>
          <td>{MIDDLE}</td>
        </tr>
        {inputs.map((input) => (
          <tr key={input.name} data-part={input.name}>
            <th scope="row">
              {inputWords(input, facts)}
              <Whence input={input} facts={facts} judging={judging} />
            </th>
            <td aria-hidden="true">
              <PointsBar points={input.points} reach={reach} />
            </td>
            <td>
              <bdi>{signed(input.points)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {word('influenceTitle')}
          </th>
          <td>{score}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function Whence({ input, facts, judging: { now, staleDays } }: Pick<WhyProps, 'facts' | 'judging'> & { readonly input: Input }) {
  const words = whenceWords(input, facts, now)
  if (words === undefined) return null
  return (
    <small class="quiet">
      {' '}
      {words}
      {input.isOld && <strong class="old"> · {plural('influenceOld', staleDays)}</strong>}
    </small>
  )
}

/** A sudden rise is a sign to look at, worth no points, and no verdict. */
function Growth({ moments, now }: Pick<WhyProps, 'moments'> & { readonly now: number }) {
  const growth = suddenGrowth(moments)
  if (!growth) return null
  const { from, to, reactions } = growth
  return (
    <p class="sign">
      {word('influenceGrowth', isolated(wholeOf(from.followers)), dayOf(from.at, now), isolated(wholeOf(to.followers)), dayOf(to.at, now))}{' '}
      {word(reactions === 'unchanged' ? 'influenceGrowthSame' : 'influenceGrowthUnknown')}
    </p>
  )
}

/** How dear followers without substance would have been: it is the lists that tell, where they are known. */
function Bought({ facts, judging }: Pick<WhyProps, 'facts' | 'judging'>) {
  const score = withTenthOfFollowers(facts, judging)
  return score === undefined ? null : <p class="quiet">{word(facts.listed === undefined ? 'influenceTenthNoLists' : 'influenceTenthLists', Math.round(score))}</p>
}

/** What is known and worth no points. */
function Unscored({ facts: { verified, createdAt }, now }: Pick<WhyProps, 'facts'> & { readonly now: number }) {
  const said = [
    ...(verified === 'paid' ? [word('influenceCheckPaid')] : []),
    ...(verified === 'identified' ? [word('influenceCheckIdentified')] : []),
    ...(createdAt === undefined ? [] : [word('influenceSince', dayOf(createdAt, now))]),
  ]
  return said.length === 0 ? null : <p class="quiet">{word('influenceUnscored', listed(said))}</p>
}

function sentenceOf(influence: Influence, inputs: readonly Input[]): string {
  const sorted = inputs.toSorted((one, other) => other.points - one.points)
  const [best, worst] = [sorted[0], sorted.at(-1)]
  return [
    word('influencePlain', numberOf(100 - topPercent(influence.topPercent))),
    ...(best && best.points > 0 ? [word('influencePlainLift', word(PART_WORDS[best.name]))] : []),
    ...(worst && worst.points < 0 ? [word('influencePlainLower', word(PART_WORDS[worst.name]))] : []),
  ].join(' ')
}
