import { ask } from '../contract/ask'
import { attempt, type CardPlace, type CardWays } from './card-place'

/** What is done with the user's own fields: no typed value is lost. */
export function makeDetailActions(place: CardPlace, { change }: CardWays) {
  const { subject } = place.state().view
  const typed = new Map<string, string>()
  const set = (field: string, value: string) => ask('fields/set', { subject, field, value })
  return {
    typedDetail: (field: string, value: string | undefined) => void (value === undefined ? typed.delete(field) : typed.set(field, value)),
    saveDetail: (field: string, value: string) => change(() => set(field, value)),
    /** The card is going: what was typed and not yet left is saved as it stands, which the history can take back. */
    leave: async () => {
      const unsaved = [...typed]
      typed.clear()
      await Promise.all(unsaved.map(([field, value]) => attempt(() => set(field, value))))
    },
  }
}
