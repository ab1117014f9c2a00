import { useMemo, useState } from 'preact/hooks'
import { sealed } from '../domain/influence-weights'
import { TIER_LIMITS } from '../domain/tiers'
import { centreOn } from '../features/influence/centring'
import { markedBy, type Measure, newScores, type OwnPerson, tierChanges } from '../features/influence/own-people'
import { RulesEditor } from '../features/influence/rules-editor'
import { TierPreview } from '../features/influence/tier-preview'
import { WeightsEditor } from '../features/influence/weights-editor'
import { SavedText } from '../features/preferences/saved-text'
import { Button } from '../ui/button'
import { NumberField } from '../ui/number-field'
import { plural, word } from '../ui/words'
import { Section } from './section'
import { type JudgingAnew, useJudgingAnew } from './use-judging-anew'
import { useOwnPeople } from './use-own-people'
import type { SectionsProps } from './who-sections'

const NOBODY = [] as const

/** By what voices are weighed, and who gets a mark; each with its effect on our own people before it is saved. */
export function InfluenceSections({ settings, save }: SectionsProps) {
  const [held, readAgain] = useOwnPeople()
  const people = held ?? NOBODY
  const now = useMemo(() => Date.now(), [people])
  const saved: Measure = { numbers: settings.influence, limits: settings.tierLimits }
  const marked = useMemo(() => markedBy(people, settings.markRules, saved, now), [people, settings])
  return (
    <>
      <Section id="influence" title={word('influenceTitle')} lead={word('weightsLead')}>
        <Weights saved={saved} people={people} now={now} save={save} readAgain={readAgain} />
        <NumberField label={word('staleLabel')} value={settings.staleDays} least={1} most={3650} step={1} onNumber={(staleDays) => save({ staleDays })} />
      </Section>
      <Section id="relevance" title={word('relevanceTitle')} lead={word('relevanceLead')}>
        <SavedText label={word('relevanceBrandNames')} hint={word('relevanceCommas')} value={settings.brandNames.join(', ')} longest={400} autoComplete="off" onSave={(text) => save({ brandNames: wordsIn(text) })} />
        <SavedText label={word('relevanceTopicWords')} hint={word('relevanceCommas')} value={settings.topics.join(', ')} longest={400} autoComplete="off" onSave={(text) => save({ topics: wordsIn(text) })} />
      </Section>
      <Section id="rules" title={word('rulesTitle')} lead={word('rulesLead')}>
        <RulesEditor rules={settings.markRules} marked={marked} onChange={(markRules) => save({ markRules })} />
      </Section>
    </>
  )
}

interface WeightsProps extends Pick<SectionsProps, 'save'> {
  readonly saved: Measure
  readonly people: readonly OwnPerson[]
  readonly now: number
  readonly readAgain: () => void
}

function Weights({ saved, people, now, save, readAgain }: WeightsProps) {
  const [draft, setDraft] = useState(saved)
  const [judging, judgeAnew] = useJudgingAnew()
  const changes = useMemo(() => tierChanges(people, saved, draft, now), [people, saved.numbers, saved.limits, draft])
  const centred = useMemo(() => centreOn(people.map(({ facts }) => facts), now), [people])
  const keep = (measure: Measure): void => {
    const numbers = sealed(measure.numbers)
    setDraft({ ...measure, numbers })
    save({ influence: numbers, tierLimits: measure.limits })
    void judgeAnew(newScores(people, numbers, now)).then(readAgain)
  }
  return (
    <>
      <WeightsEditor measure={draft} centred={centred} now={now} onChange={setDraft} />
      <TierPreview changes={changes} people={people.length} />
      <div class="row">
        <Button kind="primary" onClick={() => keep(draft)}>
          {word('weightsSave')}
        </Button>
        <Button kind="quiet" onClick={() => keep({ numbers: { weights: {} }, limits: TIER_LIMITS })}>
          {word('weightsReset')}
        </Button>
        <span role="status" class="small quiet">
          {saysOf(judging)}
        </span>
      </div>
    </>
  )
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[,;、]/).map((word) => word.trim()).filter((word) => word !== '')
}

function saysOf(judging: JudgingAnew): string {
  switch (judging.is) {
    case 'idle':
      return ''
    case 'under way':
      return word('judgingUnderWay')
    case 'done':
      return plural('judgingDone', judging.changed)
    case 'failed':
      return word('judgingFailed', judging.reason)
  }
}
