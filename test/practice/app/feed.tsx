/** @jsxImportSource react */
import { useCallback, useEffect, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Post } from '../posts.ts'
import { Article } from './article.tsx'
import { fromSent, peopleOf, postAt } from './post-data.ts'
import { arrive, options, store, update, useAppState } from './store.ts'
import { VirtualList } from './virtual-list.tsx'

const PAGE = 20
const asked = new Set<string>()

/** Asks the pretended server for the next page: first its users arrive in the store, then its entries on the page. */
export function askForMore(name: string, size: number, peopleAt: (n: number) => readonly number[]): void {
  const from = store.getState().loaded[name] ?? 0
  if (asked.has(name) || (from >= size && from > 0)) return
  asked.add(name)
  setTimeout(() => {
    asked.delete(name)
    const to = Math.min(size, from + PAGE)
    const people = Array.from({ length: to - from }, (_, n) => peopleAt(from + n)).flat()
    arrive(people)
    flushSync(() => update((state) => ({ loaded: { ...state.loaded, [name]: to } })))
  }, options.latency)
}

/** How many entries of a feed have come so far; asks for the first ones. */
export function useLoaded(name: string, size: number, peopleAt: (n: number) => readonly number[]): { readonly count: number, readonly more: () => void } {
  const count = useAppState((state) => state.loaded[name] ?? 0)
  const more = useCallback(() => askForMore(name, size, peopleAt), [name, size])
  useEffect(() => { if (count === 0) more() }, [name])
  return { count, more }
}

export const Spinner = (): ReactNode => <div className="v spinner-box"><div role="progressbar" aria-valuemin={0} aria-valuemax={1} className="v spinner" /></div>

/** An advertisement stands in a marker of its own, outside the article. */
const Entry = ({ post }: { readonly post: Post }): ReactNode => (post.promoted ? (
  <div className="v" data-testid="placementTracking">
    <div className="hidden" data-testid="top-impression-pixel" /><Article post={post} /><div className="hidden" data-testid="bottom-impression-pixel" />
  </div>
) : <Article post={post} />)

interface FeedProps {
  readonly name: string
  readonly label: string
  readonly indices: readonly number[]
  /** Posts that stand above the others. */
  readonly first?: readonly Post[]
}

/** A timeline of posts that comes page by page. */
export function Feed({ name, label, indices, first = [] }: FeedProps): ReactNode {
  const { count, more } = useLoaded(name, indices.length, (n) => peopleOf(postAt(indices[n] ?? 0)))
  if (count === 0 && first.length === 0) return <Spinner />
  const above = new Set(first.map((post) => post.id))
  const posts = [...first, ...indices.slice(0, count).map(postOnce).filter((post) => !above.has(post.id))]
  return <VirtualList items={posts} keyOf={(post) => `tweet-${post.id}`} label={label} cache={name} onNearEnd={more} render={(post) => <Entry post={post} />} />
}

const made = new Map<number, Post>()

/** The same object for the same index, so that an unchanged post is not rendered again. */
export function postOnce(index: number): Post {
  const known = made.get(index)
  if (known) return known
  const fresh = postAt(index)
  made.set(index, fresh)
  return fresh
}

const sentOnce = new Map<string, Post>()

/** The visitor's own new posts, newest first; all of them, or the answers to one post. */
export function useSent(inReplyTo: string | undefined): readonly Post[] {
  const sent = useAppState((state) => state.sent)
  return sent.filter((one) => one.inReplyTo === inReplyTo).map((one) => {
    const post = sentOnce.get(one.id) ?? fromSent(one)
    sentOnce.set(one.id, post)
    return post
  })
}
