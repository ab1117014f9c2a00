import { postById, post as madePost, type Post, type PostCounts } from '../posts.ts'
import type { AppState, SentPost } from './state.ts'
import { options, store, update } from './store.ts'

const NOTHING: PostCounts = { replies: 0, reposts: 0, likes: 0, bookmarks: 0, views: 0 }

/** A post that was "sent" here, in the shape of the others. */
export const fromSent = (sent: SentPost): Post => ({
  index: -1, id: sent.id, author: 0, createdAt: sent.createdAt, text: sent.text, lang: 'en', counts: NOTHING,
  repostedBy: undefined, quote: undefined, promoted: false, picture: false, video: false,
})

/** The post with this id: a sent one, or one of the made-up world. */
export function findPost(id: string): Post | undefined {
  const sent = store.getState().sent.find((one) => one.id === id)
  return sent ? fromSent(sent) : postById(options, id)
}

/** The post at an index of the made-up world. */
export const postAt = (index: number): Post => madePost(options, index)

/** Everybody a post shows: its author, who reposted it, and whom it quotes. */
export function peopleOf(post: Post): readonly number[] {
  return [post.author, ...(post.repostedBy === undefined ? [] : [post.repostedBy]), ...(post.quote === undefined ? [] : [postAt(post.quote).author])]
}

/** A post's counts now, the visitor's own like included. */
export function countsNow(state: AppState, post: Post): PostCounts {
  return state.counts[post.id] ?? post.counts
}

function changeCounts(post: Post, change: Partial<PostCounts>): void {
  update((state) => ({ counts: { ...state.counts, [post.id]: { ...countsNow(state, post), ...change } } }))
}

/** Likes or unlikes, as a click on the heart does. */
export function toggleLike(post: Post): void {
  const liked = !store.getState().liked[post.id]
  changeCounts(post, { likes: countsNow(store.getState(), post).likes + (liked ? 1 : -1) })
  update((state) => ({ liked: { ...state.liked, [post.id]: liked } }))
}

/** Keeps or drops a bookmark. */
export function toggleBookmark(post: Post): void {
  update((state) => ({ bookmarked: { ...state.bookmarked, [post.id]: !state.bookmarked[post.id] } }))
}

/** What happens while a post is on screen: a like and some views more, in place. */
export function tick(id: string): void {
  const post = findPost(id)
  if (!post) return
  const counts = countsNow(store.getState(), post)
  changeCounts(post, { likes: counts.likes + 1, views: counts.views + 17 })
}
