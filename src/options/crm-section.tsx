import { useState } from 'preact/hooks'
import { CrmConnected } from '../features/crm/crm-connected'
import { beginWith, CrmSetup } from '../features/crm/crm-setup'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { Section } from './section'
import { useCrm } from './use-crm'

/** The connection to the team's CRM. */
export function CrmSection() {
  const crm = useCrm()
  const [draft, setDraft] = useState(beginWith('request-tracker'))
  const [secret, setSecret] = useState('')
  const { state, busy, checked, error } = crm
  const connection = state?.connection
  return (
    <Section id="crm" title={word('optionsCrm')} lead={word('crmLead')}>
      {error && <Banner tone="warn">{error}</Banner>}
      {connection && (
        <CrmConnected
          state={{ ...state, connection }}
          busy={busy}
          checked={checked}
          onCheck={crm.check}
          onAllow={crm.allow}
          onSecret={crm.renew}
          onWrites={(writes) => crm.change({ ...connection, writes })}
          onDisconnect={crm.disconnect}
        />
      )}
      {state && !connection && (
        <CrmSetup
          draft={draft}
          secret={secret}
          trouble={checked === 'fine' ? undefined : checked}
          busy={busy}
          onDraft={setDraft}
          onSecret={setSecret}
          onConnect={() => {
            crm.connect(draft, secret)
            setSecret('')
          }}
        />
      )}
    </Section>
  )
}
