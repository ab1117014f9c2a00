import { weightedLength } from '../length/weighted-length'
import type { Surface } from '../reply-use'
import type { Span } from '../template/template'

/** Where words go, and how long they may be there: weighted as X counts, in a direct message plain characters. */
export interface GatePlace {
  readonly surface: Surface
  readonly limit: number
}

/** Why words may not be inserted, and the place at fault. */
export interface GateFault extends Span {
  readonly code: 'token' | 'brace' | 'marker' | 'greeting' | 'empty' | 'too long'
  /** The words at fault; of a text that is too long, its length. */
  readonly found: string
}

/** What templates of ours and of other tools leave behind where nothing was filled in. Each is bounded, so that no text makes them slow. */
const TOKENS = /\[\[[^[\]\n]{0,200}\]\]|#\{[^{}\n]{0,200}\}?|\{[{%#]?[^{}\n]{0,200}[%}]?\}|\$(?:contact|agent|user|ticket|inbox|conversation)\.\w{1,60}|\[\[MISSING TOKEN|%(?:clipboard|snippet:|fill)\w{0,60}/gi
/** Nobody reads more of one kind. */
const MOST_FAULTS = 20
const BRACES = /[{}]|\[\[|\]\]/g
/** What Briskine, TextExpander and espanso mark the caret with, and what X refuses in any text. */
const MARKERS = /[\u200B\uFEFF\uFFFE\uFFFF]|%\||\$\|\$/g
/** A greeting that has lost its name. */
const GREETING = /(?:^|\n)[^\S\n]*((?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|moin|servus|hola|buenos d[ií]as|buenas tardes|buenas|bonjour|salut|ciao|ol[aá])[^\S\n]+[,.:;]|(?:hi|hello|hey|hallo|hola)[^\S\n]+!|(?:dear|liebe[rs]?|sehr geehrte[rs]?|estimad[oa]s?|querid[oa]s?|cher|ch[eè]re)[^\S\n]*[,!:])/giu

/**
 * What in a text must never reach a composer; none for words that may be inserted. `literals` are the places that the author escaped: braces there are
 * meant. This knows nothing of templates, so that it also holds for words that came another way.
 */
export function passesGate(text: string, { surface, limit }: GatePlace, literals: readonly Span[] = []): readonly GateFault[] {
  if (text.trim() === '') return [{ code: 'empty', at: 0, end: text.length, found: '' }]
  const tokens = faultsOf('token', text, TOKENS, literals)
  const braces = faultsOf('brace', text, BRACES, [...literals, ...tokens])
  const length = surface === 'dm' ? text.length : weightedLength(text)
  return [
    ...tokens,
    ...braces,
    ...faultsOf('marker', text, MARKERS, []),
    ...faultsOf('greeting', text, GREETING, []),
    ...(length > limit ? [{ code: 'too long', at: 0, end: text.length, found: String(length) } as const] : []),
  ]
}

function faultsOf(code: GateFault['code'], text: string, pattern: RegExp, meant: readonly Span[]): readonly GateFault[] {
  const faults: GateFault[] = []
  for (const { 0: found, index: at } of text.matchAll(pattern)) {
    const end = at + found.length
    if (!meant.some((span) => span.at < end && at < span.end)) faults.push({ code, at, end, found: found.trim() })
    if (faults.length === MOST_FAULTS) break
  }
  return faults
}
