import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import type { Stamp } from '../domain/clock'
import type { PersonView } from '../features/people/people-messages'
import { word } from '../ui/words'
import type { CardState } from './card-state'

/** Where the actions read what is shown and say what is new. */
export interface CardPlace {
  state(): CardState
  set(part: Partial<CardState>): void
  close(): void
}

/** The ways in which every action of the card goes about its work. */
export interface CardWays {
  /** Asks anew for everything that is shown. */
  refresh(): Promise<PersonView>
  /** Does something, and shows what it changed. Gives the sentence of what went wrong. */
  change(run: () => Promise<unknown>): Promise<string | undefined>
  /** Does something and says so, with a way back. Gives the sentence of what went wrong. */
  undoable(text: string, run: () => Promise<unknown>, stampOf: (view: PersonView) => Stamp | undefined, way?: 'undo' | 'redo'): Promise<string | undefined>
  /** Says what went wrong, where something did. */
  say(failed: string | undefined): void
}

/** Makes the ways of one card. */
export function makeCardWays(place: CardPlace): CardWays {
  let asked = 0

  async function refresh(): Promise<PersonView> {
    const turn = ++asked
    const view = await ask('people/view', place.state().view.subject)
    // An answer that a later question overtook is old.
    if (turn === asked) place.set({ view, now: Date.now() })
    return view
  }

  return {
    refresh,
    change: async (run) => {
      const failed = await attempt(run)
      if (failed === undefined) void attempt(refresh)
      return failed
    },
    undoable: async (text, run, stampOf, way = 'undo') => {
      const failed = await attempt(run)
      if (failed === undefined) await attempt(async () => place.set({ toast: { text, undo: stampOf(await refresh()), way } }))
      return failed
    },
    say: (failed) => {
      if (failed !== undefined) place.set({ toast: { text: word('cardFailed', failed) } })
    },
  }
}

/** Tries something; gives the sentence of what went wrong. */
export async function attempt(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}
