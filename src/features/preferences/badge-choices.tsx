import { Choices, Switch } from '../../ui/choices'
import { word } from '../../ui/words'
import type { PageSettings } from './page-settings'

type Looks = Pick<PageSettings, 'density' | 'position' | 'shown'>

/** How badges look, and whether they do. */
export function BadgeChoices({ density, position, shown, onChange }: Looks & { readonly onChange: (changed: Partial<Looks>) => void }) {
  return (
    <div class="stack">
      <Switch label={word('optionsBadgesShown')} on={shown} onSwitch={(on) => onChange({ shown: on })} />
      <div class="two-fields">
        <Choices
          legend={word('optionsDensity')}
          value={density}
          options={[
            { value: 'full', label: word('optionsDensityFull') },
            { value: 'compact', label: word('optionsDensityCompact') },
          ]}
          onChoose={(density) => onChange({ density })}
        />
        <Choices
          legend={word('optionsPosition')}
          value={position}
          options={[
            { value: 'after', label: word('optionsPositionAfter') },
            { value: 'before', label: word('optionsPositionBefore') },
          ]}
          onChoose={(position) => onChange({ position })}
        />
      </div>
    </div>
  )
}
