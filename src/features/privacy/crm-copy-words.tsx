import { LIFECYCLE_WORDS } from '../../ui/lifecycle-words'
import { dayOf, word } from '../../ui/words'
import type { CrmCopy } from './subject-file'

/** What was copied of somebody from the CRM: their contacts, and what was written or asked there. */
export function CrmCopyWords({ copy: { contacts, entries, at }, now }: { readonly copy: CrmCopy; readonly now: number }) {
  return (
    <>
      {contacts.map(({ id, name, email, owner, tags, lifecycle, vip }) => (
        <p key={id}>
          <bdi>{[name, email, owner && word('crmOwner', owner), ...tags, lifecycle !== 'unknown' && word(LIFECYCLE_WORDS[lifecycle]), vip && word('crmFieldVip')].filter(Boolean).join(' · ')}</bdi>
        </p>
      ))}
      {entries.map(({ id, kind, text, state, by, at }) => (
        <p key={`${kind} ${id}`} class="pre" dir="auto">
          {[kind === 'ticket' ? word('crmTicket', state) : word('crmNote'), text, by, ...(at > 0 ? [dayOf(at, now)] : [])].filter((part) => part !== '').join(' · ')}
        </p>
      ))}
      <p class="quiet small">{word('subjectCrmAt', dayOf(at, now))}</p>
    </>
  )
}
