import { CRM_KINDS, CRM_WRITES, type CrmConnection, type CrmFields, type CrmKind, type CrmWrites } from '../../domain/crm-connection'
import { Button } from '../../ui/button'
import { Choices } from '../../ui/choices'
import { TextField } from '../../ui/field'
import { Banner } from '../../ui/notice'
import { word, type WordName } from '../../ui/words'
import { CRM_FORMS, originOf } from './connection'
import type { CrmTrouble } from './crm-messages'
import { CRM_NAMES } from './crm-names'
import { TroubleWords } from './trouble-words'

const GUIDES: Readonly<Record<CrmKind, WordName>> = { 'request-tracker': 'crmGuideRequestTracker', hubspot: 'crmGuideHubspot', chatwoot: 'crmGuideChatwoot', tryton: 'crmGuideTryton', webhook: 'crmGuideWebhook' }
const PLACES: Readonly<Record<CrmKind, WordName | undefined>> = { 'request-tracker': 'crmPlaceRequestTracker', hubspot: 'crmPlaceHubspot', chatwoot: 'crmPlaceChatwoot', tryton: 'crmPlaceTryton', webhook: undefined }
const PLACE_HINTS: Readonly<Partial<Record<CrmKind, WordName>>> = { hubspot: 'crmPlaceHubspotHint', chatwoot: 'crmPlaceChatwootHint' }
const FIELDS: Readonly<Record<keyof CrmFields, WordName>> = { handle: 'crmFieldHandle', id: 'crmFieldId', lifecycle: 'crmFieldLifecycle', vip: 'crmFieldVip', owner: 'crmFieldOwner', tags: 'crmFieldTags' }
const WRITES: Readonly<Record<CrmWrites, WordName>> = { ask: 'crmWritesAsk', always: 'crmWritesAlways', never: 'crmWritesNever' }

/** A connection that is being set up. */
export interface CrmSetupProps {
  readonly draft: CrmConnection
  readonly secret: string
  readonly trouble: CrmTrouble | undefined
  readonly busy: boolean
  readonly onDraft: (draft: CrmConnection) => void
  readonly onSecret: (secret: string) => void
  /** Called in the click itself, so that the browser may be asked for the host. */
  readonly onConnect: () => void
}

/** The form by which a CRM is connected, with what it takes over there. */
export function CrmSetup({ draft, secret, trouble, busy, onDraft, onSecret, onConnect }: CrmSetupProps) {
  const form = CRM_FORMS[draft.kind]
  const isBad = draft.url !== '' && originOf(draft.url) === undefined
  const isReady = secret !== '' && originOf(draft.url) !== undefined && !busy
  const set = (part: Partial<CrmConnection>): void => onDraft({ ...draft, ...part })
  const [place, placeHint] = [PLACES[draft.kind], PLACE_HINTS[draft.kind]]
  return (
    <form class="stack" onSubmit={(event) => (event.preventDefault(), isReady && onConnect())}>
      <Choices legend={word('crmKindLegend')} value={draft.kind} options={CRM_KINDS.map((kind) => ({ value: kind, label: word(kind === 'webhook' ? 'crmKindWebhook' : CRM_NAMES[kind]) }))} onChoose={(kind) => onDraft(beginWith(kind, draft.writes))} />
      <p class="quiet crm-guide">{word(GUIDES[draft.kind])}</p>
      <div class="two-fields">
        <TextField type="url" label={word('crmUrl')} value={draft.url} error={isBad ? word('crmUrlBad') : undefined} onText={(url) => set({ url })} />
        {form.wantsUser && <TextField label={word('crmUser')} hint={word('crmUserHint')} autoComplete="off" value={draft.user} onText={(user) => set({ user })} />}
        <TextField type="password" label={word(draft.kind === 'webhook' ? 'crmSecretWebhook' : form.wantsUser ? 'crmSecret' : 'crmToken')} hint={word('crmSecretHint')} autoComplete="off" value={secret} onText={onSecret} />
        {place && <TextField label={word(place)} hint={placeHint && word(placeHint)} value={draft.place} onText={(place) => set({ place })} />}
      </div>
      {Object.keys(form.fields).length > 0 && <FieldMapping draft={draft} onDraft={onDraft} />}
      <WritesChoice writes={draft.writes} onChoose={(writes) => set({ writes })} />
      {trouble && (
        <Banner tone="warn">
          <TroubleWords {...trouble} />
        </Banner>
      )}
      <p>
        <Button kind="primary" type="submit" disabled={!isReady}>
          {word(busy ? 'crmConnecting' : 'crmConnect')}
        </Button>
      </p>
    </form>
  )
}

/** Whether notes go to the CRM. */
export function WritesChoice({ writes, onChoose }: { readonly writes: CrmWrites; readonly onChoose: (writes: CrmWrites) => void }) {
  return <Choices legend={word('crmWrites')} value={writes} options={CRM_WRITES.map((value) => ({ value, label: word(WRITES[value]) }))} onChoose={onChoose} />
}

function FieldMapping({ draft, onDraft }: Pick<CrmSetupProps, 'draft' | 'onDraft'>) {
  const names = Object.keys(FIELDS).filter((name) => name in CRM_FORMS[draft.kind].fields) as (keyof CrmFields)[]
  return (
    <fieldset class="stack crm-fields">
      <legend>{word('crmFields')}</legend>
      <p class="quiet small">{word('crmFieldsHint')}</p>
      <div class="two-fields">
        {names.map((name) => (
          <TextField key={name} label={word(FIELDS[name])} hint={name === 'id' ? word('crmFieldIdHint') : undefined} value={draft.fields[name]} onText={(value) => onDraft({ ...draft, fields: { ...draft.fields, [name]: value } })} />
        ))}
      </div>
    </fieldset>
  )
}

/** What the form begins with. */
export function beginWith(kind: CrmKind, writes: CrmWrites = 'ask'): CrmConnection {
  const { url, fields } = CRM_FORMS[kind]
  return { kind, url, user: '', place: '', fields: { handle: '', id: '', owner: '', tags: '', lifecycle: '', vip: '', ...fields }, writes, since: 0 }
}
