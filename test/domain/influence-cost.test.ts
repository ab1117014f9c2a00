import { describe, expect, it } from 'vitest'
import { type AccountFacts, influence } from '../../src/domain/influence'

const FULL: AccountFacts = { followers: 8000, following: 600, listed: 300, posts: 12_000, ageDays: 3000, postsSeen: 10, repostsSeen: 60, likesSeen: 350 }
const ROUNDS = 20_000
/** So many plain steps of arithmetic are what one score is measured by: a busy or slow machine slows both. */
const STEPS = 100

/** Ms for one round of each, the best of several turns. In turns, so that whatever else the machine does slows one as well as the other. */
function bestOf<Name extends string>(runs: Readonly<Record<Name, (round: number) => number>>): Record<Name, number> {
  const names = Object.keys(runs) as Name[]
  const turns = Array.from({ length: 10 }, () => names.map((name) => once(runs[name])))
  return Object.fromEntries(names.map((name, place) => [name, Math.min(...turns.map((turn) => turn[place] ?? Infinity))])) as Record<Name, number>
}

function once(run: (round: number) => number): number {
  const start = performance.now()
  let sink = 0
  for (let round = 0; round < ROUNDS; round += 1) sink += run(round)
  const passed = performance.now() - start
  return Number.isNaN(sink) ? Infinity : passed / ROUNDS
}

describe('what a score costs', () => {
  it('is that of a hundred logarithms and less, with weights of one’s own too', () => {
    const { unit, plain, weighed } = bestOf({
      unit: (round) => {
        let sum = 0
        for (let step = 1; step <= STEPS; step += 1) sum += Math.log10(round + step) + Math.exp(-step)
        return sum
      },
      plain: (round) => influence({ ...FULL, followers: round })!.score,
      weighed: (round) => influence({ ...FULL, followers: round }, { lists: 0.5 })!.score,
    })
    expect(plain).toBeLessThan(unit)
    expect(weighed).toBeLessThan(unit)
  })
})
