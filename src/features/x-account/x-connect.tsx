import { useState } from 'preact/hooks'
import { type Handle, toHandle } from '../../domain/handle'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { word } from '../../ui/words'

/** What connecting needs. Each way is called in the click. */
export interface XConnectProps {
  /** Where X sends the user back to. */
  readonly redirect: string
  readonly isBusy: boolean
  readonly onLogin: (clientId: string) => void
  readonly onToken: (handle: Handle, token: string) => void
}

/** The way to connect, step by step, and the shorter one for those who have a token. */
export function XConnect({ redirect, isBusy, onLogin, onToken }: XConnectProps) {
  return (
    <div class="stack">
      <h3>{word('xGuide')}</h3>
      <ol class="stack x-guide">
        <li>{word('xStepProject')}</li>
        <li>{word('xStepNative')}</li>
        <li>
          {word('xStepRedirect')} <Redirect address={redirect} />
        </li>
        <li>
          {word('xStepClient')} <ClientId isBusy={isBusy} onLogin={onLogin} />
        </li>
      </ol>
      <details>
        <summary>{word('xAppTitle')}</summary>
        <AppToken isBusy={isBusy} onToken={onToken} />
      </details>
    </div>
  )
}

function Redirect({ address }: { readonly address: string }) {
  const [isCopied, setCopied] = useState(false)
  return (
    <span class="row">
      <code class="x-redirect">{address}</code>
      <Button onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>{word('xCopy')}</Button>
      <span class="quiet small" role="status">
        {isCopied && word('xCopied')}
      </span>
    </span>
  )
}

function ClientId({ isBusy, onLogin }: Pick<XConnectProps, 'isBusy' | 'onLogin'>) {
  const [clientId, setClientId] = useState('')
  const connect = (event: Event): void => {
    event.preventDefault()
    if (clientId.trim() !== '' && !isBusy) onLogin(clientId.trim())
  }
  return (
    <form class="field-and-button" onSubmit={connect}>
      <TextField label={word('xClientId')} value={clientId} maxLength={200} autoComplete="off" spellcheck={false} onText={setClientId} />
      <Button kind="primary" type="submit" disabled={isBusy}>
        {word(isBusy ? 'xConnecting' : 'xConnect')}
      </Button>
    </form>
  )
}

function AppToken({ isBusy, onToken }: Pick<XConnectProps, 'isBusy' | 'onToken'>) {
  const [handle, setHandle] = useState('')
  const [token, setToken] = useState('')
  const [tried, setTried] = useState(false)
  const connect = (event: Event): void => {
    event.preventDefault()
    setTried(true)
    const account = toHandle(handle.trim())
    if (!account || token.trim() === '' || isBusy) return
    setToken('')
    onToken(account, token.trim())
  }
  return (
    <form class="stack" onSubmit={connect}>
      <p class="quiet">{word('xAppLead')}</p>
      <div class="two-fields">
        <TextField label={word('xAppHandle')} value={handle} maxLength={16} autoComplete="off" spellcheck={false} error={tried && !toHandle(handle.trim()) ? word('xAppHandleWrong') : undefined} onText={setHandle} />
        <TextField label={word('xAppToken')} type="password" value={token} maxLength={500} autoComplete="off" onText={setToken} />
      </div>
      <p>
        <Button type="submit" disabled={isBusy}>
          {word('xAppConnect')}
        </Button>
      </p>
    </form>
  )
}
