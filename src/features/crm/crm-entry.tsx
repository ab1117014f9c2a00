import { TimeAgo } from '../../ui/time-ago'
import { isolated, word } from '../../ui/words'
import type { CrmView, ShownEntry } from './crm-messages'
import { CRM_NAMES } from './crm-names'

/** A note or ticket of the CRM as a line of the timeline, with where it comes from. */
export function CrmEntryLine({ entry: { kind, state, text, by, at, ours, here }, crm, now }: { readonly entry: ShownEntry; readonly crm: CrmView['kind']; readonly now: number }) {
  return (
    <div class="from-crm">
      <span>{kind === 'ticket' ? word('crmTicket', isolated(state)) : word('crmNote')}</span>
      <p class="excerpt words" dir="auto">
        {text}
      </p>
      {here !== undefined && (
        <p class="small warn">
          {word('crmChangedThere')} <q dir="auto">{here}</q>
        </p>
      )}
      <p class="quiet small origin">
        {by && <bdi>{by}</bdi>}
        {at > 0 && <TimeAgo moment={at} now={now} />}
        <span>{word('crmIn', isolated(word(CRM_NAMES[crm])))}</span>
        {ours && <span>{word('crmOurs')}</span>}
      </p>
    </div>
  )
}
