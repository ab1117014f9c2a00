import { Button } from '../../ui/button'
import { word } from '../../ui/words'

/** Whether counts may be read: not asked yet, answered no, or answered just now. */
export interface FactsQuestionProps {
  readonly answer: 'unasked' | 'off' | 'on' | undefined
  /** The user said yes in this very card. */
  readonly turnedOn: boolean
  readonly onAnswer: (answer: 'on' | 'off') => void
}

/** What stands where the influence is unknown. */
export function FactsQuestion({ answer, turnedOn, onAnswer }: FactsQuestionProps) {
  return (
    <section class="influence unknown" aria-labelledby="influence-title">
      <h2 id="influence-title">{word('influenceUnknown')}</h2>
      <div role="status">{turnedOn && <p class="quiet small">{word('influenceTurnedOn')}</p>}</div>
      {answer === 'on' && !turnedOn && <p class="quiet small">{word('influenceUnknownWhy')}</p>}
      {answer === 'unasked' && <Question onAnswer={onAnswer} />}
      {answer === 'off' && (
        <Button kind="link" onClick={() => onAnswer('on')}>
          {word('influenceTurnOn')}
        </Button>
      )}
    </section>
  )
}

function Question({ onAnswer }: Pick<FactsQuestionProps, 'onAnswer'>) {
  return (
    <>
      <p class="quiet small">{word('influenceAsk')}</p>
      <p class="row">
        <Button onClick={() => onAnswer('on')}>{word('influenceAskYes')}</Button>
        <Button kind="quiet" onClick={() => onAnswer('off')}>
          {word('influenceAskNo')}
        </Button>
      </p>
    </>
  )
}
