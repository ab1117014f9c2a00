import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type AccountFacts, influence } from '../../src/domain/influence'
import { areaUnderCurve } from './auc'

/** Human judgements of who of two accounts carries further: read where it lies, never copied. */
const JUDGED = new URL('../../../shared/influence/dev.csv', import.meta.url)
/** The file's floor for daily rates. */
const FLOOR = 0.1005034
const PUBLIC = ['follower_count', 'following_count', 'listed_count', 'mentions_received', 'retweets_received', 'mentions_sent', 'retweets_sent', 'posts'] as const

type Row = Readonly<Record<string, number>>
type Side = 'A' | 'B'

function readPairs(): readonly Row[] {
  const [head = '', ...lines] = readFileSync(JUDGED, 'utf8').trim().split(/\r?\n/)
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [names[at]!, Number(value)])))
}

function factsOf(row: Row, side: Side): AccountFacts {
  const postsPerDay = Math.max(0, row[`${side}_posts`]! - FLOOR)
  return {
    followers: row[`${side}_follower_count`],
    following: row[`${side}_following_count`],
    listed: row[`${side}_listed_count`],
    postsPerDay,
    repostsSeen: Math.max(0, row[`${side}_retweets_received`]! - FLOOR),
    postsSeen: Math.max(postsPerDay, 1e-9),
  }
}

describe.skipIf(!existsSync(JUDGED))('against human judgements, where ../shared/influence/dev.csv is at hand', () => {
  const rows = existsSync(JUDGED) ? readPairs() : []
  const area = (worth: (row: Row, side: Side) => number) =>
    areaUnderCurve(rows.map((row) => ({ difference: worth(row, 'A') - worth(row, 'B'), isFirst: row['Choice'] === 1 })))
  /** Lists were not yet rare when these were judged. */
  const z = (facts: AccountFacts) => influence(facts, { listFactor: 1 })!.z
  const ranksOf = (column: string): ((value: number) => number) => {
    const sorted = rows.flatMap((row) => [row[`A_${column}`]!, row[`B_${column}`]!]).sort((one, other) => one - other)
    const place = new Map(sorted.map((value, at) => [value, at]))
    return (value) => place.get(value)!
  }

  const full = area((row, side) => z(factsOf(row, side)))

  it('puts pairs in the judges’ order with all facts, and nearly as well without lists', () => {
    expect(full).toBeGreaterThanOrEqual(0.86)
    expect(area((row, side) => z({ ...factsOf(row, side), listed: undefined }))).toBeGreaterThanOrEqual(0.854)
  })

  it('does so better than followers alone, lists alone, and the mean of the ranks of all counts', () => {
    const ranks = PUBLIC.map((column) => [column, ranksOf(column)] as const)
    const meanRank = area((row, side) => ranks.reduce((sum, [column, rank]) => sum + rank(row[`${side}_${column}`]!), 0))
    const twoRanks = area((row, side) => ranks.filter(([column]) => /follower|listed/.test(column)).reduce((sum, [column, rank]) => sum + rank(row[`${side}_${column}`]!), 0))
    const alone = (column: string) => area((row, side) => Math.log10(row[`${side}_${column}`]! + 1))
    const others = { followers: alone('follower_count'), lists: alone('listed_count'), meanRank, twoRanks }
    expect(others.followers, 'or nothing was compared').toBeGreaterThan(0.8)
    for (const [name, other] of Object.entries(others)) expect(full, name).toBeGreaterThan(other)
  })
})

it('measures an order', () => {
  expect(areaUnderCurve([1, 2, 3].map((difference) => ({ difference, isFirst: difference > 1 })))).toBe(1)
  expect(areaUnderCurve([{ difference: 0, isFirst: true }, { difference: 0, isFirst: false }])).toBe(0.5)
})
