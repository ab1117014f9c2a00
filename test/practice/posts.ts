import { hostileText } from './hostile.ts'
import type { PracticeOptions } from './options.ts'
import { person, type Person } from './people.ts'
import { chanceOf, logNormalOf, pickOf, wholeOf } from './random.ts'
import { STORY_POSTS, type StoryPost } from './story-posts.ts'
import { BRAND_TEXTS, CITIES, LONG_TAIL, REPLY_TEXTS, TEXTS } from './texts.ts'

/** What X counts under a post. */
export interface PostCounts {
  readonly replies: number
  readonly reposts: number
  readonly likes: number
  readonly bookmarks: number
  readonly views: number
}

/** A made-up post. `author`, `repostedBy` are places in the pool of people, `quote` is the index of another post. */
export interface Post {
  readonly index: number
  readonly id: string
  readonly author: number
  readonly createdAt: number
  readonly text: string
  readonly lang: string
  readonly counts: PostCounts
  readonly repostedBy: number | undefined
  readonly quote: number | undefined
  readonly promoted: boolean
  readonly picture: boolean
  /** The picture is a film's first frame. */
  readonly video: boolean
}

/** Below it: the home timeline. From it on: twenty posts for every person, at AUTHORED + 20 * person + n. */
export const AUTHORED = 1_000_000
export const POSTS_PER_PERSON = 20
/** Of each person's posts, those from this one on are answers to others. */
export const FIRST_ANSWER = 10

type World = Pick<PracticeOptions, 'seed' | 'people' | 'hostile' | 'now'>

const SNOWFLAKE_EPOCH = 1_288_834_974_657n
const INDEX_BITS = 22n

/** An id in X's manner: its upper bits tell when the post was written; ours hide the index in the lower ones. */
export function snowflake(createdAt: number, index: number): string {
  return String(((BigInt(createdAt) - SNOWFLAKE_EPOCH) << INDEX_BITS) + BigInt(index))
}

/** The index of the post with this id. */
export function postIndexOfId(id: string): number {
  return /^\d{6,20}$/.test(id) ? Number(BigInt(id) & ((1n << INDEX_BITS) - 1n)) : Number.NaN
}

function storyPost(world: World, index: number, story: StoryPost): Post {
  const [replies, reposts, likes, bookmarks, views] = story.counts
  const createdAt = world.now - story.minutesAgo * 60_000 - 7000
  return {
    index, id: snowflake(createdAt, index), author: story.author, createdAt, text: story.text, lang: story.lang,
    counts: { replies, reposts, likes, bookmarks, views }, repostedBy: story.repostedBy, quote: story.quote,
    promoted: story.promoted ?? false, picture: story.picture ?? false, video: false,
  }
}

/** Whether the post at this index answers another one. */
const isAnswer = (index: number): boolean => index >= AUTHORED && index % POSTS_PER_PERSON >= FIRST_ANSWER

function ageInMinutes(seed: number, index: number): number {
  if (index < AUTHORED) return 270 + (index - STORY_POSTS.length) * 2.6
  const n = index % POSTS_PER_PERSON
  return isAnswer(index) ? 1 + (n - FIRST_ANSWER) * 4 + wholeOf(3, seed, index, 61) : 30 + n * 1700 + wholeOf(1600, seed, index, 61)
}

function authorOf(world: World, index: number): number {
  if (index >= AUTHORED) return Math.floor((index - AUTHORED) / POSTS_PER_PERSON)
  const cast = chanceOf(world.seed, index, 41) < 0.12
  return 1 + wholeOf(cast ? 14 : Math.max(1, world.people - 1), world.seed, index, 42)
}

const languageOf = (author: Person): string => (TEXTS[author.lang] ? author.lang : 'en')

function textOf(world: World, index: number, author: Person): string {
  const { seed } = world
  if (author.index === 0) return BRAND_TEXTS[index % BRAND_TEXTS.length] ?? ''
  const texts = isAnswer(index) ? REPLY_TEXTS : TEXTS[languageOf(author)] ?? TEXTS.en ?? []
  if (!isAnswer(index) && chanceOf(seed, index, 43) < 0.05) return ''
  const text = pickOf(texts, seed, index, 44)
    .replace('{flight}', `NW${100 + wholeOf(800, seed, index, 45)}`)
    .replaceAll('{place}', pickOf(CITIES, seed, index, 46))
    .replace('{code}', `NW${(46_656 + wholeOf(1_632_960, seed, index, 47)).toString(36).toUpperCase()}`)
  const full = !isAnswer(index) && chanceOf(seed, index, 48) < 0.06 ? `${text}\n\n${LONG_TAIL.join(' ')}` : text
  return world.hostile ? hostileText(seed, index, full) : full
}

function countsOf(seed: number, index: number, followers: number): PostCounts {
  const views = Math.round(40 + logNormalOf(Math.max(60, followers * 0.4), 1.1, seed, index, 51))
  const part = (share: number, key: number): number => Math.floor(views * share * chanceOf(seed, index, key) ** 2)
  return { replies: part(0.01, 52), reposts: part(0.008, 53), likes: part(0.05, 54), bookmarks: part(0.004, 55), views }
}

/** The post at one index: the same for the same options and index, always. */
export function post(world: World, index: number): Post {
  const story = world.hostile ? undefined : STORY_POSTS[index]
  if (story) return storyPost(world, index, story)
  const { seed } = world
  const author = person(world, authorOf(world, index))
  const ordinary = index < AUTHORED
  const createdAt = Math.floor((world.now - ageInMinutes(seed, index) * 60_000) / 1000) * 1000
  const text = textOf(world, index, author)
  return {
    index, id: snowflake(createdAt, index), author: author.index, createdAt, text, lang: text === '' ? '' : isAnswer(index) ? 'en' : languageOf(author),
    counts: countsOf(seed, index, author.followers),
    repostedBy: ordinary && chanceOf(seed, index, 62) < 0.12 ? 1 + wholeOf(world.people - 1, seed, index, 63) : undefined,
    quote: !isAnswer(index) && chanceOf(seed, index, 64) < 0.14 ? wholeOf(STORY_POSTS.length - 1, seed, index, 65) : undefined,
    promoted: ordinary && index % 23 === 11,
    picture: text === '' || (!isAnswer(index) && chanceOf(seed, index, 66) < 0.35),
    video: chanceOf(seed, index, 67) < 0.4,
  }
}

/** The post with this id, if this world has one. */
export function postById(world: World, id: string): Post | undefined {
  const index = postIndexOfId(id)
  if (Number.isNaN(index)) return undefined
  const found = post(world, index)
  return found.id === id ? found : undefined
}
