import { ask } from '../contract/ask'
import type { Stamp } from '../domain/clock'
import { latestOnTag } from '../features/history/history'
import { writeSettings } from '../settings/settings'
import { isolated, word } from '../ui/words'
import { attempt, type CardPlace, makeCardWays } from './card-place'
import { makeNoteActions } from './note-actions'

/** Everything that the card's controls do. */
export type CardActions = ReturnType<typeof makeCardActions>

/** Makes the actions of one card. What goes wrong comes back, or is said, as a sentence. */
export function makeCardActions(place: CardPlace) {
  const ways = makeCardWays(place)
  const { change, undoable, say, refresh } = ways
  const { subject } = place.state().view
  const setTag = (tag: string, on: boolean) => ask('tags/set', { subject, tag, on })
  return {
    ...makeNoteActions(place, ways),
    refresh: async () => void (await attempt(refresh)),
    addTag: (tag: string) => change(() => setTag(tag, true)),
    toggleTag: async (tag: string, on: boolean) => say(await change(() => setTag(tag, on))),
    removeTag: async (tag: string) => say(await undoable(word('tagRemoved', isolated(tag)), () => setTag(tag, false), ({ journal }) => latestOnTag(journal, tag))),
    countContact: async (counts: boolean) => say(await change(() => ask('history/count-contact', { subject, counts }))),
    undo: async (stamp: Stamp) => {
      const failed = await change(() => ask('history/undo', stamp))
      if (failed === undefined) place.set({ toast: { text: word('cardUndone') } })
      else say(failed)
    },
    answerFacts: async (accountFacts: 'on' | 'off') =>
      say(await attempt(async () => place.set({ settings: await writeSettings({ accountFacts }), turnedOn: accountFacts === 'on' }))),
    dismiss: () => place.set({ toast: undefined }),
    close: place.close,
  }
}
