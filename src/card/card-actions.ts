import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import type { NoteId } from '../domain/change'
import type { Stamp } from '../domain/clock'
import { keyOf } from '../domain/handle'
import { latestOn, latestOnTag } from '../features/history/history'
import type { PersonView } from '../features/people/people-messages'
import { writeSettings } from '../settings/settings'
import { isolated, word } from '../ui/words'
import type { CardState } from './card-state'
import { makeDraftKeeper } from './keep-draft'
import { makeNoteIntent } from './note-intent'

/** Where the actions read what is shown and say what is new. */
export interface CardPlace {
  state(): CardState
  set(part: Partial<CardState>): void
  close(): void
}

/** Everything that the card's controls do. */
export type CardActions = ReturnType<typeof makeCardActions>

/** Makes the actions of one card. What goes wrong comes back, or is said, as a sentence. */
export function makeCardActions(place: CardPlace) {
  const { subject } = place.state().view
  const key = keyOf(subject.handle)
  const drafts = makeDraftKeeper((text) => ask('drafts/keep', { key, text }))
  const intent = makeNoteIntent(() => crypto.randomUUID())
  const edits = new Map<NoteId, string>()
  let asked = 0

  async function refresh(): Promise<PersonView> {
    const turn = ++asked
    const view = await ask('people/view', subject)
    // An answer that a later question overtook is old.
    if (turn === asked) place.set({ view, now: Date.now() })
    return view
  }

  function person() {
    const { person } = place.state().view
    if (!person) throw new Error(word('cardNothingKnown'))
    return person.id
  }

  /** Does something and says so, with a way back. */
  async function undoable(text: string, run: () => Promise<unknown>, stampOf: (view: PersonView) => Stamp | undefined): Promise<string | undefined> {
    const failed = await attempt(run)
    if (failed === undefined) await attempt(async () => place.set({ toast: { text, undo: stampOf(await refresh()) } }))
    return failed
  }

  function saying(failed: string | undefined): void {
    if (failed !== undefined) place.set({ toast: { text: word('cardFailed', failed) } })
  }

  const setTag = (tag: string, on: boolean) => attempt(() => ask('tags/set', { subject, tag, on }))

  return {
    refresh: async () => void (await attempt(refresh)),
    keepDraft: drafts.keep,
    saveNote: (text: string) =>
      attempt(async () => {
        await drafts.settled()
        await ask('notes/add', { subject, note: intent.idFor(text), text })
        intent.done()
      }),
    typed: (note: NoteId, text: string | undefined) => void (text === undefined ? edits.delete(note) : edits.set(note, text)),
    editNote: (note: NoteId, text: string) =>
      undoable(word('noteChanged'), () => ask('notes/edit', { person: person(), note, text }), ({ journal }) => latestOn(journal, 'note/edited', note)),
    removeNote: async (note: NoteId) =>
      saying(await undoable(word('noteRemoved'), () => ask('notes/remove', { person: person(), note }), ({ journal }) => latestOn(journal, 'note/removed', note))),
    addTag: (tag: string) => setTag(tag, true),
    toggleTag: async (tag: string, on: boolean) => saying(await setTag(tag, on)),
    removeTag: async (tag: string) =>
      saying(await undoable(word('tagRemoved', isolated(tag)), () => ask('tags/set', { subject, tag, on: false }), ({ journal }) => latestOnTag(journal, tag))),
    countContact: async (counts: boolean) => saying(await attempt(() => ask('history/count-contact', { subject, counts }))),
    undo: async (stamp: Stamp) => {
      const failed = await attempt(() => ask('history/undo', stamp))
      place.set({ toast: { text: failed === undefined ? word('cardUndone') : word('cardFailed', failed) } })
    },
    answerFacts: async (accountFacts: 'on' | 'off') => {
      const failed = await attempt(async () => place.set({ settings: await writeSettings({ accountFacts }), turnedOn: accountFacts === 'on' }))
      saying(failed)
    },
    dismiss: () => place.set({ toast: undefined }),
    close: place.close,
    /** The card may be going: no typed word is lost. A changed note is saved as it stands, which the history can take back. */
    flush: (going: boolean) => {
      drafts.flush()
      for (const [note, text] of going ? edits : []) if (text.trim() !== '') void attempt(() => ask('notes/edit', { person: person(), note, text }))
    },
  }
}

async function attempt(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}
