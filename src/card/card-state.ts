import type { NoteId } from '../domain/change'
import type { Stamp } from '../domain/clock'
import type { CrmView } from '../features/crm/crm-messages'
import type { PersonView } from '../features/people/people-messages'
import type { Settings } from '../settings/settings'

/** Everything that one card shows. */
export interface CardState {
  readonly view: PersonView
  /** Words of notes under change that a page which died left behind. */
  readonly begun: ReadonlyMap<NoteId, string>
  /** Undefined while no CRM is connected, or it was not heard of yet. */
  readonly crm: CrmView | undefined
  /** Undefined where the settings could not be read: then nothing that depends on them is offered. */
  readonly settings: Settings | undefined
  /** The user said yes to account facts in this very card. */
  readonly turnedOn: boolean
  readonly toast: { readonly text: string; readonly undo?: Stamp | undefined; readonly way?: 'undo' | 'redo' | undefined; readonly again?: { readonly label: string; readonly run: () => void } | undefined } | undefined
  /** ms since 1970, for "5 minutes ago". */
  readonly now: number
}

/** What the card begins with. */
export function firstState(view: PersonView, settings: Settings | undefined, now: number): CardState {
  return { view, begun: new Map(), crm: undefined, settings, turnedOn: false, toast: undefined, now }
}
