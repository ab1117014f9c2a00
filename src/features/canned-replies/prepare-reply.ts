import type { PersonId } from '../../domain/change'
import type { PostId } from '../../domain/handle'
import { type GateFault, passesGate } from './gate/gate'
import type { Guard, GuardContext } from './guards/guard'
import { guardsOf } from './guards/guards'
import type { Numbering } from './length/split-thread'
import { weightedLength } from './length/weighted-length'
import type { Reply, ReplyId } from './reply'
import type { ReplyUse, Surface, UseId } from './reply-use'
import type { Usage } from './usage'
import { argsOf, type Choices, type TemplateFacts, type Values } from './template/facts'
import { type Filled, fillTemplate } from './template/fill-template'
import type { Gap } from './template/gap'
import { neededOf } from './template/needed'
import { parseTemplate } from './template/parse-template'
import { withPersonalLine } from './template/personal-line'
import { bodiesFor, type PickedBody, pastPicksOf, pickBody } from './template/pick-body'

/** For whom, where and when a reply is filled. */
export interface ReplySituation {
  readonly values: Values
  readonly surface: Surface
  /** The most that may be written here. */
  readonly limit: number
  /** How the parts of a thread are numbered. */
  readonly numbering: Numbering
  /** Wishes, the best first. */
  readonly languages: readonly string[]
  /** The trigger of the reply that asks to go on in a direct message. */
  readonly directReply: string
  /** At which stage this customer is, in the team's own words. */
  readonly lifecycle?: string | undefined
  /** Their mood from -1 to 1, where a field of theirs says it. */
  readonly sentiment?: number | undefined
  /** The team that writes. */
  readonly team?: string | undefined
  /** Earlier uses with this person and in this thread. */
  readonly uses: readonly ReplyUse[]
  readonly person?: PersonId | undefined
  readonly post?: PostId | undefined
  readonly thread?: PostId | undefined
  /** What already stands in the composer: it counts too. */
  readonly draft: string
  readonly now: number
  readonly seed: number
  /** How replies fared with this person and in this thread. */
  readonly usage?: ReadonlyMap<ReplyId, Usage> | undefined
  readonly find: (trigger: string) => Reply | undefined
  /** What guards need to know beside the words. */
  readonly around: Omit<GuardContext, 'text' | 'surface' | 'lang' | 'reply' | 'variant' | 'personalLine' | 'uses'>
}

/** What the user chose beside the reply itself. */
export interface ReplyWish {
  readonly typed?: ReadonlyMap<string, string> | undefined
  /** What was typed after the trigger. */
  readonly args?: string | undefined
  readonly lang?: string | undefined
  /** The writer's own words, for a reply that must become personal. */
  readonly personalLine?: string | undefined
}

/** A reply made ready: what it asks for, and once all of that is there, its words and what is wrong with them. */
export interface PreparedReply {
  readonly reply: Reply
  readonly picked: PickedBody
  readonly needed: readonly Gap[]
  readonly filled: Filled | undefined
  /** The words of its signature; empty where it has none. */
  readonly signature: string
  /** What stands in the way, such as a variable that only the author can mend. */
  readonly gaps: readonly Gap[]
  readonly faults: readonly GateFault[]
  /** What speaks against sending it. */
  readonly guards: readonly Guard[]
  /** Weighted, of the words and the draft together. */
  readonly length: number
}

/** Makes a reply ready for a situation. */
export function prepareReply(reply: Reply, situation: ReplySituation, wish: ReplyWish = {}): PreparedReply {
  const { uses, person, thread, seed, surface, limit, draft } = situation
  const languages = wish.lang === undefined ? situation.languages : [wish.lang, ...situation.languages]
  const context = { languages, uses, person, thread, seed }
  const picked = pickBody(reply, context)
  const template = parseTemplate(withSignature(picked.body, reply.signature))
  const facts: TemplateFacts = { values: { ...situation.values, ...argsOf(wish.args ?? '') }, lang: picked.lang, now: situation.now, find: situation.find }
  const choices: Choices = { typed: wish.typed, seed, past: pastPicksOf(reply, picked, context) }
  const result = fillTemplate(template, facts, choices)
  const line = wish.personalLine ?? ''
  const signature = 'text' in result && reply.signature !== '' ? signatureOf(reply, facts, choices) : ''
  const filled = 'text' in result ? (line.trim() === '' ? result : withPersonalLine(result, line, signature)) : undefined
  const text = filled?.text ?? ''
  const room = Math.max(0, limit - lengthOn(surface, draft))
  return {
    reply,
    picked,
    needed: neededOf(template, facts, choices),
    filled,
    signature,
    gaps: 'text' in result ? [] : result.gaps,
    faults: filled ? passesGate(text, { surface, limit: room }, filled.literals) : [],
    guards: filled ? guardsOf({ ...situation.around, text, surface, lang: picked.lang, reply, variant: picked.variant, personalLine: wish.personalLine, uses }) : [],
    length: lengthOn(surface, draft) + lengthOn(surface, text),
  }
}

/** Whether the words may go in as they are, without a question. */
export function isReady({ needed, filled, faults, guards }: PreparedReply): boolean {
  return filled !== undefined && faults.length === 0 && needed.length === 0 && guards.every(({ severity }) => severity === 'note')
}

/** The languages that a reply can be said in; one alone is no choice. */
export function languagesOf(reply: Reply): readonly string[] {
  return [...new Set([reply.lang, ...Object.keys(reply.langs)])].map((lang) => bodiesFor(reply, [lang]).lang).filter((lang, index, all) => all.indexOf(lang) === index)
}

/** The use that an insertion was. */
export function useOf({ reply, picked, filled }: PreparedReply, { person, post, thread, surface, now }: ReplySituation, id: UseId): ReplyUse {
  return { id, reply: reply.id, variant: picked.variant, picks: filled?.picks ?? [], lang: picked.lang, person, post, thread, at: now, surface, length: lengthOn(surface, filled?.text ?? ''), undone: false }
}

/** How long words are by the rules of a place. */
export function lengthOn(surface: Surface, text: string): number {
  return surface === 'dm' ? text.length : weightedLength(text)
}

function signatureOf({ signature }: Reply, facts: TemplateFacts, choices: Choices): string {
  const result = fillTemplate(parseTemplate(signature), facts, choices)
  return 'text' in result ? result.text : ''
}

function withSignature(body: string, signature: string): string {
  return signature === '' ? body : `${body} ${signature}`
}
