import { word } from '../../ui/words'
import type { ContactEntry } from './contact-entry'

/** What was said in a contact, how we know of it, and the way to its thread. */
export function ContactWords({ contact: { text, provenance, url } }: { readonly contact: ContactEntry }) {
  return (
    <>
      {text && (
        <p class="quiet small excerpt" dir="auto">
          {text}
        </p>
      )}
      <p class="quiet small origin">
        {url && (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {word('historyContactOpen')}
          </a>
        )}
        {provenance === 'guess' && <span>{word('historyContactGuess')}</span>}
        {provenance === 'counted by hand' && <span>{word('historyContactByHand')}</span>}
      </p>
    </>
  )
}
