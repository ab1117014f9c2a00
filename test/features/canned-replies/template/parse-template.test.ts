import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTemplate } from '../../../../src/features/canned-replies/template/parse-template'
import { ERRORS, type Part } from '../../../../src/features/canned-replies/template/template'
import { everyPart } from '../../../../src/features/canned-replies/template/walk'
import { templates } from './arbitrary-templates'
import { growsWithLength } from '../../../growth'

/** Every error as its code and the words that an editor would underline. */
function errorsIn(text: string): readonly (readonly [string, string])[] {
  return parseTemplate(text).errors.map(({ code, at, end }) => [code, text.slice(at, end)])
}

describe('an error', () => {
  test.each([
    ['Hi {first', 'unclosed', '{first'],
    ['Hi {first\nand more}', 'unclosed', '{first'],
    ['a {first {nick}', 'unclosed', '{first '],
    ['{"never', 'unclosed', '{"never'],
    ['a [[ b', 'unclosed', '[['],
    ['{if first} b', 'unclosed', '{if first}'],
    ['{~a|b', 'unclosed', '{~'],
    ['[[ {if first} ]]', 'unclosed', '{if first}'],
    ['Hi first}', 'unopened', '}'],
    ['a ]] b', 'unopened', ']]'],
    ['{else}', 'unopened', '{else}'],
    ['{end}', 'unopened', '{end}'],
    ['a ~} b', 'unopened', '~}'],
    ['{if first}{else}{else}{end}', 'unopened', '{else}'],
    ['Hi {{to.first_name}}', 'foreign', '{{to.first_name}}'],
    ['{{#if x}}', 'foreign', '{{#if x}}'],
    ['{{{ name }}}', 'foreign', '{{{ name }}}'],
    ['{% if x %}', 'foreign', '{% if x %}'],
    ['{}', 'empty', '{}'],
    ['{ }', 'empty', '{ }'],
    ['{first nick}', 'syntax', 'nick'],
    ['{first|}', 'syntax', '}'],
    ['{"there"}', 'syntax', '{"there"}'],
    ['{today+2x}', 'syntax', 'x'],
    ['{fisrt}', 'unknown variable', 'fisrt'],
    ['Hi {first|fisrt}', 'unknown variable', 'fisrt'],
    ['{if fisrt}x{end}', 'unknown variable', 'fisrt'],
    ['{today:longer}', 'unknown format', 'longer'],
    ['{first:plural one "a" other "b"}', 'unknown format', 'plural'],
    ['{n:long}', 'unknown format', 'long'],
    ['{?why:choise "a"}', 'unknown prompt', 'choise'],
    ['{?n:number minimum=1}', 'unknown prompt', 'minimum'],
    ['{if first <}x{end}', 'test', '}'],
    ['{if first < 3}x{end}', 'test', '3'],
    ['{if n = "3"}x{end}', 'test', '"3"'],
    ['{if n is three}x{end}', 'test', 'three'],
    ['{if first is 3}x{end}', 'test', '3'],
    ['{if (first}x{end}', 'test', '}'],
    ['{if has VIP}x{end}', 'test', 'VIP'],
    ['{n:plural one "day"}', 'forms', 'plural'],
    ['{n:plural one}', 'forms', 'one'],
    [`${'[['.repeat(25)}x${']]'.repeat(25)}`, 'depth', '[['],
    [`{if ${'('.repeat(30)}first${')'.repeat(30)}}x{end}`, 'depth', '('],
  ])('in %j is %s at %j', (text, code, words) => {
    expect(errorsIn(text)[0]).toEqual([code, words])
  })

  test('of every kind has its case above', () => {
    expect(ERRORS.filter((code) => !['unknown reply', 'cycle'].includes(code))).toEqual(['unclosed', 'unopened', 'foreign', 'empty', 'syntax', 'unknown variable', 'unknown format', 'unknown prompt', 'test', 'forms', 'depth'])
  })

  test('does not hide what comes after it', () => {
    expect(errorsIn('{fisrt} {nick} {lsat}\n{first').map(([code]) => code)).toEqual(['unknown variable', 'unknown variable', 'unclosed'])
  })
})

describe('a template without errors', () => {
  test.each([
    '{first|nick|"there"}', '{today+2d:long}', '{n} {n:plural one "day" other "days"}', '[[ -- {cause}]]', '{~Hi|Hello~}', '{~{first|"you"}|[[{nick}]]~}', '{|}', '{1|it\'s "quoted}', '{1}', '{1|"one"}', '{args}',
    '{?amount:number min=0 max=authority.goodwill}', '{?reason:choice "late","lost"}', '{?when:date}', '{?note:text* }', '{?amount:number} {amount:currency EUR} {if amount > 3}x{end}', '{> trigger}', '{>/kb a b}', '{pref.flavour}',
    '{if not (first and has tag "VIP") or lang in list "de","es"}a{else if n >= -1.5}b{else}c{end}', 'a | b ~ c [d] ] [ \\ \\{ \\} \\| {{ }}', '"quoted" isn\'t {first|"a \\"b\\" }"}', '{if surface is not dm}x{end}',
  ])('%s', (text) => {
    expect(errorsIn(text)).toEqual([])
  })

  test('knows where each of its pieces stands', () => {
    const text = 'Hi {first|"there"}[[ -- {cause}]] \\{ {~a|b~}{?why:text}'
    expect([...everyPart(parseTemplate(text).parts)].map((part) => [part.kind, text.slice(part.at, part.end)])).toEqual([
      ['text', 'Hi '], ['value', '{first|"there"}'], ['optional', '[[ -- {cause}]]'], ['text', ' -- '], ['value', '{cause}'], ['text', ' '], ['text', '\\{'], ['text', ' '], ['either', '{~a|b~}'], ['text', 'a'], ['text', 'b'], ['prompt', '{?why:text}'],
    ])
  })
})

test('whatever the text, nothing is thrown, and every place lies within it', () => {
  fc.assert(
    fc.property(fc.oneof(templates, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
      const { parts, errors } = parseTemplate(text)
      for (const { at, end } of [...everyPart(parts), ...errors]) expect(0 <= at && at <= end && at <= text.length && end <= text.length + 1).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

/** Pieces that a careless parser reads again and again. */
const HOSTILE = ['{', '[[', '{{', '{a', '{"', '{~', '{~a|', '{if first}', '{1|', '{?', '{first|', '\\', '"{', ']]', '~}', '{{a', '{%', '{if (', '{if not ', '[[{~', '{n:plural one "', '{> a', '{|', 'x', ' ', '[[a {b}', '|', '{first}', '{~a|b~}', '{if first}a{end}', '[[{first}]] ', '\\{', '{n:plural one "a" other "b"}', '{{ ', '{first|"a"}', '{?a:text}']

describe('a hostile template of 100 kB', () => {
  test.each(HOSTILE)('of %j is read in time that grows with its length alone', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000)
    expect(growsWithLength(parseTemplate, text)).toBe(true)
  })

  test('within one tag, too', () => {
    for (const inside of ['first|', 'not ', '"', 'a.', '1 ', '(', 'first and ', '\\"', '"a" ']) {
      for (const start of ['{', '{if ', '{?x:choice ', '{n:plural ', '{> ', '{1|']) {
        // Both lengths are closed: an open tag is left early, and a short one takes no time at all.
        const parse = (text: string): unknown => parseTemplate(`${start}${text}}`)
        expect(growsWithLength(parse, inside.repeat(100_000 / inside.length)), start + inside).toBe(true)
      }
    }
  })
})

test('an alternation ends where it is closed, and a bar elsewhere is a bar', () => {
  const [either] = parseTemplate('{~a|[[b|c]]|{~d|e~}~}').parts as [Part & { kind: 'either' }]
  expect(either.choices.map((choice) => choice.map(({ kind }) => kind))).toEqual([['text'], ['optional'], ['either']])
})
