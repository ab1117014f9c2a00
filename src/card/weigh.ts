import type { DimensionsProps } from '../features/influence/dimensions'
import { concerningIn, relationshipOf } from '../features/influence/relationship'
import { relevanceOf } from '../features/influence/relevance'
import { contactsIn } from '../features/history/contacts-in'
import type { CardState } from './card-state'

/** What else there is to weigh beside influence, out of our own history with somebody. */
export function weigh({ view, now }: Pick<CardState, 'view' | 'now'>, influence: number | undefined, postsSeen = 0): DimensionsProps {
  const contacts = contactsIn(view.journal)
  return { influence, relevance: relevanceOf(concerningIn(contacts), postsSeen, now), relationship: relationshipOf(contacts), notes: view.notes.length, now }
}
