import type { Reply } from '../reply'
import { firstNameOf, harmless, isBlank } from './names'
import type { Value } from './template'

/** By variable name: what a template is filled from. */
export type Values = Readonly<Record<string, Value | undefined>>

/** All that a template is filled from, the time and the language included. */
export interface TemplateFacts {
  readonly values: Values
  /** The language of the reply as BCP 47; empty for none: then English forms are used. */
  readonly lang: string
  /** ms since 1970 */
  readonly now: number
  readonly timeZone?: string | undefined
  /** The reply that a trigger names, for `{> trigger}`. */
  readonly find?: ((trigger: string) => Reply | undefined) | undefined
}

/** What a template's alternations took at an earlier use; `here` where that was to this person or in this thread. */
export interface PastPicks {
  readonly picks: readonly number[]
  readonly here: boolean
}

/** What was decided by hand or by chance. */
export interface Choices {
  /** Answers to prompts and to missing variables, by name. */
  readonly typed?: ReadonlyMap<string, string> | undefined
  /** The same seed takes the same alternatives. */
  readonly seed?: number | undefined
  /** Earlier uses, the newest last. */
  readonly past?: readonly PastPicks[] | undefined
}

/** What is known about a person and a place, as the page and the store have it. */
export interface Known {
  readonly name?: string | undefined
  readonly handle?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly agent?: string | undefined
  readonly initials?: string | undefined
  readonly brand?: string | undefined
  readonly contacts?: number | undefined
  readonly followers?: number | undefined
  /** ms since 1970 */
  readonly lastContact?: number | undefined
  readonly postUrl?: string | undefined
  readonly surface?: string | undefined
  readonly lang?: string | undefined
  /** Variables by their own names, such as `pref.flavour`. */
  readonly more?: Values | undefined
}

const DAY = 86_400_000

/** The variables that what is known gives. */
export function valuesFor(known: Known, now: number): Values {
  const { name, handle, lastContact } = known
  const first = firstNameOf(name)
  return {
    name: name === undefined || isBlank(name) ? undefined : name,
    first,
    nick: first,
    handle: handle && `@${handle}`,
    tags: known.tags,
    agent: known.agent,
    initials: known.initials,
    brand: known.brand,
    contacts: known.contacts,
    followers: known.followers,
    ...(lastContact !== undefined && { 'last.at': { ms: lastContact }, 'last.days': Math.max(0, Math.floor((now - lastContact) / DAY)) }),
    'post.url': known.postUrl,
    surface: known.surface,
    lang: known.lang,
    ...known.more,
  }
}

/** The variables `args`, `1`, `2` … out of what was typed after a trigger; quoted words stay together. */
export function argsOf(typed: string): Values {
  const words = Array.from(typed.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? '').slice(0, 20)
  return { args: harmless(typed), ...Object.fromEntries(words.map((word, index) => [String(index + 1), word])) }
}
