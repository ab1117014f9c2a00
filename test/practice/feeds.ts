import type { PracticeOptions } from './options.ts'
import { AUTHORED, FIRST_ANSWER, POSTS_PER_PERSON, post } from './posts.ts'
import { chanceOf, wholeOf } from './random.ts'

/** One row of the notifications page: an aggregate of several people, or a post that names us. */
export type Notice =
  | { readonly kind: 'like' | 'repost' | 'follow', readonly id: string, readonly people: readonly number[], readonly post: number }
  | { readonly kind: 'mention', readonly id: string, readonly post: number }

const authored = (personIndex: number, n: number): number => AUTHORED + personIndex * POSTS_PER_PERSON + (n % POSTS_PER_PERSON)

/** The home timeline, as post indices. */
export function homeFeed(options: PracticeOptions): readonly number[] {
  return Array.from({ length: options.posts }, (_, index) => index)
}

/** What a profile shows. */
export function profileFeed(personIndex: number): readonly number[] {
  return Array.from({ length: FIRST_ANSWER }, (_, n) => authored(personIndex, n))
}

/** Answers under a post. */
export function repliesFeed(options: PracticeOptions, postIndex: number): readonly number[] {
  const length = 4 + wholeOf(12, options.seed, postIndex, 81)
  const young = options.now - post(options, postIndex).createdAt < 3_600_000
  return peopleAround(options, postIndex, 82, length).map((index, n) => authored(index, FIRST_ANSWER + (young ? 0 : n % FIRST_ANSWER)))
}

/** Distinct people, drawn by lot around a number; never the brand itself. */
export function peopleAround(options: PracticeOptions, around: number, salt: number, length: number): readonly number[] {
  const chosen = new Set<number>()
  const limit = Math.min(length, options.people - 1)
  for (let n = 0; chosen.size < limit; n += 1) {
    const cast = n < 40 && chanceOf(options.seed, around, salt, n) < 0.25
    chosen.add(1 + wholeOf(cast ? 14 : options.people - 1, options.seed, around, salt, n, 1))
  }
  return [...chosen]
}

/** Posts that match a search: by words among the newest, else drawn by lot. */
export function searchFeed(options: PracticeOptions, query: string): readonly number[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const newest = Array.from({ length: Math.min(options.posts, 400) }, (_, index) => index)
  const found = newest.filter((index) => words.every((word) => post(options, index).text.toLowerCase().includes(word)))
  return found.length > 0 ? found : peopleAround(options, query.length, 83, 30).map((index, n) => authored(index, n % FIRST_ANSWER))
}

/** What a list shows. */
export function listFeed(options: PracticeOptions, id: string): readonly number[] {
  return peopleAround(options, Number(id) || 1, 84, 60).map((index, n) => authored(index, n % FIRST_ANSWER))
}

/** The notifications page, newest first. */
export function notices(options: PracticeOptions): readonly Notice[] {
  const kinds = ['like', 'follow', 'repost', 'like'] as const
  return Array.from({ length: 40 }, (_, n): Notice => {
    if (n % 3 === 1) return { kind: 'mention', id: `mention-${n}`, post: n < 12 ? [1, 3, 7, 10][Math.floor(n / 3)] ?? 1 : authored(peopleAround(options, n, 85, 1)[0] ?? 1, n % FIRST_ANSWER) }
    const many = 1 + wholeOf(10, options.seed, n, 86)
    return { kind: kinds[n % kinds.length] ?? 'like', id: `notice-${n}`, people: peopleAround(options, n, 87, many), post: authored(0, n % FIRST_ANSWER) }
  })
}

/** The people with whom there is a conversation, newest first. */
export function conversationPeople(options: PracticeOptions): readonly number[] {
  return [4, 2, 12, 1, 11, ...peopleAround(options, 7, 88, 25).filter((index) => ![1, 2, 4, 11, 12].includes(index))]
}
