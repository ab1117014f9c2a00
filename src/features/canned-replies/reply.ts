import { type Handle, toHandle } from '../../domain/handle'
import type { ImportId } from '../../domain/change'

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
  readonly sharedFrom?: { readonly origin: string; readonly rev: number } | undefined
  /** The import it came by. */
  readonly import?: ImportId | undefined
  /** ms since 1970; 0 where it is not known. */
  readonly created: number
  readonly updated: number
  /** Counts the times it was saved. */
  readonly rev: number
}

/** The most signs of a title, and of one body. */
export const LONGEST_TITLE = 80
export const LONGEST_BODY = 25_000
const LONGEST_WORD = 60
const LONGEST_LINE = 500
const MOST = 50
const REPLY_ID = /^[0-9a-zA-Z-]{1,36}$/
const TRIGGER = /^[^\s/{}|"\p{Cc}][^\s{}|"\p{Cc}]*$/u
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/

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
  if (typeof id !== 'string' || !REPLY_ID.test(id)) throw new Error('That is not the id of a canned reply.')
  if (typeof title !== 'string' || title.trim() === '') throw new Error('A canned reply needs a title.')
  // Before version 5 of the database a body was called `text`.
  const body = bodyIn(held['body'] ?? held['text'])
  if (body === '') throw new Error('A canned reply needs words.')
  if (title.length > LONGEST_TITLE) throw new Error(`A title may have ${LONGEST_TITLE} characters; this one has ${title.length}.`)
  const lang = lineIn(held['lang'], LONGEST_WORD)
  if (lang !== '' && !LANGUAGE.test(lang)) throw new Error(`“${lang}” is no language.`)
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
  const { origin, rev } = fieldsOf(value)
  return typeof origin === 'string' && origin !== '' ? { sharedFrom: { origin: lineIn(origin, LONGEST_LINE), rev: countIn(rev) } } : {}
}

function triggerIn(value: unknown): string {
  const trigger = lineIn(value, LONGEST_WORD).replace(/^\/+/, '')
  if (trigger !== '' && !TRIGGER.test(trigger)) throw new Error(`“${trigger}” cannot be typed as a trigger: no spaces, braces, bars or quotes.`)
  return trigger
}

function bodyIn(value: unknown): string {
  if (typeof value !== 'string') return ''
  if (value.length > LONGEST_BODY) throw new Error(`A canned reply may have ${LONGEST_BODY} characters; this one has ${value.length}.`)
  return value.replace(/\r\n?/g, '\n').trim()
}

/** Words, each once, the empty ones left out. */
function listIn(value: unknown, toWord: (item: unknown) => string): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.slice(0, MOST).map(toWord))].filter((word) => word !== '') : []
}

function lineIn(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim().slice(0, longest) : ''
}

function countIn(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0
}

function isMood(value: unknown): value is number {
  return typeof value === 'number' && value >= -1 && value <= 1
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {}
}
