import { describe, expect, test } from 'vitest'
import { passesGate } from '../../../../src/features/canned-replies/gate/gate'
import { weightedLength } from '../../../../src/features/canned-replies/length/weighted-length'
import { blankReply, type Reply, type ReplyId } from '../../../../src/features/canned-replies/reply'
import { argsOf, type Choices, type TemplateFacts, type Values, valuesFor } from '../../../../src/features/canned-replies/template/facts'
import { fillTemplate } from '../../../../src/features/canned-replies/template/fill-template'
import { neededOf } from '../../../../src/features/canned-replies/template/needed'
import { parseTemplate } from '../../../../src/features/canned-replies/template/parse-template'

const NOW = Date.UTC(2026, 10, 24, 12)
const GRACE = valuesFor({ name: 'Grace Hopper', handle: 'grace_h', brand: 'Acme Air', agent: 'Mia', tags: ['VIP'] }, NOW)

function fill(text: string, values: Values = {}, { lang = 'en', find, ...choices }: Choices & Partial<TemplateFacts> = {}) {
  return fillTemplate(parseTemplate(text), { values, lang, now: NOW, timeZone: 'UTC', find }, choices)
}

function textOf(text: string, values: Values = {}, more: Choices & Partial<TemplateFacts> = {}): string {
  const filled = fill(text, values, more)
  return 'text' in filled ? filled.text : `missing ${filled.gaps.map(({ name }) => name).join()}`
}

function typed(answers: Readonly<Record<string, string>>): Choices {
  return { typed: new Map(Object.entries(answers)) }
}

function library(bodies: Readonly<Record<string, string | Partial<Reply>>>): TemplateFacts['find'] {
  return (trigger) => {
    const held = bodies[trigger]
    return held === undefined ? undefined : { ...blankReply(trigger as ReplyId), ...(typeof held === 'string' ? { body: held } : held) }
  }
}

describe('the reply of 2008', () => {
  const template = 'Sorry to hear about your {issue|"flight"}[[ -- {cause}]]. Hope you give us a 2nd chance to prove that {brand} = Awesomeness[[, {first}]].'
  const SOUTHWEST = 'Sorry to hear about your flight -- weather was terrible in the NE. Hope you give us a 2nd chance to prove that Southwest = Awesomeness.'

  test('comes out of one template with optional parts, is 135 long, and fits', () => {
    const text = textOf(template, { cause: 'weather was terrible in the NE', brand: 'Southwest' })
    expect(text).toBe(SOUTHWEST)
    expect(weightedLength(text)).toBe(135)
    expect(passesGate(text, { surface: 'reply', limit: 280 })).toEqual([])
  })

  test('is whole without the cause', () => {
    expect(textOf(template, { brand: 'Southwest' })).toBe('Sorry to hear about your flight. Hope you give us a 2nd chance to prove that Southwest = Awesomeness.')
  })
})

describe('a variable', () => {
  test('is filled, falls back along its chain, and is named where nothing is left', () => {
    expect(textOf('Hi {first}, is {handle} you?', GRACE)).toBe('Hi Grace, is @grace_h you?')
    expect(textOf('Hi {first|nick|"there"}!', valuesFor({ name: '🌸🌸' }, NOW))).toBe('Hi there!')
    expect(fill('{first}, about {issue}: {issue}')).toMatchObject({ gaps: [{ name: 'first' }, { name: 'issue' }] })
  })

  test('takes what was typed for it, and only where no fact is there', () => {
    expect(textOf('{first}: {issue}', GRACE, typed({ issue: ' the late parcel ', first: 'Nobody' }))).toBe('Grace: the late parcel')
  })

  test('takes no value from the prototype of anything', () => {
    for (const name of ['field.__proto__', 'pref.constructor', 'case.toString']) expect(textOf(`{${name}}`)).toBe(`missing ${name}`)
  })

  test('that looks like a template neither expands nor blocks', () => {
    expect(textOf('Hi {first}: {issue}', { first: 'B{handle}b', handle: '@x', issue: '{first} [[x]] $& $1 \\{' })).toBe('Hi B(handle)b: (first) [x] $& $1 \\(')
  })

  test('is blank for names of emoji or of nothing that can be seen', () => {
    for (const first of ['🌸', '\u200B', ' \u2060 ', '\u3164', '!']) expect(textOf('Hi {first|"there"}', { first })).toBe('Hi there')
  })
})

describe('an optional part', () => {
  test('vanishes with what is blank in it, and mends the seam', () => {
    expect(textOf('Thanks[[ , {first}]]!')).toBe('Thanks!')
    expect(textOf('Hi [[{first} ]]there')).toBe('Hi there')
    expect(textOf('Hi [[{first}]], thanks')).toBe('Hi, thanks')
    expect(textOf('Sorry, [[{first}]]. We are on it.')).toBe('Sorry. We are on it.')
    expect(textOf('[[{first}, ]]thanks!')).toBe('thanks!')
    expect(textOf('[[{first}]], thanks!')).toBe('thanks!')
    expect(textOf('We saw it ([[{issue}]]) today')).toBe('We saw it today')
    expect(textOf('One.\n\n[[{issue}]]\n\nTwo.')).toBe('One.\n\nTwo.')
    expect(textOf('Thanks, [[{first}]]')).toBe('Thanks')
  })

  test('stays where everything in it is there, and nests', () => {
    expect(textOf('a[[ b {first}[[ c {issue}]]]] d', GRACE)).toBe('a b Grace d')
    expect(textOf('a[[ b {first}[[ c {handle}]]]] d', GRACE)).toBe('a b Grace c @grace_h d')
  })
})

describe('a conditional', () => {
  const values = { ...GRACE, sentiment: -0.5, surface: 'dm', contacts: 3 }
  test.each([
    ['sentiment<0', true], ['sentiment > 0', false], ['sentiment <= -0.5', true], ['contacts = 3', true], ['contacts != 3', false],
    ['surface is DM', true], ['surface is not "dm"', false], ['surface = "DM"', false], ['has tag "vip"', true], ['tags has tag other', false],
    ['surface in list "dm","reply"', true], ['first', true], ['issue', false], ['not issue and first', true], ['issue or (first and not not contacts > 2)', true],
    ['lifecycle is "new"', false], ['not lifecycle is "new"', true],
  ])('{if %s} is %s', (test, expected) => {
    expect(textOf(`{if ${test}}yes{else}no{end}`, values)).toBe(expected ? 'yes' : 'no')
  })

  test('has further ways, and leaves no seam where none is taken', () => {
    expect(textOf('{if contacts = 1}a{else if contacts = 3}b{else}c{end}', values)).toBe('b')
    expect(textOf('Hi {if contacts = 1}again {end}Grace {if issue}about {issue}{end}.', values)).toBe('Hi Grace.')
  })

  test('asks only for what the way taken needs', () => {
    expect(fill('{if surface is dm}{cause}{else}{issue}{end}', values)).toMatchObject({ gaps: [{ name: 'cause' }] })
  })
})

describe('numbers, dates and plurals', () => {
  test('are written in the language of the reply', () => {
    expect(textOf('{n} {n:plural one "day" other "days"}', { n: 1 })).toBe('1 day')
    expect(textOf('{n:plural one "# Tag" other "# Tage"}', { n: 1200 }, { lang: 'de' })).toBe('1.200 Tage')
    expect(textOf('{n:plural =0 "none" one "one" few "# dny" other "# dní"}', { n: 3 }, { lang: 'cs' })).toBe('3 dny')
    expect(textOf('{n:plural =0 "none" other "#"}', { n: 0 })).toBe('none')
    expect(textOf('{today+2d:long}', {}, { lang: 'en' })).toBe('November 26, 2026')
    expect(textOf('{today+2d:long}', {}, { lang: 'de' })).toBe('26. November 2026')
    expect(textOf('{today+2d:rel}', {}, { lang: 'es' })).toBe('pasado mañana')
    expect(textOf('{last.at:rel}', { 'last.at': { ms: NOW - 3 * 86_400_000 } })).toBe('3 days ago')
    expect(textOf('{today+3m:day}', {})).toBe('February 24')
    expect(textOf('{authority.goodwill:currency EUR}', { 'authority.goodwill': 12.5 }, { lang: 'de' })).toBe('12,50\u00A0€')
    expect(textOf('{n:number}', { n: 1234 }, { lang: 'not a language' })).toBe('1,234')
  })
})

describe('an alternation', () => {
  test('is decided by the seed, and every choice comes out', () => {
    const greeting = (seed: number): string => textOf('{~Hi|Hello|Hey~} Grace', {}, { seed })
    expect(greeting(5)).toBe(greeting(5))
    expect(new Set(Array.from({ length: 50 }, (_none, seed) => greeting(seed)))).toEqual(new Set(['Hi Grace', 'Hello Grace', 'Hey Grace']))
  })

  test('takes no choice twice with the same person, then the least recent, and says when all were used', () => {
    const past = [{ picks: [0], here: true }, { picks: [2], here: true }]
    for (let seed = 0; seed < 20; seed += 1) expect(fill('{~Hi|Hello|Hey~}', {}, { seed, past })).toMatchObject({ text: 'Hello', picks: [1], repeats: false })
    const all = [{ picks: [1], here: true }, ...past]
    for (let seed = 0; seed < 20; seed += 1) expect(fill('{~Hi|Hello|Hey~}', {}, { seed, past: all })).toMatchObject({ text: 'Hello', repeats: true })
    const elsewhere = [{ picks: [0], here: false }, { picks: [1], here: false }]
    expect(fill('{~Hi|Hello|Hey~}', {}, { past: elsewhere })).toMatchObject({ text: 'Hey', repeats: false })
  })
})

describe('prompts', () => {
  test('are asked for in order, optional ones too, with what variables miss', () => {
    const template = parseTemplate('{?amount:number* min=0 max=authority.goodwill default=5} {issue} [[ because {?reason:choice "late","lost"}]] {first}')
    const facts = { values: { ...GRACE, 'authority.goodwill': 20 }, lang: 'en', now: NOW }
    expect(neededOf(template, facts).map(({ name, kind, required }) => [name, kind, required])).toEqual([['amount', 'prompt', true], ['issue', 'variable', true], ['reason', 'prompt', false]])
    expect(neededOf(template, facts, typed({ issue: 'x', amount: '3' })).map(({ name }) => name)).toEqual(['amount', 'issue', 'reason'])
  })

  test('keep to their limits, their choices and their kind', () => {
    const amount = '{?amount:number* min=0 max=authority.goodwill}'
    const values = { 'authority.goodwill': 20 }
    expect(textOf(amount, values)).toBe('missing amount')
    expect(textOf(amount, values, typed({ amount: '21' }))).toBe('missing amount')
    expect(textOf(amount, values, typed({ amount: '20' }))).toBe('20')
    expect(textOf('so {?reason:choice "late","lost"}', {}, typed({ reason: 'rude' }))).toBe('missing reason')
    expect(textOf('so {?reason:choice "late","lost"}.')).toBe('so.')
    expect(textOf('by {?when:date*}', {}, typed({ when: '2026-12-01' }))).toBe('by December 1, 2026')
    expect(textOf('{?n:number default=2} {if n > 1}many{else}one{end}, {n:plural one "day" other "days"}')).toBe('2 many, days')
  })
})

describe('cursor stops', () => {
  test('stand where Tab goes, the final one last, and leave no sign behind', () => {
    expect(fill('Hi {2|two} and {|}and {1|one}.')).toMatchObject({ text: 'Hi two and and one.', stops: [{ number: 1, at: 15, end: 18 }, { number: 2, at: 3, end: 6 }, { number: 0, at: 11, end: 11 }] })
  })
})

describe('a reply in a reply', () => {
  test('is filled with the same facts, in the same language', () => {
    expect(textOf('Hi {first}. {> sig}', GRACE, { find: library({ sig: '^{agent}' }) })).toBe('Hi Grace. ^Mia')
    expect(textOf('{> bye}', {}, { lang: 'de-AT', find: library({ bye: { body: 'Bye', lang: 'en', langs: { de: ['Tschüs'] } } }) })).toBe('Tschüs')
    expect(fill('{> bye}', {}, { lang: 'es', find: library({ bye: { body: 'Bye', lang: 'en' } }) })).toMatchObject({ gaps: [{ kind: 'other language' }] })
  })

  test('in a circle, too deep or unknown is named', () => {
    expect(fill('{> a}', {}, { find: library({ a: '{> b}', b: '{> a}' }) })).toMatchObject({ gaps: [{ kind: 'cycle', name: 'a > b > a' }] })
    expect(fill('{> r1}', {}, { find: (trigger) => ({ ...blankReply('x' as ReplyId), body: `{> r${Number(trigger.slice(1)) + 1}}` }) })).toMatchObject({ gaps: [{ kind: 'depth' }] })
    expect(fill('{> nowhere}')).toMatchObject({ gaps: [{ kind: 'unknown reply', name: 'nowhere' }] })
  })

  test('that would grow without end is stopped', () => {
    const bomb = library({ a: '{> b}'.repeat(100), b: '{> c}'.repeat(100), c: 'x'.repeat(1_000) })
    expect(fill('{> a}', {}, { find: bomb })).toHaveProperty('gaps')
  })

  test('takes words of its own', () => {
    expect(textOf('{> kb shipping "next day"}', {}, { find: library({ kb: 'see {1}/{2} ({args}) {3|"-"}' }) })).toBe('see shipping/next day (shipping "next day") -')
    expect(textOf('see {1}', argsOf('shipping delay'))).toBe('see shipping')
  })
})
