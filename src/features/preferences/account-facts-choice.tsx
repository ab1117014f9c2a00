import { Switch } from '../../ui/choices'
import { word } from '../../ui/words'

/** Whether numbers that X already sent may be read; off until somebody says yes. */
export function AccountFactsChoice({ isOn, onChange }: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  return <Switch label={word('optionsFacts')} hint={word('optionsFactsMeaning')} on={isOn} onSwitch={onChange} />
}
