import { type AccountFacts, influence } from '../../src/domain/influence.ts'
import { rounded } from './distribution.ts'
import { type Row, shouldHold } from './row.ts'

const ROUNDS = 200_000
const POSTS = 2_000
/** A bare logarithm and an exponential, which is what a score is made of, some thirty times. */
const STEPS = 30

/** What scores cost in Node, where nothing else runs: one with all facts, and those of a long timeline. */
export function measureInfluence(): readonly Row[] {
  const one = microseconds(ROUNDS, (round) => influence(factsAt(round))?.score ?? 0)
  const bare = microseconds(ROUNDS, bareSteps)
  const timeline = rounded((microseconds(POSTS, (post) => influence(factsAt(post))?.score ?? 0) * POSTS) / 1000)
  return [
    { section: 'influence', what: 'one score with all facts', unit: 'µs', figure: one, baseline: bare, target: shouldHold('< 5 µs', one < 5), note: `baseline: ${STEPS} logarithms and exponentials` },
    { section: 'influence', what: `the scores of ${POSTS.toLocaleString('en')} posts`, unit: 'ms', figure: timeline, target: shouldHold('< 20 ms', timeline < 20) },
  ]
}

function factsAt(round: number): AccountFacts {
  return { followers: round * 7, following: 600, listed: 300, posts: 12_000, ageDays: 3000, postsSeen: 1 + (round % 9), repostsSeen: 60, likesSeen: 350 }
}

function bareSteps(round: number): number {
  let sum = 0
  for (let step = 1; step <= STEPS; step += 1) sum += Math.log10(round + step) + Math.exp(-step)
  return sum
}

function microseconds(rounds: number, run: (round: number) => number): number {
  const start = performance.now()
  let sink = 0
  for (let round = 0; round < rounds; round += 1) sink += run(round)
  if (Number.isNaN(sink)) throw new Error('A score was no number.')
  return rounded(((performance.now() - start) * 1000) / rounds)
}
