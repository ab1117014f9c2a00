import type { Stamp } from '../../domain/clock'
import type { CrmKind } from '../../domain/crm-connection'
import { Button } from '../../ui/button'
import { ConfirmButton } from '../../ui/confirm-button'
import { word } from '../../ui/words'
import { type Delivery, wordsOf } from './delivery'
import { TroubleWords } from './trouble-words'
import { TwoTexts } from './two-texts'

/** Notes that are not in the CRM yet. */
export interface DeliveryListProps {
  readonly crm: CrmKind
  readonly deliveries: readonly Delivery[]
  readonly onSend: (change: Stamp) => void
  readonly onReplace: (change: Stamp) => void
  readonly onDrop: (change: Stamp) => void
}

/** What waits, what is asked, and what was refused with the CRM's own words and a way on. */
export function DeliveryList({ crm, deliveries, onSend, onReplace, onDrop }: DeliveryListProps) {
  if (deliveries.length === 0) return null
  return (
    <div class="stack" role="group" aria-label={word('crmOutbox')}>
      {deliveries.map((delivery) => (
        <DeliveryLine key={delivery.change} crm={crm} delivery={delivery} onSend={() => onSend(delivery.change)} onReplace={() => onReplace(delivery.change)} onDrop={() => onDrop(delivery.change)} />
      ))}
    </div>
  )
}

interface DeliveryLineProps {
  readonly crm: CrmKind
  readonly delivery: Delivery
  readonly onSend: () => void
  readonly onReplace: () => void
  readonly onDrop: () => void
}

function DeliveryLine({ crm, delivery, onSend, onReplace, onDrop }: DeliveryLineProps) {
  const { state, text, there, failure, theirs } = delivery
  const isHeld = state === 'asked' || state === 'refused'
  const isChoice = there !== undefined
  return (
    <div class="delivery" data-state={state}>
      <p>
        <strong>{word(state === 'asked' ? 'crmAskSend' : state === 'refused' ? 'crmNotSent' : 'crmOnItsWay')}</strong>
      </p>
      {!isChoice && (
        <p class="quiet delivery-words" dir="auto">
          {text}
        </p>
      )}
      {failure && (
        <p class={state === 'refused' && !isChoice ? 'error small' : 'quiet small'}>
          <TroubleWords failure={failure} theirs={theirs} />
        </p>
      )}
      {isChoice && <TwoTexts crm={crm} ours={wordsOf(delivery)} theirs={there} />}
      {isHeld && (
        <div class="row">
          {isChoice && (
            <ConfirmButton confirm={word('crmReplaceSure')} cancel={word('crmCancel')} onConfirm={onReplace}>
              {word('crmReplace')}
            </ConfirmButton>
          )}
          <Button onClick={onSend}>{word(isChoice ? 'crmSendBeside' : state === 'refused' ? 'crmTryAgain' : 'crmSend')}</Button>
          <Button kind="quiet" onClick={onDrop}>
            {word(isChoice ? 'crmKeepBoth' : 'crmKeepHere')}
          </Button>
        </div>
      )}
    </div>
  )
}
