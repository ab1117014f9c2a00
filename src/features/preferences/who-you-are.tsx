import { word } from '../../ui/words'
import { SavedText } from './saved-text'

/** What stands under each note. */
export interface WhoYouAreProps {
  readonly name: string
  readonly initials: string
  readonly onName: (name: string) => void
  readonly onInitials: (initials: string) => void
}

/** The name and initials of whoever writes the notes. */
export function WhoYouAre({ name, initials, onName, onInitials }: WhoYouAreProps) {
  return (
    <div class="two-fields">
      <SavedText label={word('optionsName')} hint={word('optionsNameHint')} value={name} longest={60} autoComplete="name" onSave={onName} />
      <SavedText label={word('optionsInitials')} value={initials} longest={4} autoComplete="off" onSave={onInitials} />
    </div>
  )
}
