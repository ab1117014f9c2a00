/** How a post of somebody's concerns us, the strongest first. */
export const CONCERNS = ['mention', 'brandName', 'passedOn', 'topic'] as const
export type Concern = (typeof CONCERNS)[number]

/** One post that concerns us; `at` is its own time, ms since 1970. Of its words nothing is kept. */
export interface ConcerningPost {
  readonly at: number
  readonly concern: Concern
}

/** The most posts of one person that are kept: the newest. */
export const MOST_CONCERNS = 30

/** The posts of two lists as one: each once, as the second list has it, newest first. */
export function joinConcerns(one: readonly ConcerningPost[] = [], other: readonly ConcerningPost[] = []): readonly ConcerningPost[] {
  const byMoment = new Map([...one, ...other].map((post) => [post.at, post]))
  return [...byMoment.values()].sort((a, b) => b.at - a.at).slice(0, MOST_CONCERNS)
}

/** Words of ours for which posts are looked through. */
export interface TrackedWords {
  /** Our names. */
  readonly names: readonly string[]
  readonly topics: readonly string[]
}

/** What concern the words of a post are; undefined for none. */
export function concernOf(text: string, { names, topics }: TrackedWords): Concern | undefined {
  const folded = text.toLowerCase()
  const has = (word: string): boolean => folded.includes(word.toLowerCase())
  if (names.some(has)) return 'brandName'
  return topics.some(has) ? 'topic' : undefined
}
