import type { Concern, ConcerningPost } from '../../domain/concern'

/** How much somebody talks with us and of what concerns us: 0 to 100, and the counts that explain it. */
export interface Relevance {
  readonly score: number
  readonly counts: Readonly<Record<Concern, number>>
  /** Over so many days do the counts reach. */
  readonly days: number
  /** Own posts of theirs that passed us. */
  readonly postsSeen: number
}

const DAY = 86_400_000
const HALF_LIFE = 30 * DAY
const WEIGHTS: Readonly<Record<Concern, number>> = { mention: 1, brandName: 0.7, passedOn: 0.5, topic: 0.3 }

/**
 * A definition, not a fit: 100 · (0.75 · (1 − e^(−M/2)) + 0.25 · min(1, 2T)), where M is the weight of the posts that concern us, halved every
 * thirty days, and T their share among the posts that passed us. Others may have passed unseen, so it is the least that it can be.
 */
export function relevanceOf(posts: readonly ConcerningPost[], postsSeen: number, now: number): Relevance {
  const age = ({ at }: ConcerningPost): number => Math.max(0, now - at)
  const weight = posts.reduce((sum, post) => sum + WEIGHTS[post.concern] * 2 ** (-age(post) / HALF_LIFE), 0)
  const seen = Math.max(postsSeen, posts.length)
  const share = (posts.length + 0.5) / (seen + 5)
  const score = 100 * (0.75 * (1 - Math.exp(-weight / 2)) + 0.25 * Math.min(1, 2 * share))
  const count = (concern: Concern): number => posts.filter((post) => post.concern === concern).length
  return {
    score,
    counts: { mention: count('mention'), brandName: count('brandName'), passedOn: count('passedOn'), topic: count('topic') },
    days: Math.ceil(Math.max(0, ...posts.map(age)) / DAY),
    postsSeen: seen,
  }
}

/** One number where one order is needed: the geometric mean, so that neither part makes up for the other. Shown with both, always. */
export function priorityOf(influence: number, relevance: number): number {
  return Math.sqrt(influence * relevance)
}
