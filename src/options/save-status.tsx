import { useEffect, useState } from 'preact/hooks'
import { word } from '../ui/words'
import type { HeldSettings } from './use-settings'

/** How long "Saved" stays, in ms. */
const SHOWN_FOR = 2_500

/** Says quietly that a change was saved, and loudly that it was not. Its place is there from the start: nothing moves. */
export function SaveStatus({ outcome }: Pick<HeldSettings, 'outcome'>) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    setShown(outcome !== undefined)
    const timer = setTimeout(() => setShown(false), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [outcome])
  const error = outcome && 'error' in outcome ? outcome.error : undefined
  return (
    <div class="save-status">
      <p role="status">{shown && !error && <span>{word('optionsSaved')}</span>}</p>
      <p role="alert">{error && <span>{word('optionsNotSaved', error)}</span>}</p>
    </div>
  )
}
