import type { PersonId } from '../../domain/change'

/** Questions about what is kept of people, and how it goes. Only our own pages may ask them. */
export interface PrivacyQuestions {
  /** Deletes everything that is kept of a person, under every record of theirs; of somebody who is erased already, nothing. */
  'privacy/erase': (person: PersonId) => void
  /** Makes the database anew, so that its files hold no bytes of what was deleted. */
  'privacy/rewrite': () => void
}
