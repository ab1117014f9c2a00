import type { Facts } from '../domain/facts'
import type { DimensionsProps } from '../features/influence/dimensions'
import { concerningIn, relationshipOf } from '../features/influence/relationship'
import { relevanceOf } from '../features/influence/relevance'
import { contactsIn } from '../features/history/contacts-in'
import type { CardState } from './card-state'

/** What else there is to weigh beside influence, out of our own history with somebody. */
export function weigh({ view, now }: Pick<CardState, 'view' | 'now'>, influence: number | undefined, facts?: Facts): DimensionsProps {
  const contacts = contactsIn(view.journal)
  const posts = [...concerningIn(contacts), ...(facts?.concerns ?? [])]
  return { influence, relevance: relevanceOf(posts, facts?.reactions?.posts ?? 0, now), relationship: relationshipOf(contacts), notes: view.notes.length, now }
}
