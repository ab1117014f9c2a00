import { useState } from 'preact/hooks'
import type { CrmConnection, CrmWrites } from '../../domain/crm-connection'
import { Button } from '../../ui/button'
import { ConfirmButton } from '../../ui/confirm-button'
import { TextField } from '../../ui/field'
import { Banner } from '../../ui/notice'
import { isolated, plural, word } from '../../ui/words'
import type { CrmState, CrmTrouble } from './crm-messages'
import { CRM_NAMES } from './crm-names'
import { WritesChoice } from './crm-setup'
import { TroubleWords } from './trouble-words'

/** A connection that stands. */
export interface CrmConnectedProps {
  readonly state: CrmState & { readonly connection: CrmConnection }
  readonly busy: boolean
  /** What the last check said. */
  readonly checked: 'fine' | CrmTrouble | undefined
  readonly onCheck: () => void
  /** Called in the click itself. */
  readonly onAllow: () => void
  readonly onSecret: (secret: string) => void
  readonly onWrites: (writes: CrmWrites) => void
  readonly onDisconnect: () => void
}

/** How the connection stands, and what can be done about it. */
export function CrmConnected({ state, busy, checked, onCheck, onAllow, onSecret, onWrites, onDisconnect }: CrmConnectedProps) {
  const { connection, people, waiting, refused, refusedOf } = state
  const trouble = checked === 'fine' ? undefined : (checked ?? state.trouble)
  return (
    <div class="stack">
      <p class="light-line">
        <span class="light" data-light={trouble ? 'amber' : 'green'} />
        {word('crmConnected', isolated(`${word(CRM_NAMES[connection.kind])}, ${connection.url}`))}
      </p>
      <p class="quiet">{[people > 0 && plural('crmPeople', people), waiting > 0 && plural('crmWaiting', waiting)].filter(Boolean).join(' · ')}</p>
      {refused > 0 && <Refused count={refused} whose={refusedOf} />}
      {trouble && (
        <Banner tone="warn">
          <TroubleWords {...trouble} />
        </Banner>
      )}
      {trouble?.failure === 'not granted' && (
        <p>
          <Button onClick={onAllow}>{word('crmAllow')}</Button>
        </p>
      )}
      {(trouble?.failure === 'unauthorised' || trouble?.failure === 'forbidden') && <NewSecret onSecret={onSecret} />}
      <WritesChoice writes={connection.writes} onChoose={onWrites} />
      <div class="row">
        <Button disabled={busy} onClick={onCheck}>
          {word('crmCheck')}
        </Button>
        <ConfirmButton kind="quiet" confirm={word('crmDisconnectSure')} cancel={word('crmCancel')} onConfirm={onDisconnect}>
          {word('crmDisconnect')}
        </ConfirmButton>
      </div>
      <p role="status">{checked === 'fine' && word('crmCheckFine')}</p>
    </div>
  )
}

/** Whose notes were refused, with the way to where their cards are. */
function Refused({ count, whose }: { readonly count: number; readonly whose: CrmState['refusedOf'] }) {
  return (
    <p class="row">
      <span class="warn">{plural('crmRefused', count)}</span>
      {whose.map((handle) => (
        <a key={handle} href={`https://x.com/${handle}`} target="_blank" rel="noopener noreferrer">
          <bdi>@{handle}</bdi>
        </a>
      ))}
    </p>
  )
}

function NewSecret({ onSecret }: Pick<CrmConnectedProps, 'onSecret'>) {
  const [secret, setSecret] = useState('')
  return (
    <form class="field-and-button" onSubmit={(event) => (event.preventDefault(), secret !== '' && onSecret(secret))}>
      <TextField type="password" label={word('crmNewSecret')} autoComplete="off" value={secret} onText={setSecret} />
      <Button type="submit" disabled={secret === ''}>
        {word('crmSaveSecret')}
      </Button>
    </form>
  )
}
