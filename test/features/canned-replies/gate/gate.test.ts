import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GatePlace, passesGate } from '../../../../src/features/canned-replies/gate/gate'
import { blankReply, type Reply, type ReplyId } from '../../../../src/features/canned-replies/reply'
import { type Filled, fillTemplate } from '../../../../src/features/canned-replies/template/fill-template'
import { neededOf } from '../../../../src/features/canned-replies/template/needed'
import { parseTemplate } from '../../../../src/features/canned-replies/template/parse-template'
import { facts, hostileValues, templates } from '../template/arbitrary-templates'
import { growsWithLength } from '../../../growth'

const RUNS = process.env['REGULARS_LONG'] ? 100_000 : 10_000
const REPLY: GatePlace = { surface: 'reply', limit: 280 }
const DELIMITER = /[{}]|\[\[|\]\]/
const EMPTY_GREETING = /(?:^|\n)[^\S\n]*(?:hi|hello|hey|dear)[^\S\n]+[,!]/i

const LIBRARY: Readonly<Record<string, string>> = { sig: '^{agent|"us"}', self: 'x {> self}', kb: 'see {1|"a page"} for {args}' }
const find = (trigger: string): Reply | undefined => (Object.hasOwn(LIBRARY, trigger) ? { ...blankReply(trigger as ReplyId), body: LIBRARY[trigger] ?? '' } : undefined)

/** The text without what its author escaped on purpose. */
function withoutLiterals({ text, literals }: Filled): string {
  return [...text].length === 0 ? '' : literals.toReversed().reduce((rest, { at, end }) => `${rest.slice(0, at)}\u0001${rest.slice(end)}`, text)
}

describe('whatever the template and whichever facts are missing', () => {
  test('no delimiter comes out, nor a greeting without a name', { timeout: 300_000 }, () => {
    let filledOnes = 0
    const typed = fc.dictionary(fc.constantFrom('first', 'issue', 'note', 'when', 'amount', 'why'), hostileValues).map((answers) => new Map(Object.entries(answers)))
    fc.assert(
      fc.property(templates, facts, typed, fc.nat(), (text, facts, typed, seed) => {
        const filled = fillTemplate(parseTemplate(text), { ...facts, find }, { typed, seed })
        if (!('text' in filled)) {
          expect(filled.gaps.length).toBeGreaterThan(0)
          return
        }
        filledOnes += 1
        expect(withoutLiterals(filled)).not.toMatch(DELIMITER)
        for (const { at, end } of filled.stops) expect(0 <= at && at <= end && end <= filled.text.length).toBe(true)
        const faults = passesGate(filled.text, REPLY, filled.literals)
        if (faults.length === 0) expect(filled.text).not.toMatch(EMPTY_GREETING)
      }),
      { numRuns: RUNS },
    )
    // Not a proof by templates that never fill.
    expect(filledOnes).toBeGreaterThan(RUNS / 10)
  })

  test('what is asked for and then typed leaves no gap', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(templates, facts, fc.nat(), (text, facts, seed) => {
        const template = parseTemplate(text)
        let typed = new Map<string, string>()
        // A way of a conditional may open only after an answer, so it is asked again until nothing is new.
        for (let round = 0; round < 20; round += 1) {
          const asked = neededOf(template, { ...facts, find }, { typed, seed })
          const next = new Map(asked.map(({ name, wants, prompt }) => [name, wants === 'number' ? '3' : wants === 'date' ? '2026-11-30' : (prompt?.choices[0] ?? 'x')]))
          if ([...next.keys()].every((name) => typed.has(name))) break
          typed = new Map([...typed, ...next])
        }
        const filled = fillTemplate(template, { ...facts, find }, { typed, seed })
        if ('gaps' in filled) expect(filled.gaps.map(({ kind }) => kind).filter((kind) => ['variable', 'prompt', 'selection', 'clipboard'].includes(kind))).toEqual([])
      }),
      { numRuns: RUNS / 10 },
    )
  })

  test('a greeting of a template is whole', { timeout: 300_000 }, () => {
    const greeting = fc.constantFrom('Hi {first},', 'Hi[[ {first}]],', 'Hi {first|nick|"there"},', '[[Hi {first}]], thanks', 'Dear {first|""},', '{~Hi|Hello~} {first|handle|"there"}, thanks', 'Hi {if first}{first}{end}, thanks', 'Hi [[{nick}]]!')
    fc.assert(
      fc.property(greeting, facts, (text, facts) => {
        const filled = fillTemplate(parseTemplate(text), facts)
        if ('text' in filled && passesGate(filled.text, REPLY, filled.literals).length === 0) expect(filled.text).not.toMatch(/(?:hi|hello|dear)[^\S\n]+[,!]|dear,/i)
      }),
      { numRuns: RUNS / 10 },
    )
  })
})

describe('the gate', () => {
  const codes = (text: string, place = REPLY): readonly string[] => passesGate(text, place).map(({ code }) => code)

  test.each([
    ['Hi {first}', 'token'], ['see [[x]]', 'token'], ['Hi {{first_name}}', 'token'], ['Hi #{ticket.customer}', 'token'], ['Hi $contact.name', 'token'], ['[[MISSING TOKEN', 'token'], ['{% if x %}', 'token'], ['%clipboard', 'token'],
    ['a { b', 'brace'], ['a } b', 'brace'], ['a [[ b', 'brace'], ['a ]] b', 'brace'],
    ['Hi ,', 'greeting'], ['Hi , thanks', 'greeting'], ['  hello  !', 'greeting'], ['Thanks.\nDear ,', 'greeting'], ['Dear, thanks', 'greeting'], ['Hola , gracias', 'greeting'], ['Hallo ,', 'greeting'], ['Liebe,', 'greeting'], ['Bonjour ,', 'greeting'], ['Estimada:', 'greeting'],
    ['a\u200Bb', 'marker'], ['a $|$ b', 'marker'], ['a %| b', 'marker'],
    ['', 'empty'], [' \n ', 'empty'],
  ])('stops %j for a %s', (text, code) => {
    expect(codes(text)).toContain(code)
  })

  test.each(['Hi, thanks', 'Hi!', 'Bonjour !', 'Oh dear, that is on us.', 'Say hi, please', 'Array[0] and [x]', 'Costs $100', '100 % sure', '¯\\_(ツ)_/¯', 'It is {} no'.replace('{} ', '')])('lets %j pass', (text) => {
    expect(codes(text)).toEqual([])
  })

  test('says where, and lets braces pass that were escaped', () => {
    expect(passesGate('press {Ctrl}', REPLY)).toEqual([{ code: 'token', at: 6, end: 12, found: '{Ctrl}' }])
    const filled = fillTemplate(parseTemplate('press \\{Ctrl\\} {first|"you"}'), { values: {}, lang: 'en', now: 0 }) as Filled
    expect(filled.text).toBe('press {Ctrl} you')
    expect(passesGate(filled.text, REPLY, filled.literals)).toEqual([])
  })

  test('counts as X does in public, and letters in a direct message', () => {
    expect(passesGate('x'.repeat(281), REPLY)).toMatchObject([{ code: 'too long', found: '281' }])
    expect(codes('字'.repeat(140))).toEqual([])
    expect(codes('字'.repeat(141))).toEqual(['too long'])
    expect(codes('字'.repeat(200), { surface: 'dm', limit: 200 })).toEqual([])
  })

  test('takes time that grows with the length alone, for a text that wants to be slow', () => {
    for (const piece of ['{', '[[', '{{', '#{', '$contact.', '{a', 'hi ', '[[a', '{%']) {
      const text = piece.repeat(100_000 / piece.length)
      expect(growsWithLength((text) => passesGate(text, { surface: 'dm', limit: 1e6 }), text), piece).toBe(true)
    }
  })
})
