import fc from 'fast-check'
import type { TemplateFacts, Values } from '../../../../src/features/canned-replies/template/facts'

const NAMES = ['first', 'nick', 'name', 'handle', 'issue', 'cause', 'n', 'today', 'last.at', 'pref.x', 'tags', 'args', '1', 'selection', 'clipboard', 'authority.x', 'unknown', 'case.id', 'sentiment']
const name = fc.constantFrom(...NAMES)
const fallback = fc.constantFrom('', '|"there"', '|""', '|"{x}"', '|"🌸"', '|nick', '|handle|"you"')
const format = fc.constantFrom('', ':long', ':rel', ':upper', ':plural one "day" other "days"', ':currency EUR', ':nonsense')
const value = fc.tuple(name, fallback, format).map((pieces) => `{${pieces.join('')}}`)
const test = fc.oneof(name, fc.tuple(name, fc.constantFrom('=', '<', 'is', '!='), fc.constantFrom('1', '"x"', 'x', 'true')).map((pieces) => pieces.join(' ')), fc.constantFrom('has tag VIP', 'not first and (issue or n > 1)'))
const tag = fc.oneof(
  { weight: 6, arbitrary: value },
  fc.constantFrom('{|}', '{1|placeholder}', '{2|}', '{?note:text*}', '{?when:date}', '{?amount:number min=0 max=9 default=3}', '{?why:choice "late","lost"}', '{> sig}', '{> self}', '{> nowhere}', '{> kb a b}'),
)
/** What other tools and mistakes leave in a text. */
const debris = fc.constantFrom('{', '}', '{{', '}}', '[[', ']]', '[', ']', '|', '~', '{~', '~}', '{if', '{if first}', '{else}', '{end}', '{{first}}', '{{{x}}}', '#{ticket.title}', '{% if %}', '$contact.name', '[[MISSING TOKEN', '%|', '$|$', '{"', '"', '\\', '\\{', '\\}', '{}', '{ first }')
const words = fc.oneof(fc.constantFrom('Hi ', 'Hi', ', ', '. ', ' -- ', '\n\n', ' (', ') ', '!', 'Dear ', 'thanks'), fc.string({ maxLength: 6 }), fc.string({ unit: 'grapheme', maxLength: 4 }))

const { template } = fc.letrec<{ template: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    words,
    tag,
    debris,
    tie('template').map((inside) => `[[${inside}]]`),
    fc.tuple(test, tie('template'), tie('template')).map(([test, one, other]) => `{if ${test}}${one}{else}${other}{end}`),
    fc.tuple(tie('template'), tie('template')).map(([one, other]) => `{~${one}|${other}~}`),
  ),
  template: fc.array(tie('part'), { maxLength: 7 }).map((parts) => parts.join('')),
}))

/** Any template: right ones, wrong ones, and what other tools left in them. */
export const templates = template

/** What somebody who wants to break out of a value would call himself, and what is no name. */
export const hostileValues = fc.oneof(
  fc.constantFrom('Grace', '{first}', '{{first}}', 'B{o}b', '}{', '[[x]]', '[', ']', '[[', '{if first}', '$&', '$1', '\\{', '', ' ', '\u200B', '\u3164', '🌸', '👨‍👩‍👧‍👦', '{~a|b~}', '{> sig}', '#{x}', '$contact.name', 'constructor'),
  fc.string({ maxLength: 8 }),
)

/** Facts of which any may be missing. */
export const facts: fc.Arbitrary<TemplateFacts> = fc
  .record({
    texts: fc.dictionary(fc.constantFrom(...NAMES), hostileValues, { maxKeys: 8 }),
    n: fc.option(fc.double(), { nil: undefined }),
    tags: fc.option(fc.array(hostileValues, { maxLength: 3 }), { nil: undefined }),
    last: fc.option(fc.integer({ min: -1, max: 8.64e15 }), { nil: undefined }),
    lang: fc.constantFrom('', 'en', 'de', 'es', 'nonsense!'),
  })
  .map(({ texts, n, tags, last, lang }) => {
    const values: Values = { ...texts, ...(n !== undefined && { n, 'authority.x': n }), ...(tags && { tags }), ...(last !== undefined && { 'last.at': { ms: last } }) }
    return { values, lang, now: 1_795_521_600_000, timeZone: 'UTC' }
  })
