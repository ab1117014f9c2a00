import type { Stamp } from '../../domain/clock'
import { type ContactId, type CrmContact, LIFECYCLES, type Lifecycle } from '../../domain/crm'
import { Button } from '../../ui/button'
import { Banner } from '../../ui/notice'
import { TagChip } from '../../ui/tag-chip'
import { TimeAgo } from '../../ui/time-ago'
import { isolated, word } from '../../ui/words'
import type { CrmView } from './crm-messages'
import { crmMarkOf } from './crm-mark'
import { CRM_NAMES, STAGE_NAMES } from './crm-names'
import { DeliveryList } from './delivery-list'
import { FindContact } from './find-contact'
import { TroubleWords } from './trouble-words'

/** What the controls of the CRM's part do. Each gives the sentence of what went wrong. */
export interface CrmActions {
  readonly send: (change: Stamp) => void
  readonly replace: (change: Stamp) => void
  readonly drop: (change: Stamp) => void
  readonly alike: (email: string) => Promise<readonly CrmContact[]>
  readonly create: (email: string) => Promise<string | undefined>
  readonly link: (contact: ContactId) => Promise<string | undefined>
  readonly unlink: () => void
}

/** What the CRM says of one person, with its age; nothing in here can be changed but what goes there. */
export function CrmPart({ view, now, ...actions }: { readonly view: CrmView; readonly now: number } & CrmActions) {
  const { contacts, at, trouble, linked, reads, creates } = view
  if (!reads && !trouble && view.deliveries.length === 0) return null
  return (
    <section class="crm" aria-labelledby="crm-title">
      <div class="row">
        <h2 id="crm-title">{reads ? word('crmIn', isolated(word(CRM_NAMES[view.kind]))) : word('crmOutbox')}</h2>
        {reads && at > 0 && (
          <span class="quiet small">
            {word('crmRead')} <TimeAgo moment={at} now={now} />
          </span>
        )}
      </div>
      {trouble && (
        <Banner tone="warn">
          <TroubleWords {...trouble} />
        </Banner>
      )}
      {contacts.map((contact) => (
        <ContactLine key={contact.id} contact={contact} />
      ))}
      {contacts.length > 0 && <p class="quiet small">{word('crmManaged')}</p>}
      {reads && contacts.length === 0 && <p class="quiet">{word('crmNobody')}</p>}
      {linked && (
        <p class="row quiet small">
          {word('crmLinkedByHand')}
          <Button kind="link" onClick={actions.unlink}>
            {word('crmUnlink')}
          </Button>
        </p>
      )}
      {creates && contacts.length === 0 && !linked && <FindContact {...actions} />}
      <DeliveryList crm={view.kind} deliveries={view.deliveries} onSend={actions.send} onReplace={actions.replace} onDrop={actions.drop} />
    </section>
  )
}

function ContactLine({ contact }: { readonly contact: CrmContact }) {
  const { name, email, owner, tags, url, lifecycle, vip } = contact
  const stage = (lifecycle !== 'unknown' || vip) && crmMarkOf([contact], undefined, stageWords())
  return (
    <div>
      <p class="origin">
        <bdi>{name}</bdi>
        {email && <bdi class="quiet">{email}</bdi>}
        {owner && <span class="quiet">{word('crmOwner', isolated(owner))}</span>}
        {url && url.startsWith('http') && (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {word('crmOpenThere')}
          </a>
        )}
      </p>
      {(stage || tags.length > 0) && (
        <p class="row">
          {stage && <TagChip name={stage.mark} colour={stage.colour} />}
          {tags.map((tag) => (
            <TagChip key={tag} name={tag} />
          ))}
        </p>
      )}
    </div>
  )
}

/** The words of the badge, which says the same of them. */
function stageWords(): Readonly<Record<Lifecycle, string>> {
  return Object.fromEntries(LIFECYCLES.map((stage) => [stage, word(STAGE_NAMES[stage])])) as Record<Lifecycle, string>
}
