import { ask } from '../contract/ask'
import type { PersonId } from '../domain/change'
import type { Stamp } from '../domain/clock'
import type { Handle } from '../domain/handle'
import { STAGE_FIELD } from '../domain/stage'
import { latestOf, latestOnTag } from '../features/history/history'
import type { PersonView } from '../features/people/people-messages'
import { writeSettings } from '../settings/settings'
import { isolated, word } from '../ui/words'
import { attempt, type CardPlace, makeCardWays } from './card-place'
import { makeCrmActions } from './crm-actions'
import { makeDetailActions } from './detail-actions'
import { makeNoteActions } from './note-actions'

/** Everything that the card's controls do. */
export type CardActions = ReturnType<typeof makeCardActions>

/** Makes the actions of one card. What goes wrong comes back, or is said, as a sentence. */
export function makeCardActions(place: CardPlace) {
  const ways = makeCardWays(place)
  const { change, undoable, say, refresh } = ways
  const { subject } = place.state().view
  const setTag = (tag: string, on: boolean) => ask('tags/set', { subject, tag, on })
  const notes = makeNoteActions(place, ways)
  const details = makeDetailActions(place, ways)
  const crm = makeCrmActions(place, ways)
  return {
    ...notes,
    ...details,
    crm,
    setStage: async (stage: string) => say(await details.saveDetail(STAGE_FIELD, stage)),
    /** The card is going. Resolves when every word is safe. */
    leave: async () => void (await Promise.all([notes.leave(), details.leave()])),
    refresh: async () => void (await attempt(refresh)),
    addTag: (tag: string) => change(() => setTag(tag, true)),
    toggleTag: async (tag: string, on: boolean) => say(await change(() => setTag(tag, on))),
    removeTag: async (tag: string) => say(await undoable(word('tagRemoved', isolated(tag)), () => setTag(tag, false), ({ journal }) => latestOnTag(journal, tag))),
    countContact: async (counts: boolean) => say(await change(() => ask('history/count-contact', { subject, counts }))),
    merge: (handle: string) => undoable(word('sameDone'), () => ask('people/merge', { subject, handle: handle as Handle }), ({ journal }) => latestOf(journal, 'person/merged')),
    part: async (record: PersonId) => say(await undoable(word('samePartDone'), () => ask('people/part', record), ({ journal }) => latestOf(journal, 'person/merged'))),
    /** Taking back can be taken back itself. */
    undo: async (stamp: Stamp, way: 'undo' | 'redo' = 'undo') => {
      const stampOf = ({ journal }: PersonView) => journal.find(({ change }) => change.undoes === stamp)?.stamp
      say(await undoable(word(way === 'undo' ? 'cardUndone' : 'cardRedone'), () => ask('history/undo', stamp), stampOf, way === 'undo' ? 'redo' : 'undo'))
    },
    answerFacts: async (accountFacts: 'on' | 'off') =>
      say(await attempt(async () => place.set({ settings: await writeSettings({ accountFacts }), turnedOn: accountFacts === 'on' }))),
    dismiss: () => place.set({ toast: undefined }),
    close: place.close,
  }
}
