import { passesGate } from '../../src/features/canned-replies/gate/gate.ts'
import { searchReplies } from '../../src/features/canned-replies/search/search-replies.ts'
import { valuesFor } from '../../src/features/canned-replies/template/facts.ts'
import { fillTemplate } from '../../src/features/canned-replies/template/fill-template.ts'
import { parseTemplate } from '../../src/features/canned-replies/template/parse-template.ts'
import { distributionOf } from './distribution.ts'
import { libraryOf, QUERIES } from './reply-library.ts'
import { type Row, shouldHold } from './row.ts'

const NOW = Date.UTC(2026, 10, 24)
const BODY = '{~Hi|Hello~} {first|"there"}, sorry about your {issue|"trouble"}[[ -- {cause}]]. {if contacts > 1}Again, {end}it will be right by {today+2d:long}[[, says {agent}]]. {n} {n:plural one "day" other "days"}.'
const VALUES = valuesFor({ name: 'Grace Hopper', contacts: 3, agent: 'Mia', more: { n: 2, cause: 'the weather' } }, NOW)
const PLACE = { surface: 'reply', limit: 280 } as const
const ROUNDS = 200
/** What costs the parser most for its length. */
const HOSTILE = ['{first}', '[[a {b}', '{~a|b~}', '{if first}a{end}', '{"', '{{', '\\{']

/** What canned replies cost in Node, whose engine is Chromium's: reading and filling one, searching a library, and reading a template that wants to be slow. */
export function measureReplies(): readonly Row[] {
  const template = parseTemplate(BODY)
  const fill = timesOf(ROUNDS * 5, (seed) => fillTemplate(template, { values: VALUES, lang: 'en', now: NOW }, { seed }))
  const whole = timesOf(ROUNDS * 5, (seed) => readFillAndGate(seed))
  const bare = timesOf(ROUNDS * 5, () => BODY.replaceAll('{first}', 'Grace'))
  const hostile = HOSTILE.flatMap((piece) => timesOf(5, () => parseTemplate(piece.repeat(100_000 / piece.length))))
  return [
    rowOf('filling one reply', fill, 0.2, distributionOf(bare)),
    rowOf('reading, filling and gating one reply', whole, 0.2, distributionOf(bare)),
    ...searchRows(1_000, 10),
    ...searchRows(10_000, 50),
    rowOf('reading a hostile template of 100 kB', hostile, 50),
  ]
}

function searchRows(size: number, limit: number): readonly Row[] {
  const library = libraryOf(size)
  const start = performance.now()
  searchReplies(library, 'first of all', { now: NOW })
  const cold = performance.now() - start
  const texts = library.map(({ title, body }) => `${title} ${body}`.toLowerCase())
  const times = timesOf(ROUNDS, (round) => searchReplies(library, QUERIES[round % QUERIES.length] ?? '', { now: NOW, surface: 'reply', languages: ['de'], tags: ['refund'] }))
  const bare = timesOf(ROUNDS, (round) => texts.filter((text) => text.includes(QUERIES[round % QUERIES.length] ?? '')))
  const row = rowOf(`searching ${size.toLocaleString('en')} replies`, times, limit, distributionOf(bare))
  return [{ ...row, note: `baseline: a bare includes; the first search, which folds every word: ${Math.round(cold)} ms` }]
}

function readFillAndGate(seed: number): unknown {
  const filled = fillTemplate(parseTemplate(BODY), { values: VALUES, lang: 'en', now: NOW }, { seed })
  return 'text' in filled ? passesGate(filled.text, PLACE, filled.literals) : filled
}

function rowOf(what: string, times: readonly number[], limit: number, baseline?: Row['figure']): Row {
  const figure = distributionOf(times)
  return { section: 'replies', what, unit: 'ms', figure, ...(baseline !== undefined && { baseline }), target: shouldHold(`p95 < ${limit} ms`, figure.p95 < limit) }
}

function timesOf(rounds: number, run: (round: number) => unknown): readonly number[] {
  return Array.from({ length: rounds }, (_none, round) => {
    const start = performance.now()
    run(round)
    return performance.now() - start
  })
}
