import { LIFECYCLE_WORDS } from '../../ui/lifecycle-words'
import { dayOf, isolated, word } from '../../ui/words'
import type { SubjectCrm } from './subject-file'

/** What came out of a CRM, in lines: each contact with all that was copied of it, its notes and tickets, and what is on the way there. */
export function CrmLines({ crm: { host, at, contacts, entries, underWay }, now }: { readonly crm: SubjectCrm; readonly now: number }) {
  return (
    <>
      {contacts.map(({ id, name, email, owner, tags, lifecycle, vip }) => (
        <p key={id}>
          <bdi>{[name, email, owner && word('crmOwner', isolated(owner)), ...tags, lifecycle === 'unknown' ? '' : word(LIFECYCLE_WORDS[lifecycle]), vip && word('crmFieldVip')].filter(Boolean).join(' · ')}</bdi>
        </p>
      ))}
      {entries.map(({ id, text, by, at }) => (
        <p key={id} class="pre" dir="auto">{[text, by, dayOf(at, now)].filter(Boolean).join(' · ')}</p>
      ))}
      {underWay.map(({ text, at }) => (
        <p key={at} class="pre" dir="auto">{`${word('crmOutbox')}: ${text} · ${dayOf(at, now)}`}</p>
      ))}
      <p class="quiet small">{[word('subjectFromCrm', isolated(host)), at > 0 && dayOf(at, now)].filter(Boolean).join(' · ')}</p>
    </>
  )
}
