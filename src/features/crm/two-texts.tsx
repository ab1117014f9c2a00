import type { CrmKind } from '../../domain/crm-connection'
import { isolated, word } from '../../ui/words'
import { CRM_NAMES } from './crm-names'
import { type Differing, whereTheyDiffer } from './where-they-differ'

/** A note as it is here and as it is there, side by side, with what differs marked in both. */
export function TwoTexts({ crm, ours, theirs }: { readonly crm: CrmKind; readonly ours: string; readonly theirs: string }) {
  const [here, there] = whereTheyDiffer(ours, theirs)
  return (
    <dl class="two-texts">
      <OneText title={word('crmYours')} text={here} />
      <OneText title={word('crmIn', isolated(word(CRM_NAMES[crm])))} text={there} />
    </dl>
  )
}

function OneText({ title, text: { before, own, after } }: { readonly title: string; readonly text: Differing }) {
  return (
    <div>
      <dt class="quiet small">{title}</dt>
      <dd dir="auto">
        {before}
        {own && <mark>{own}</mark>}
        {after}
      </dd>
    </div>
  )
}
