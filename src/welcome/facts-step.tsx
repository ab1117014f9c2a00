import { Button } from '../ui/button'
import { word } from '../ui/words'
import type { StepProps } from './who-step'

/** The one question: may numbers that X already sent be read? */
export function FactsStep({ settings, save, onNext }: StepProps) {
  const answer = (accountFacts: 'on' | 'off'): void => {
    save({ accountFacts })
    onNext()
  }
  const answered = { on: word('welcomeFactsIsOn'), off: word('welcomeFactsIsOff'), unasked: undefined }[settings.accountFacts]
  return (
    <section class="step">
      <h2 tabIndex={-1}>{word('welcomeFactsTitle')}</h2>
      <p>{word('optionsFactsMeaning')}</p>
      <p class="quiet">{word('welcomeFactsWhy')}</p>
      {answered && <p class="quiet small">{answered}</p>}
      <div class="row step-foot">
        <Button kind="primary" onClick={() => answer('on')}>
          {word('welcomeYes')}
        </Button>
        <Button onClick={() => answer('off')}>{word('welcomeNo')}</Button>
        <Button kind="quiet" onClick={onNext}>
          {word('welcomeLater')}
        </Button>
      </div>
    </section>
  )
}
