import type { Stamp } from '../../domain/clock'
import { Button } from '../../ui/button'
import { ConfirmButton } from '../../ui/confirm-button'
import { word } from '../../ui/words'
import type { Delivery } from './delivery'
import { TroubleWords } from './trouble-words'

/** Notes that are not in the CRM yet. */
export interface DeliveryListProps {
  readonly deliveries: readonly Delivery[]
  readonly onSend: (change: Stamp) => void
  readonly onReplace: (change: Stamp) => void
  readonly onDrop: (change: Stamp) => void
}

/** What waits, what is asked, and what was refused with the CRM's own words and a way on. */
export function DeliveryList({ deliveries, onSend, onReplace, onDrop }: DeliveryListProps) {
  if (deliveries.length === 0) return null
  return (
    <div class="stack" role="group" aria-label={word('crmOutbox')}>
      {deliveries.map((delivery) => (
        <DeliveryLine key={delivery.change} delivery={delivery} onSend={() => onSend(delivery.change)} onReplace={() => onReplace(delivery.change)} onDrop={() => onDrop(delivery.change)} />
      ))}
    </div>
  )
}

interface DeliveryLineProps {
  readonly delivery: Delivery
  readonly onSend: () => void
  readonly onReplace: () => void
  readonly onDrop: () => void
}

function DeliveryLine({ delivery: { state, text, there, failure, theirs }, onSend, onReplace, onDrop }: DeliveryLineProps) {
  const isHeld = state === 'asked' || state === 'refused'
  return (
    <div class="delivery">
      <p>
        {word(state === 'asked' ? 'crmAskSend' : state === 'refused' ? 'crmNotSent' : 'crmOnItsWay')}{' '}
        <q class="quiet" dir="auto">
          {there === undefined ? text.slice(0, 80) : text}
        </q>
      </p>
      {failure && (
        <p class={state === 'refused' ? 'error small' : 'quiet small'}>
          <TroubleWords failure={failure} theirs={theirs} />
        </p>
      )}
      {there !== undefined && (
        <p>
          {word('crmSaysThere')}{' '}
          <q class="words" dir="auto">
            {there}
          </q>
        </p>
      )}
      {isHeld && (
        <div class="row">
          {there !== undefined && (
            <ConfirmButton confirm={word('crmReplaceSure')} cancel={word('crmCancel')} onConfirm={onReplace}>
              {word('crmReplace')}
            </ConfirmButton>
          )}
          <Button onClick={onSend}>{word(there !== undefined ? 'crmSendBeside' : state === 'refused' ? 'crmTryAgain' : 'crmSend')}</Button>
          <Button kind="quiet" onClick={onDrop}>
            {word('crmKeepHere')}
          </Button>
        </div>
      )}
    </div>
  )
}
