import { Select } from '../../ui/field'
import { agoOf, isolated, word, type WordName } from '../../ui/words'
import { OUTCOMES, type Outcome, type ReplyUse } from './reply-use'

/** What an outcome is called. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, WordName>> = { thanked: 'outcomeThanked', solved: 'outcomeSolved', 'asked again': 'outcomeAskedAgain', angry: 'outcomeAngry', frightened: 'outcomeFrightened' }

/** A use that nobody has told the outcome of. */
export interface OutcomeQuestionProps {
  readonly use: ReplyUse
  readonly title: string
  readonly now: number
  readonly onTell: (outcome: Outcome) => void
}

/** Asks once what came of the last reply; what is told ranks replies the next time. */
export function OutcomeQuestion({ use, title, now, onTell }: OutcomeQuestionProps) {
  const options: readonly { readonly value: Outcome | ''; readonly label: string }[] = [{ value: '', label: word('outcomeUntold') }, ...OUTCOMES.map((value) => ({ value, label: word(OUTCOME_WORDS[value]) }))]
  return (
    <div class="outcome small">
      <Select label={word('outcomeAsk', isolated(title), agoOf(use.at, now))} value="" options={options} onChoose={(outcome) => outcome !== '' && onTell(outcome)} />
    </div>
  )
}
