import { fold } from '../../../domain/fold'
import { blankReply, LONGEST_BODY, LONGEST_TITLE, type Reply, type ReplyId, type SharedField, toReply } from '../reply'
import { mergeShared } from '../share/merge-shared'
import type { Pack } from '../share/pack'
import { parseTemplate } from '../template/parse-template'
import type { ForeignReply, ImportNote, Refusal } from './foreign-reply'

/** What an import would do with one entry of a file. `conflict`: its trigger belongs to another reply here. */
export const REPLY_ROW_STATES = ['new', 'changed', 'conflict', 'same', 'refused'] as const
export type ReplyRowState = (typeof REPLY_ROW_STATES)[number]

/** One row of a dry run. */
export interface PlannedReply {
  readonly line: number | undefined
  readonly title: string
  readonly state: ReplyRowState
  /** What would be stored; undefined for a row that is refused. Of a conflict, the reply under a trigger that is free. */
  readonly reply: Reply | undefined
  /** The reply here that it would change, or whose trigger it wants. */
  readonly held: Reply | undefined
  readonly notes: readonly ImportNote[]
  readonly refused: Refusal | undefined
  /** Of a reply that was changed here and in a pack: the fields, and what is stored where the pack is not taken. */
  readonly both?: readonly SharedField[] | undefined
  readonly kept?: Reply | undefined
}

/** The dry run of a foreign file: each entry is compared with what is here, and with those before it. */
export function planForeign(entries: readonly ForeignReply[], held: readonly Reply[], newId: () => ReplyId): readonly PlannedReply[] {
  const library = libraryOf(held)
  return entries.map((entry) => {
    const notes = [...entry.notes]
    const refused = entry.refused ?? refusalOf(entry)
    if (refused) return { line: entry.line, title: entry.title, state: 'refused', reply: undefined, held: undefined, notes, refused }
    return library.plan(replyOf(entry, newId(), notes), entry.line, notes, addedTo)
  })
}

/** The dry run of our own file, whose replies are known by their ids. */
export function planOwn(replies: readonly Reply[], held: readonly Reply[]): readonly PlannedReply[] {
  const library = libraryOf(held)
  return replies.map((reply) => library.plan(reply, undefined, [], inPlaceOf))
}

/** The dry run of a pack: what was changed on one side only is merged, the rest is for the user to decide. */
export function planPack({ replies }: Pack, held: readonly Reply[]): readonly PlannedReply[] {
  const library = libraryOf(held)
  return replies.map((packed) => {
    const row = library.plan(packed.reply, undefined, [], (known) => mergeShared(known, packed).reply)
    const merged = row.state === 'changed' && row.held ? mergeShared(row.held, packed) : undefined
    return merged && merged.both.length > 0 ? { ...row, state: 'conflict', both: merged.both, kept: merged.kept } : row
  })
}

/** What an import stores: the chosen rows, and of the others what they leave a remark on. */
export function repliesToStore(rows: readonly PlannedReply[], chosen: ReadonlySet<number>): readonly Reply[] {
  return rows.flatMap(({ reply, kept }, place) => (chosen.has(place) ? (reply ?? []) : (kept ?? [])))
}

/** The rows that would do something and need no thought: those chosen at first. */
export function chosenReplies(rows: readonly PlannedReply[]): ReadonlySet<number> {
  return new Set(rows.flatMap(({ state }, index) => (state === 'new' || state === 'changed' ? [index] : [])))
}

/** What another tool's file says goes into the reply that is here; what only we know of it stays. */
function addedTo(known: Reply, { trigger, aliases, body, variants, lang, langs, folder, tags, attachments }: Reply): Reply {
  const both = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])]
  const words = { body, variants: variants.length > 0 ? variants : known.variants, lang: lang || known.lang, langs: { ...known.langs, ...langs } }
  return { ...known, ...words, trigger: trigger || known.trigger, aliases: both(known.aliases, aliases), folder: folder || known.folder, tags: both(known.tags, tags), attachments: both(known.attachments, attachments) }
}

/** Our own file says everything of a reply. */
function inPlaceOf(known: Reply, reply: Reply): Reply {
  return { ...reply, id: known.id, created: known.created, updated: known.updated, rev: known.rev }
}

/** What is here and what the rows before brought, by the ways in which a reply is recognised. */
function libraryOf(held: readonly Reply[]) {
  const byId = new Map<ReplyId, Reply>()
  const byTrigger = new Map<string, Reply>()
  const byTitle = new Map(held.map((reply) => [titleKey(reply), reply]))
  const add = (reply: Reply): void => {
    byId.set(reply.id, reply)
    for (const trigger of [reply.trigger, ...reply.aliases]) if (trigger !== '') byTrigger.set(trigger.toLowerCase(), reply)
  }
  held.forEach(add)
  const free = (trigger: string): string => {
    for (let number = 2; ; number += 1) if (!byTrigger.has(`${trigger}-${number}`.toLowerCase())) return `${trigger}-${number}`
  }
  const plan = (reply: Reply, line: number | undefined, notes: readonly ImportNote[], merge: (known: Reply, reply: Reply) => Reply): PlannedReply => {
    const row = { line, title: reply.title, notes, refused: undefined }
    const known = byId.get(reply.id) ?? sameNamed(byTitle.get(titleKey(reply)), reply)
    const rival = reply.trigger === '' ? undefined : byTrigger.get(reply.trigger.toLowerCase())
    if (known && (rival === undefined || rival.id === known.id)) {
      const merged = merge(known, reply)
      return isSame(known, merged) ? { ...row, state: 'same', reply: known, held: known } : { ...row, state: 'changed', reply: merged, held: known }
    }
    const planned = rival ? { ...reply, trigger: free(reply.trigger) } : reply
    const aliases = planned.aliases.filter((alias) => !byTrigger.has(alias.toLowerCase()))
    const stored = { ...planned, aliases }
    const lost = planned.aliases.filter((alias) => !aliases.includes(alias)).map((about): ImportNote => ({ code: 'duplicate', about }))
    add(stored)
    return { ...row, notes: [...notes, ...lost], state: rival ? 'conflict' : 'new', reply: stored, held: rival }
  }
  return { plan }
}

function replyOf(entry: ForeignReply, id: ReplyId, notes: ImportNote[]): Reply {
  const { title, body, variants, lang, langs, folder, tags, attachments, archived } = entry
  const [trigger = '', ...aliases] = [entry.trigger, ...entry.aliases].map((word) => triggerOf(word, notes)).filter((word) => word !== '')
  return toReply({ ...blankReply(id), title: titleOf(title, trigger, body), trigger, aliases, body, variants, lang: languageOf(lang, notes), langs, folder, tags, attachments, archived })
}

function refusalOf({ body, title, variants, langs }: ForeignReply): Refusal | undefined {
  const bodies = [body, ...variants, ...Object.values(langs).flat()]
  if (body.trim() === '') return { code: 'empty', about: title }
  if (bodies.some((one) => one.length > LONGEST_BODY)) return { code: 'too long', about: title }
  const [error] = bodies.flatMap((one) => parseTemplate(one).errors)
  return error && { code: 'unreadable', about: error.about }
}

/** What was typed there, as far as it can be typed here: spaces become hyphens. */
function triggerOf(word: string, notes: ImportNote[]): string {
  const trigger = word.trim().replace(/\s+/g, '-').replace(/[{}|"\p{Cc}]/gu, '').replace(/^\/+/, '').slice(0, 60)
  if (trigger !== word.trim()) notes.push({ code: 'trigger', about: word })
  return trigger
}

function titleOf(title: string, trigger: string, body: string): string {
  return (title.replace(/\s+/g, ' ').trim() || trigger || body.replace(/\s+/g, ' ').trim()).slice(0, LONGEST_TITLE)
}

function languageOf(lang: string, notes: ImportNote[]): string {
  if (lang === '' || /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(lang)) return lang
  notes.push({ code: 'field', about: lang })
  return ''
}

/** A reply of the same title is the same one, unless both have triggers and those differ. */
function sameNamed(known: Reply | undefined, { trigger }: Reply): Reply | undefined {
  return known && (known.trigger === '' || trigger === '' || known.trigger.toLowerCase() === trigger.toLowerCase()) ? known : undefined
}

function titleKey({ title, folder }: Reply): string {
  return `${fold(folder)}\n${fold(title)}`
}

/** The same but for when and by which import it came. */
function isSame(one: Reply, other: Reply): boolean {
  const bare = ({ created: _created, updated: _updated, rev: _rev, import: _import, ...rest }: Reply): string => JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
  return bare(one) === bare(other)
}
