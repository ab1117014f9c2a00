/** @jsxImportSource react */
import { useMemo, type ReactNode } from 'react'
import { repliesFeed } from '../feeds.ts'
import type { Post } from '../posts.ts'
import { Article } from './article.tsx'
import { Composer } from './composer.tsx'
import { Spinner, postOnce, useLoaded, useSent } from './feed.tsx'
import { TitleBar } from './title-bar.tsx'
import { findPost, peopleOf, postAt } from './post-data.ts'
import { options } from './store.ts'
import { VirtualList } from './virtual-list.tsx'
import { useLabels } from './wording.ts'

type Row = { readonly kind: 'focal' | 'answer', readonly post: Post } | { readonly kind: 'composer' }

/** What X shows in the place of a deleted post; or, where the id ends with 0, of one that could not be loaded. */
function Failure({ canRetry }: { readonly canRetry: boolean }): ReactNode {
  return (
    <>
      <TitleBar title="Post" />
      <div data-testid="error-detail" className="v">
        <span>{canRetry ? 'Something went wrong. Try reloading.' : 'Hmm...this page doesn’t exist. Try searching for something else.'}</span>
        {canRetry ? <button type="button">Retry</button> : <a href="/explore" role="link">Search</a>}
      </div>
    </>
  )
}

/** A post's own page: the post, the way to answer it, and the answers. */
export function PostPage({ id }: { readonly id: string }): ReactNode {
  const { words } = useLabels()
  const focal = useMemo(() => findPost(id), [id])
  const answers = useMemo(() => (focal && focal.index >= 0 ? repliesFeed(options, focal.index) : []), [focal])
  const own = useSent(id)
  const name = `post-${id}`
  const { count, more } = useLoaded(name, answers.length + 1, (n) => (n === 0 ? (focal ? peopleOf(focal) : []) : peopleOf(postAt(answers[n - 1] ?? 0))))
  if (!focal) return <Failure canRetry={id.endsWith('0')} />
  const rows: Row[] = [
    { kind: 'focal', post: focal }, { kind: 'composer' },
    ...own.map((post): Row => ({ kind: 'answer', post })),
    ...answers.slice(0, Math.max(0, count - 1)).map((index): Row => ({ kind: 'answer', post: postOnce(index) })),
  ]
  return (
    <>
      <TitleBar title={words.post} />
      {count === 0 ? <Spinner /> : (
        <VirtualList items={rows} keyOf={(row) => (row.kind === 'composer' ? 'composer' : `tweet-${row.post.id}`)} label={`${words.timeline}: ${words.post}`} cache={name} onNearEnd={more}
          render={(row) => (row.kind === 'composer' ? <Composer replyTo={id} /> : <Article post={row.post} focal={row.kind === 'focal'} />)} />
      )}
    </>
  )
}
