import type { Reply } from './reply'
import { firstNameOf } from './template/names'

/** What a reply is filled from. */
export interface ReplyFacts {
  readonly handle?: string | undefined
  readonly name?: string | undefined
}

/** The words to insert, or what is missing for them. */
export type Filled = { readonly text: string } | { readonly missing: readonly string[] }

const VARIABLE = /\{([^{}]*)\}/g
const NAMES_AND_FALLBACK = /^(\w+)((?:\|\w+)*)(?:\|"([^"]*)")?$/

/** Named as missing where a brace has no partner: no value can fill that. */
export const LONE_BRACE = '{ }'

/** Fills a reply. Nothing with an open place comes out: what has no value, no fallback and was not typed is named instead, once. */
export function fillReply(text: string, facts: ReplyFacts, typed: ReadonlyMap<string, string> = new Map()): Filled {
  if (/[{}]/.test(text.replace(VARIABLE, ''))) return { missing: [LONE_BRACE] }
  const missing = new Set<string>()
  const filled = text.replace(VARIABLE, (whole, inside: string) => {
    const value = wordsOf(valueOf(inside, facts)) ?? wordsOf(typed.get(inside))
    if (value === undefined) missing.add(inside)
    return value ?? whole
  })
  return missing.size > 0 ? { missing: [...missing] } : { text: filled }
}

/** What stands between the braces of a text, in order, each once. */
export function variablesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([, inside = '']) => inside))]
}

/** Replies whose title or words hold every word of the question, titles first; all of them for an empty one. */
export function searchReplies(replies: readonly Reply[], question: string): readonly Reply[] {
  const words = folded(question).split(/\s+/).filter(Boolean)
  const hits = replies.filter(({ title, body }) => words.every((word) => folded(`${title} ${body}`).includes(word)))
  const inTitle = ({ title }: Reply): boolean => words.some((word) => folded(title).includes(word))
  return [...hits.filter(inTitle), ...hits.filter((reply) => !inTitle(reply))]
}

/** A value without braces, which would look like an open place; undefined where nothing is left. */
function wordsOf(value: string | undefined): string | undefined {
  return value?.replace(/[{}]/g, '').trim() || undefined
}

function valueOf(inside: string, facts: ReplyFacts): string | undefined {
  const parts = NAMES_AND_FALLBACK.exec(inside.trim())
  if (!parts) return undefined
  const [, first = '', others = '', fallback] = parts
  const names = [first, ...others.split('|').filter(Boolean)]
  return names.map((name) => variable(name, facts)).find((value) => value !== undefined) ?? (fallback || undefined)
}

function variable(name: string, { handle, name: displayName }: ReplyFacts): string | undefined {
  if (name === 'handle') return handle && `@${handle}`
  return name === 'first' ? firstNameOf(displayName) : undefined
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
