import type { HandleKey } from '../domain/handle'
import type { Filling } from '../domain/told'
import type { BackupQuestions } from '../features/backup/backup-messages'
import type { CannedRepliesQuestions } from '../features/canned-replies/canned-replies-messages'
import type { PickerQuestions } from '../features/canned-replies/picker-messages'
import type { CrmQuestions } from '../features/crm/crm-messages'
import type { FieldsQuestions } from '../features/fields/fields-messages'
import type { HistoryQuestions } from '../features/history/history-messages'
import type { InfluenceQuestions } from '../features/influence/influence-messages'
import type { NotesQuestions } from '../features/notes/notes-messages'
import type { OnPageQuestions } from '../features/people/on-page-messages'
import type { PeopleQuestions } from '../features/people/people-messages'
import type { SearchQuestions } from '../features/people/search-messages'
import type { PrivacyQuestions } from '../features/privacy/privacy-messages'
import type { PageSettings } from '../features/preferences/page-settings'
import type { XAccountQuestions } from '../features/x-account/x-account-messages'
import type { XArchiveQuestions } from '../features/x-archive/x-archive-messages'

/** Every question that the background answers, by name. */
export interface Questions extends PeopleQuestions, SearchQuestions, NotesQuestions, FieldsQuestions, HistoryQuestions, CannedRepliesQuestions, PickerQuestions, BackupQuestions, InfluenceQuestions, PrivacyQuestions, XAccountQuestions, XArchiveQuestions, CrmQuestions {}

/** Every question that a content script answers to our own pages. */
export interface TabQuestions extends OnPageQuestions {}

/** What a content script may ask of the background: nothing that reads a note, and nothing that writes but contacts and facts, both of which the background judges again. */
export const PAGE_MAY_ASK = ['people/look-up', 'card/ticket', 'history/saw', 'history/gone', 'influence/saw', 'composer/help', 'composer/ticket'] as const satisfies readonly (keyof Questions)[]

/** The questions that a content script may ask. */
export type PageQuestion = (typeof PAGE_MAY_ASK)[number]

/** What the background tells tabs and pages without being asked. */
export type Announcement =
  | { readonly announce: 'people/changed'; readonly keys: readonly HandleKey[] }
  | { readonly announce: 'settings/changed'; readonly settings: PageSettings }
  | { readonly announce: 'card/gone'; readonly ticket: string }
  | { readonly announce: 'card/close' }
  | { readonly announce: 'access/lost' }

/** What the name of a card's port begins with; its used-up ticket follows and tells one card from another. */
export const CARD_PORT = 'card '

/** The name of the port by which a content script asks what it asks often. */
export const LINE = 'line'

/** What a question takes. */
export type Asked<Map, Name extends keyof Map> = Map[Name] extends (...asked: infer Args) => unknown ? Args : never

/** What a question gives. */
export type Answered<Map, Name extends keyof Map> = Map[Name] extends (...asked: never[]) => infer Answer ? Answer : never

/** A question under way. */
export interface Envelope {
  readonly regulars: string
  readonly asked: unknown
}

/** An answer under way. Errors cross as text; with `told`, that is the name of a sentence, and this belongs into its places. */
export type Reply = { readonly gives: unknown } | { readonly error: string; readonly told?: readonly Filling[] | undefined }

/** A question out of a message; undefined where the message is not ours. */
export function toEnvelope(message: unknown): Envelope | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const { regulars, asked } = message as Partial<Envelope>
  return typeof regulars === 'string' ? { regulars, asked } : undefined
}
