import { LIFECYCLES, type Lifecycle } from '../../domain/crm'
import { Select } from '../../ui/field'
import { word, type WordName } from '../../ui/words'

const STAGES: Readonly<Record<Exclude<Lifecycle, 'unknown'>, WordName>> = {
  prospect: 'lifecycleProspect',
  customer: 'lifecycleCustomer',
  former: 'lifecycleFormer',
  partner: 'lifecyclePartner',
  press: 'lifecyclePress',
}

/** Where somebody stands with us, as it is set by hand: that goes before whatever a CRM says. */
export function StageChoice({ stage, onChoose }: { readonly stage: Lifecycle | undefined; readonly onChoose: (stage: Lifecycle | '') => void }) {
  const options = LIFECYCLES.flatMap((value) => (value === 'unknown' ? [] : [{ value, label: word(STAGES[value]) }]))
  return <Select<Lifecycle | ''> label={word('stageLabel')} value={stage ?? ''} options={[{ value: '', label: word('stageUnset') }, ...options]} onChoose={onChoose} />
}
