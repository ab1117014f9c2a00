import { useState } from 'preact/hooks'
import { type Handle, keyOf, toHandle } from '../../domain/handle'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { AddIcon, CloseIcon } from '../../ui/icons'
import { isolated, word } from '../../ui/words'

/** The accounts we answer for. */
export interface BrandAccountsProps {
  readonly accounts: readonly Handle[]
  /** The account logged in on X, where known. */
  readonly viewer: Handle | undefined
  readonly onChange: (accounts: readonly Handle[]) => void
}

/** A list of accounts; the one logged in is proposed and one click away. */
export function BrandAccounts({ accounts, viewer, onChange }: BrandAccountsProps) {
  const has = (handle: Handle): boolean => accounts.some((account) => keyOf(account) === keyOf(handle))
  const add = (handle: Handle): void => (has(handle) ? undefined : onChange([...accounts, handle]))
  return (
    <div class="stack">
      {accounts.length > 0 && (
        <ul class="row">
          {accounts.map((account) => (
            <Account key={account} account={account} onRemove={() => onChange(accounts.filter((other) => other !== account))} />
          ))}
        </ul>
      )}
      {viewer && !has(viewer) && (
        <p class="row">
          <Button onClick={() => add(viewer)}>
            <AddIcon />
            <bdi>@{viewer}</bdi>
          </Button>
          <span class="quiet small">{word('optionsBrandProposed')}</span>
        </p>
      )}
      <AddAccount onAdd={add} />
    </div>
  )
}

function Account({ account, onRemove }: { readonly account: Handle; readonly onRemove: () => void }) {
  const label = word('optionsBrandRemove', isolated(`@${account}`))
  return (
    <li class="tag" data-colour="grey">
      <bdi>@{account}</bdi>
      <Button kind="icon" aria-label={label} title={label} onClick={onRemove}>
        <CloseIcon />
      </Button>
    </li>
  )
}

function AddAccount({ onAdd }: { readonly onAdd: (handle: Handle) => void }) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const handle = toHandle(text.trim())
  const add = (event: Event): void => {
    event.preventDefault()
    setTried(handle === undefined)
    if (!handle) return
    onAdd(handle)
    setText('')
  }
  return (
    <form class="field-and-button" onSubmit={add}>
      <TextField
        label={word('optionsBrandField')}
        placeholder="@"
        value={text}
        maxLength={17}
        autoComplete="off"
        spellcheck={false}
        onText={setText}
        error={tried && !handle ? word('optionsBrandWrong') : undefined}
      />
      <Button type="submit">{word('optionsAdd')}</Button>
    </form>
  )
}
