import { LIFECYCLES, type Lifecycle } from '../../domain/crm'
import { Select } from '../../ui/field'
import { LIFECYCLE_WORDS } from '../../ui/lifecycle-words'
import { word } from '../../ui/words'

/** Where somebody stands with us, as it is set by hand: that goes before whatever a CRM says. */
export function StageChoice({ stage, onChoose }: { readonly stage: Lifecycle | undefined; readonly onChoose: (stage: Lifecycle | '') => void }) {
  const options = LIFECYCLES.flatMap((value) => (value === 'unknown' ? [] : [{ value, label: word(LIFECYCLE_WORDS[value]) }]))
  return <Select<Lifecycle | ''> label={word('stageLabel')} value={stage ?? ''} options={[{ value: '', label: word('stageUnset') }, ...options]} onChoose={onChoose} />
}
