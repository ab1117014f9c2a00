import { useState } from 'preact/hooks'
import type { ContactId, CrmContact } from '../../domain/crm'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { isolated, said, word } from '../../ui/words'
import { sentenceOfError } from './trouble-words'

/** How a contact is found or made. */
export interface FindContactProps {
  readonly alike: (email: string) => Promise<readonly CrmContact[]>
  readonly create: (email: string) => Promise<string | undefined>
  readonly link: (contact: ContactId) => Promise<string | undefined>
}

/** Proposes those who may be the same person before anybody is created. */
export function FindContact({ alike, create, link }: FindContactProps) {
  const [isOpen, setOpen] = useState(false)
  const [email, setEmail] = useState('')
  const [found, setFound] = useState<readonly CrmContact[]>()
  const [error, setError] = useState<string>()
  if (!isOpen) {
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{word('crmFindContact')}</Button>
      </p>
    )
  }
  const say = (failed: string | undefined): void => setError(failed && sentenceOfError(failed))
  const look = async (): Promise<void> => {
    try {
      setFound(await alike(email))
      setError(undefined)
    } catch (failed) {
      say(said(failed))
    }
  }
  return (
    <form class="stack" onSubmit={(event) => (event.preventDefault(), void look())}>
      <TextField type="email" label={word('crmEmail')} value={email} autoFocus onText={(text) => (setEmail(text), setFound(undefined))} error={error} />
      {found && <p role="status">{word(found.length > 0 ? 'crmAlike' : 'crmNoneAlike')}</p>}
      {found?.map((contact) => (
        <p key={contact.id} class="row">
          <span>
            <bdi>{contact.name}</bdi> <bdi class="quiet">{contact.email}</bdi>
          </span>
          <Button onClick={() => void link(contact.id).then(say)}>{word('crmLink', isolated(contact.name || contact.email || contact.id))}</Button>
        </p>
      ))}
      <div class="row">
        {found ? <Button onClick={() => void create(email).then(say)}>{word('crmCreate')}</Button> : <Button type="submit">{word('crmLookAlike')}</Button>}
        <Button kind="quiet" onClick={() => setOpen(false)}>
          {word('crmCancel')}
        </Button>
      </div>
    </form>
  )
}
