import type { Stamp } from '../../domain/clock'
import { Button } from '../../ui/button'
import { word } from '../../ui/words'
import type { Delivery } from './delivery'
import { TroubleWords } from './trouble-words'

/** Notes that are not in the CRM yet. */
export interface DeliveryListProps {
  readonly deliveries: readonly Delivery[]
  readonly onSend: (change: Stamp) => void
  readonly onDrop: (change: Stamp) => void
}

/** What waits, what is asked, and what was refused with the CRM's own words and a way on. */
export function DeliveryList({ deliveries, onSend, onDrop }: DeliveryListProps) {
  if (deliveries.length === 0) return null
  return (
    <div class="stack" role="group" aria-label={word('crmOutbox')}>
      {deliveries.map((delivery) => (
        <DeliveryLine key={delivery.change} delivery={delivery} onSend={() => onSend(delivery.change)} onDrop={() => onDrop(delivery.change)} />
      ))}
    </div>
  )
}

function DeliveryLine({ delivery: { state, text, failure, theirs }, onSend, onDrop }: { readonly delivery: Delivery; readonly onSend: () => void; readonly onDrop: () => void }) {
  const isHeld = state === 'asked' || state === 'refused'
  return (
    <div class="delivery">
      <p>
        {word(state === 'asked' ? 'crmAskSend' : state === 'refused' ? 'crmNotSent' : 'crmOnItsWay')}{' '}
        <q class="quiet" dir="auto">
          {text.slice(0, 80)}
        </q>
      </p>
      {failure && (
        <p class={state === 'refused' ? 'error small' : 'quiet small'}>
          <TroubleWords failure={failure} theirs={theirs} />
        </p>
      )}
      {isHeld && (
        <div class="row">
          <Button onClick={onSend}>{word(state === 'refused' ? 'crmTryAgain' : 'crmSend')}</Button>
          <Button kind="quiet" onClick={onDrop}>
            {word('crmKeepHere')}
          </Button>
        </div>
      )}
    </div>
  )
}
