import browser from 'webextension-polyfill'
import { type FieldDefinition, toFieldDefinition } from '../domain/custom-field'
import { fieldsOf } from '../domain/fields-of'
import { type NoteTemplate, toNoteTemplate } from '../domain/note-template'
import { type Handle, toHandle } from '../domain/handle'
import { type OwnNumbers, toOwnNumbers } from '../domain/own-numbers'
import type { MarkRule } from '../domain/mark-rules'
import { TIER_LIMITS, toTierLimits } from '../domain/tiers'
import { type Hex, toHex } from '../domain/tag-colour'
import { toMarkRules } from '../domain/to-mark-rules'

/** A tag that one click sets. Colours are names that the views know, or any other as #rrggbb. */
export interface PresetTag {
  readonly name: string
  readonly colour: TagColour | Hex
}

/** The colours a tag may have; each is a pair of ink and ground with enough contrast in both themes. */
export const TAG_COLOURS = ['amber', 'blue', 'green', 'red', 'violet', 'grey'] as const
export type TagColour = (typeof TAG_COLOURS)[number]

/** Every setting with its default: this literal is the type. */
export const DEFAULTS = {
  /** The accounts we answer for. */
  brandAccounts: [] as readonly Handle[],
  myName: '',
  myInitials: '',
  /** Whether numbers that X already sent to the page may be read. Off until answered. */
  accountFacts: 'unasked' as 'unasked' | 'on' | 'off',
  badgeDensity: 'full' as 'full' | 'compact',
  badgePosition: 'after' as 'after' | 'before',
  badgesShown: true,
  presetTags: [
    { name: 'VIP', colour: 'amber' },
    { name: 'customer', colour: 'green' },
    { name: 'press', colour: 'violet' },
    { name: 'needs care', colour: 'red' },
  ] as readonly PresetTag[],
  /** What differs from the fitted numbers of the score. */
  influence: { weights: {} } as OwnNumbers,
  tierLimits: TIER_LIMITS,
  /** Who gets a mark on the badge; the first rule that holds counts. */
  markRules: [] as readonly MarkRule[],
  /** Words by which a post of somebody we hold concerns us: our names, and topics. */
  brandNames: [] as readonly string[],
  topics: [] as readonly string[],
  /** Numbers older than so many days are marked. */
  staleDays: 30,
  /** What the user wants to know of everybody, in this order. */
  fields: [] as readonly FieldDefinition[],
  /** Where backups go by themselves, how often, how many of them stay, and from which age on they are too old to rely on. */
  backupTo: 'nowhere' as 'nowhere' | 'folder' | 'download',
  backupEveryDays: 7,
  backupsKept: 10,
  backupOldDays: 14,
  /** Words that a note may begin with. */
  noteTemplates: [] as readonly NoteTemplate[],
  /** Accounts of colleagues whose answers count as ours. */
  colleagues: [] as readonly Handle[],
  /** How our order numbers look: `#` is a digit, `@` a letter, everything else itself. */
  orderPatterns: [] as readonly string[],
  /** Our own addresses and telephone numbers, which may stand in public. */
  publicContacts: [] as readonly string[],
  /** Tags that mean: do not write to this person. */
  noContactTags: ['no contact'] as readonly string[],
  /** How often the same words may go unedited to one person or into one thread. */
  mostRepeats: 1,
  /** Whether our account may write more than 280 signs into a post. */
  longPosts: false,
  /** How the parts of a thread are numbered: `1/3`, `(1/3)` or not at all. */
  threadNumbering: 'plain' as 'none' | 'plain' | 'round',
  /** Whether `;;trigger` and a space expand, without Tab. */
  autoTriggers: false,
  /** Where the team hosts its pack of replies. */
  packAddress: '',
  /** Words a minute, by which saved time is reckoned; 0 for not at all. */
  typingSpeed: 40,
  /** The team that the user works in; empty for all of them. */
  myTeam: '',
  /** The trigger of the reply that asks to go on in a direct message. */
  directReply: 'dm',
  /** The most signs of a direct message: X tells it nowhere. */
  directLimit: 10_000,
}

export type Settings = typeof DEFAULTS

const KEY = 'settings'

/** The settings; a value that is damaged falls back to its default, alone. Rejects when they cannot be read. */
export async function readSettings(): Promise<Settings> {
  const { [KEY]: held } = await browser.storage.local.get(KEY)
  return toSettings(held)
}

/** Changes some settings and leaves the rest. Nothing is written after a read that failed. */
export async function writeSettings(changed: Partial<Settings>): Promise<Settings> {
  const settings = toSettings({ ...(await readSettings()), ...changed })
  await browser.storage.local.set({ [KEY]: settings })
  return settings
}

/** Calls back after every change, in every context, until the signal. */
export function watchSettings(changed: (settings: Settings) => void, signal?: AbortSignal): void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area !== 'local' || !changes[KEY]) return
    // Taken away they are for a moment, while the storage is made anew.
    if (changes[KEY].newValue === undefined) void readSettings().then(changed, () => undefined)
    else changed(toSettings(changes[KEY].newValue))
  }
  browser.storage.onChanged.addListener(listen)
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen))
}

/** Settings out of anything. */
export function toSettings(value: unknown): Settings {
  const held = fieldsOf(value)
  return {
    brandAccounts: listOf(held['brandAccounts'], toHandle) ?? DEFAULTS.brandAccounts,
    myName: text(held['myName'], 60),
    myInitials: text(held['myInitials'], 4),
    accountFacts: oneOf(held['accountFacts'], ['unasked', 'on', 'off'], DEFAULTS.accountFacts),
    badgeDensity: oneOf(held['badgeDensity'], ['full', 'compact'], DEFAULTS.badgeDensity),
    badgePosition: oneOf(held['badgePosition'], ['after', 'before'], DEFAULTS.badgePosition),
    badgesShown: typeof held['badgesShown'] === 'boolean' ? held['badgesShown'] : DEFAULTS.badgesShown,
    presetTags: listOf(held['presetTags'], toPresetTag) ?? DEFAULTS.presetTags,
    influence: toOwnNumbers(held['influence']),
    tierLimits: toTierLimits(held['tierLimits']),
    markRules: toMarkRules(held['markRules']) ?? DEFAULTS.markRules,
    brandNames: listOf(held['brandNames'], toLine) ?? DEFAULTS.brandNames,
    topics: listOf(held['topics'], toLine) ?? DEFAULTS.topics,
    staleDays: wholeWithin(held['staleDays'], 1, 3650) ?? DEFAULTS.staleDays,
    fields: eachOnce(listOf(held['fields'], toFieldDefinition)) ?? DEFAULTS.fields,
    backupTo: oneOf(held['backupTo'], ['nowhere', 'folder', 'download'], DEFAULTS.backupTo),
    backupEveryDays: wholeWithin(held['backupEveryDays'], 1, 365) ?? DEFAULTS.backupEveryDays,
    backupsKept: wholeWithin(held['backupsKept'], 1, 100) ?? DEFAULTS.backupsKept,
    backupOldDays: wholeWithin(held['backupOldDays'], 1, 365) ?? DEFAULTS.backupOldDays,
    noteTemplates: eachOnce(listOf(held['noteTemplates'], toNoteTemplate)) ?? DEFAULTS.noteTemplates,
    colleagues: listOf(held['colleagues'], toHandle) ?? DEFAULTS.colleagues,
    orderPatterns: listOf(held['orderPatterns'], toLine) ?? DEFAULTS.orderPatterns,
    publicContacts: listOf(held['publicContacts'], toLine) ?? DEFAULTS.publicContacts,
    noContactTags: listOf(held['noContactTags'], toLine) ?? DEFAULTS.noContactTags,
    mostRepeats: wholeWithin(held['mostRepeats'], 1, 100) ?? DEFAULTS.mostRepeats,
    longPosts: held['longPosts'] === true,
    threadNumbering: oneOf(held['threadNumbering'], ['none', 'plain', 'round'], DEFAULTS.threadNumbering),
    autoTriggers: held['autoTriggers'] === true,
    packAddress: text(held['packAddress'], 500),
    typingSpeed: wholeWithin(held['typingSpeed'], 0, 300) ?? DEFAULTS.typingSpeed,
    myTeam: text(held['myTeam'], 60),
    directReply: typeof held['directReply'] === 'string' ? text(held['directReply'], 60) : DEFAULTS.directReply,
    directLimit: wholeWithin(held['directLimit'], 100, 100_000) ?? DEFAULTS.directLimit,
  }
}

function toPresetTag(value: unknown): PresetTag | undefined {
  const { name, colour } = fieldsOf(value)
  const word = text(name, 40)
  return word === '' ? undefined : { name: word, colour: toHex(colour) ?? oneOf(colour, TAG_COLOURS, 'grey') }
}

function eachOnce<Item extends { readonly name: string }>(items: readonly Item[] | undefined): readonly Item[] | undefined {
  return items && [...new Map(items.map((item) => [item.name, item])).values()]
}

function listOf<Item>(value: unknown, toItem: (item: unknown) => Item | undefined): readonly Item[] | undefined {
  return Array.isArray(value) ? value.slice(0, 50).flatMap((item) => toItem(item) ?? []) : undefined
}

function oneOf<Word extends string>(value: unknown, words: readonly Word[], otherwise: Word): Word {
  return words.find((word) => word === value) ?? otherwise
}

function toLine(value: unknown): string | undefined {
  return text(value, 100) || undefined
}

function wholeWithin(value: unknown, least: number, most: number): number | undefined {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? Number(value) : undefined
}

function text(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.trim().slice(0, longest) : ''
}
