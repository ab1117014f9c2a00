import { LARGEST_WEIGHT, type OwnNumbers, WEIGHT_NAMES, type WeightName } from '../../domain/own-numbers'
import { INFLUENCE_CONSTANTS } from '../../domain/influence'
import { type TierLimits, toTierLimits } from '../../domain/tiers'
import { Button } from '../../ui/button'
import { NumberField } from '../../ui/number-field'
import { dayOf, word, type WordName } from '../../ui/words'
import type { Centred } from './centring'
import type { Measure } from './own-people'
import { TIER_WORDS } from './tier-preview'

const WEIGHT_WORDS: Readonly<Record<WeightName, WordName>> = {
  reachBelowThousand: 'weightsReachBelow',
  reachAboveThousand: 'weightsReachAbove',
  lists: 'weightsLists',
  engagement: 'weightsEngagement',
  activity: 'weightsActivity',
  followBack: 'weightsFollowBack',
}

/** The weights and limits under change. */
export interface WeightsEditorProps {
  readonly measure: Measure
  /** What the people we hold say about the two drifting numbers. */
  readonly centred: Centred
  readonly now: number
  readonly onChange: (measure: Measure) => void
}

/** Every weight, every limit, and the two numbers that drift. */
export function WeightsEditor({ measure, centred, now, onChange }: WeightsEditorProps) {
  const { numbers, limits } = measure
  const setNumbers = (changed: Partial<OwnNumbers>): void => onChange({ ...measure, numbers: { ...numbers, ...changed } })
  return (
    <div class="stack">
      <fieldset class="numbers">
        <legend>{word('weightsLegend')}</legend>
        {WEIGHT_NAMES.map((name) => (
          <NumberField
            key={name}
            slides
            label={word(WEIGHT_WORDS[name])}
            value={numbers.weights[name] ?? INFLUENCE_CONSTANTS[name]}
            least={0}
            most={LARGEST_WEIGHT}
            step={0.01}
            onNumber={(weight) => setNumbers({ weights: { ...numbers.weights, [name]: weight } })}
          />
        ))}
      </fieldset>
      <fieldset class="numbers limits">
        <legend>{word('tiersLegend')}</legend>
        {limits.map((limit, at) => (
          <NumberField key={at} label={word(TIER_WORDS[at + 1]!)} value={limit} least={(limits[at - 1] ?? 0) + 1} most={(limits[at + 1] ?? 101) - 1} step={1} onNumber={(next) => onChange({ ...measure, limits: withLimit(limits, at, next) })} />
        ))}
      </fieldset>
      <Centring numbers={numbers} centred={centred} now={now} onCentre={(centring) => setNumbers({ centring })} />
    </div>
  )
}

function Centring({ numbers, centred, now, onCentre }: Pick<WeightsEditorProps, 'centred' | 'now'> & { readonly numbers: OwnNumbers; readonly onCentre: (centring: OwnNumbers['centring']) => void }) {
  return (
    <div class="stack">
      <p class="quiet small">{word('centringMeaning')}</p>
      {numbers.centring && <p class="small">{word('centringIs', numbers.centring.listFactor, numbers.centring.engagementOffset, dayOf(numbers.centring.at, now))}</p>}
      {'centring' in centred ? (
        <div class="row">
          <Button onClick={() => onCentre(centred.centring)}>{word('centringDo', centred.lists)}</Button>
          {numbers.centring && <Button kind="quiet" onClick={() => onCentre(undefined)}>{word('centringUndo')}</Button>}
        </div>
      ) : (
        <p class="quiet small">{word('centringTooFew', centred.enoughAt, centred.lists)}</p>
      )}
    </div>
  )
}

function withLimit(limits: TierLimits, at: number, limit: number): TierLimits {
  return toTierLimits(limits.map((held, place) => (place === at ? limit : held)))
}
