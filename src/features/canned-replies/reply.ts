import { type Handle, toHandle } from '../../domain/handle'
import type { ImportId } from '../../domain/change'
import { fieldsOf } from '../../domain/fields-of'
import { bodyIn, countIn, isMood, LANGUAGE, lineIn, listIn, LONGEST_LINE, LONGEST_TITLE, LONGEST_WORD, MOST, REPLY_ID, triggerIn } from './reply-fields'
import { Told } from '../../domain/told'

export { LONGEST_BODY, LONGEST_TITLE } from './reply-fields'

/** Our own random id of a canned reply. */
export type ReplyId = string & { readonly brand: 'reply id' }

/** Where a reply may be used. */
export const PLACES = ['public', 'dm', 'both'] as const
export type Place = (typeof PLACES)[number]

/** For whom and where a reply is meant. An empty list means all. */
export interface ReplyScope {
  readonly surface: Place
  /** The brand accounts that may use it. */
  readonly accounts: readonly Handle[]
  readonly teams: readonly string[]
  /** Stages of a customer's life, in the team's own words. */
  readonly lifecycle: readonly string[]
  /** From -1 (furious) to 1 (delighted); absent where it does not matter. */
  readonly sentimentMin?: number | undefined
  readonly sentimentMax?: number | undefined
}

/** A canned reply. Its bodies are templates: see template/parse-template.ts. */
export interface Reply {
  readonly id: ReplyId
  readonly title: string
  /** What one types to get it, without a slash; empty for none. */
  readonly trigger: string
  readonly aliases: readonly string[]
  readonly body: string
  /** Other ways to say the same, in the language of the body. */
  readonly variants: readonly string[]
  /** The language of body and variants as BCP 47; empty where they belong to none (a link, a signature). */
  readonly lang: string
  /** The same in other languages: BCP 47 tag to ways of saying it. */
  readonly langs: Readonly<Record<string, readonly string[]>>
  readonly folder: string
  readonly tags: readonly string[]
  readonly scope: ReplyScope
  readonly favourite: boolean
  /** Whether it goes along when replies are handed to the team. */
  readonly shared: boolean
  readonly archived: boolean
  /** Why care is needed before it is sent; empty for none. */
  readonly sensitivity: string
  /** Whether something personal must be written before it may be sent. */
  readonly requiresPersonalLine: boolean
  /** Ends the last part; a template too. */
  readonly signature: string
  /** What to attach by hand. */
  readonly attachments: readonly string[]
  readonly owner: string
  /** The pack it came in. */
  readonly sharedFrom?: SharedFrom | undefined
  /** The import it came by. */
  readonly import?: ImportId | undefined
  /** ms since 1970; 0 where it is not known. */
  readonly created: number
  readonly updated: number
  /** Counts the times it was saved. */
  readonly rev: number
}

/** What of a reply goes into a pack for others: its words and where they belong, nothing that is one user's own. */
export const SHARED_FIELDS = [
  'title', 'trigger', 'aliases', 'body', 'variants', 'lang', 'langs', 'folder', 'tags', 'scope', 'archived', 'sensitivity', 'requiresPersonalLine', 'signature', 'attachments',
] as const
export type SharedField = (typeof SHARED_FIELDS)[number]
export type SharedWords = Pick<Reply, SharedField>

/** Where a reply came from, and how it was when it came. */
export interface SharedFrom {
  readonly origin: string
  readonly rev: number
  readonly base?: SharedWords | undefined
  /** A later one there, which was not taken because of what was changed here. */
  readonly newer?: number | undefined
}

/** The part of a reply that goes into a pack. */
export function sharedWordsOf(reply: SharedWords): SharedWords {
  return Object.fromEntries(SHARED_FIELDS.map((field) => [field, reply[field]])) as unknown as SharedWords
}

/** A reply with nothing in it yet. */
export function blankReply(id: ReplyId): Reply {
  const scope = { surface: 'both', accounts: [], teams: [], lifecycle: [] } as const
  const words = { title: '', trigger: '', body: '', lang: '', folder: '', sensitivity: '', signature: '', owner: '' }
  const lists = { aliases: [], variants: [], langs: {}, tags: [], attachments: [] }
  return { id, ...words, ...lists, scope, favourite: false, shared: false, archived: false, requiresPersonalLine: false, created: 0, updated: 0, rev: 0 }
}

/** A reply out of a message, a file or an old row; throws a sentence where it is none. What is absent is as in a blank reply. */
export function toReply(value: unknown): Reply {
  const held = fieldsOf(value)
  const { id, title } = held
  if (typeof id !== 'string' || !REPLY_ID.test(id)) throw new Told('toldReplyId')
  if (typeof title !== 'string' || title.trim() === '') throw new Told('toldReplyTitle')
  // Before version 5 of the database a body was called `text`.
  const body = bodyIn(held['body'] ?? held['text'])
  if (body === '') throw new Told('toldReplyWords')
  if (title.length > LONGEST_TITLE) throw new Told('toldReplyLongTitle', LONGEST_TITLE, title.length)
  const lang = lineIn(held['lang'], LONGEST_WORD)
  if (lang !== '' && !LANGUAGE.test(lang)) throw new Told('toldReplyLanguage', lang)
  return {
    id: id as ReplyId,
    title: title.trim(),
    trigger: triggerIn(held['trigger']),
    aliases: listIn(held['aliases'], triggerIn),
    body,
    variants: listIn(held['variants'], bodyIn),
    lang,
    langs: langsIn(held['langs']),
    folder: lineIn(held['folder'], LONGEST_LINE),
    tags: listIn(held['tags'], (tag) => lineIn(tag, LONGEST_WORD)),
    scope: scopeIn(held['scope']),
    favourite: held['favourite'] === true,
    shared: held['shared'] === true,
    archived: held['archived'] === true,
    sensitivity: lineIn(held['sensitivity'], LONGEST_LINE),
    requiresPersonalLine: held['requiresPersonalLine'] === true,
    signature: bodyIn(held['signature']),
    attachments: listIn(held['attachments'], (hint) => lineIn(hint, LONGEST_LINE)),
    owner: lineIn(held['owner'], LONGEST_WORD),
    ...sharedFromIn(held['sharedFrom']),
    ...(typeof held['import'] === 'string' && held['import'] !== '' && { import: lineIn(held['import'], LONGEST_WORD) as ImportId }),
    created: countIn(held['created']),
    updated: countIn(held['updated']),
    rev: countIn(held['rev']),
  }
}

function scopeIn(value: unknown): ReplyScope {
  const { surface, accounts, teams, lifecycle, sentimentMin, sentimentMax } = fieldsOf(value)
  const word = (one: unknown): string => lineIn(one, LONGEST_WORD)
  return {
    surface: PLACES.find((place) => place === surface) ?? 'both',
    accounts: listIn(accounts, (one) => toHandle(one) ?? '') as readonly Handle[],
    teams: listIn(teams, word),
    lifecycle: listIn(lifecycle, word),
    ...(isMood(sentimentMin) && { sentimentMin }),
    ...(isMood(sentimentMax) && { sentimentMax }),
  }
}

function langsIn(value: unknown): Reply['langs'] {
  const entries = Object.entries(fieldsOf(value)).slice(0, MOST)
  return Object.fromEntries(entries.flatMap(([tag, bodies]) => (LANGUAGE.test(tag) && listIn(bodies, bodyIn).length > 0 ? [[tag, listIn(bodies, bodyIn)]] : [])))
}

function sharedFromIn(value: unknown): Pick<Reply, 'sharedFrom'> {
  const { origin, rev, base, newer } = fieldsOf(value)
  if (typeof origin !== 'string' || origin === '') return {}
  const held = base === undefined ? {} : { base: sharedWordsOf(toReply({ ...fieldsOf(base), id: 'base', sharedFrom: undefined })) }
  return { sharedFrom: { origin: lineIn(origin, LONGEST_LINE), rev: countIn(rev), ...held, ...(countIn(newer) > 0 && { newer: countIn(newer) }) } }
}
