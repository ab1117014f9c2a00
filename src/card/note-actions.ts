import { ask } from '../contract/ask'
import type { NoteId } from '../domain/change'
import { keyOf } from '../domain/handle'
import { latestOn } from '../features/history/history'
import { word } from '../ui/words'
import { attempt, type CardPlace, type CardWays } from './card-place'
import { beginWith } from './begin-with'
import { makeDraftKeeper } from './keep-draft'
import { makeNoteIntent } from './note-intent'
import { makeUnsafeWords, unsafeEdits } from './unsafe-words'

/** What is done with notes: no typed word is lost, and nothing is saved twice. */
export function makeNoteActions(place: CardPlace, { change, undoable, say }: CardWays) {
  const { subject } = place.state().view
  const key = keyOf(subject.handle)
  const writer = crypto.randomUUID()
  const unsafe = makeUnsafeWords(key, writer)
  const { view } = place.state()
  const over = beginWith(key, view, unsafe.left())
  const drafts = makeDraftKeeper((text) => ask('drafts/keep', { key, text, writer, over, at: Date.now() }), unsafe)
  const intent = makeNoteIntent(() => crypto.randomUUID())
  const edits = new Map<NoteId, string>()

  function noted(note: NoteId) {
    const { person } = place.state().view
    if (!person) throw new Error(word('cardNothingKnown'))
    return { person: person.id, note }
  }

  async function saveEdit(note: NoteId, text: string): Promise<void> {
    if ((await attempt(() => ask('notes/edit', { ...noted(note), text }))) === undefined) unsafeEdits.release(note)
  }

  return {
    /** The words to begin with. */
    firstDraft: (): string => {
      if (over !== view.draft) drafts.keep(over)
      return over
    },
    keepDraft: drafts.keep,
    saveNote: (text: string) =>
      change(async () => {
        await drafts.settled()
        await ask('notes/add', { subject, note: intent.idFor(text), text, writer })
        intent.done()
        drafts.done()
      }),
    /** Words of notes under change that a page which died left behind. */
    begunEdits: () => unsafeEdits.left(place.state().view.notes),
    typed: (note: NoteId, text: string | undefined) => {
      if (text === undefined) edits.delete(note)
      else edits.set(note, text)
      if (text === undefined) unsafeEdits.release(note)
      else unsafeEdits.hold(note, text)
    },
    editNote: (note: NoteId, text: string) =>
      undoable(word('noteChanged'), () => ask('notes/edit', { ...noted(note), text }), ({ journal }) => latestOn(journal, 'note/edited', note)),
    removeNote: async (note: NoteId) =>
      say(await undoable(word('noteRemoved'), () => ask('notes/remove', noted(note)), ({ journal }) => latestOn(journal, 'note/removed', note))),
    pinNote: async (note: NoteId, pinned: boolean) => say(await change(() => ask('notes/pin', { ...noted(note), pinned }))),
    restoreNote: async (note: NoteId) =>
      say(await undoable(word('binRestored'), () => ask('notes/restore', noted(note)), ({ journal }) => latestOn(journal, 'note/removed', note))),
    flush: drafts.flush,
    /** The card is going. A note under change is saved as it stands, which the history can take back. Resolves when every word is safe. */
    leave: async () => {
      drafts.flush()
      const unsaved = [...edits].filter(([, text]) => text.trim() !== '')
      // Once: a later leave must not write over what another tab made of the note meanwhile.
      edits.clear()
      await Promise.all([drafts.settled(), ...unsaved.map(([note, text]) => saveEdit(note, text))])
    },
  }
}
