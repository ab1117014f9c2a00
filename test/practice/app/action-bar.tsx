/** @jsxImportSource react */
import type { MouseEvent, ReactNode } from 'react'
import type { Counted } from '../labels.ts'
import type { Post } from '../posts.ts'
import { Icon, type IconName } from './icons.tsx'
import { countsNow, toggleBookmark, toggleLike } from './post-data.ts'
import type { XUser } from './state.ts'
import { update, useAppState } from './store.ts'
import { shortNumber, useLabels, useLanguage } from './wording.ts'

const SLIDE = { transform: 'translate3d(0px, 0px, 0px)', transitionProperty: 'transform', transitionDuration: '0.3s' }

function Face({ icon, count, filled = false }: { readonly icon: IconName, readonly count?: number, readonly filled?: boolean }): ReactNode {
  const lang = useLanguage()
  return (
    <div dir="ltr" className="t quiet flex middle face">
      <div className="v flex"><div className="v halo" /><Icon name={icon} filled={filled} /></div>
      {count !== undefined && (
        <div className="v flex clip tally">
          <span data-testid="app-text-transition-container" style={SLIDE}><span className="s small"><span className="s">{count > 0 ? shortNumber(count, lang) : ''}</span></span></span>
        </div>
      )}
    </div>
  )
}

interface ActionProps {
  readonly label: string
  readonly testId?: string
  readonly menu?: boolean
  readonly className?: string
  readonly onClick?: (event: MouseEvent) => void
  readonly children: ReactNode
}

const Action = ({ label, testId, menu = false, className = '', onClick, children }: ActionProps): ReactNode => (
  <div className="v action">
    <button aria-label={label} role="button" data-testid={testId} type="button" className={`v hand ${className}`} onClick={onClick} {...(menu ? { 'aria-expanded': false, 'aria-haspopup': 'menu' as const } : {})}>{children}</button>
  </div>
)

/** Opens X's menu with Repost and Quote at the button. */
function openRepostMenu({ currentTarget }: MouseEvent, post: Post): void {
  const { left, bottom } = currentTarget.getBoundingClientRect()
  update({ menu: { post: post.id, x: left, y: bottom } })
}

/** Replies, reposts, likes, views, bookmark and share, in X's order and with X's labels. */
export function ActionBar({ post, user, focal = false }: { readonly post: Post, readonly user: XUser, readonly focal?: boolean }): ReactNode {
  const { counted, action, done, glue, between, words } = useLabels()
  const counts = useAppState((state) => countsNow(state, post))
  const liked = useAppState((state) => state.liked[post.id] ?? false)
  const kept = useAppState((state) => state.bookmarked[post.id] ?? false)
  const said = (kind: Counted, n: number): string => `${counted[kind](n)}${glue}${action[kind]}`
  const summary = [
    counts.replies > 0 && counted.reply(counts.replies), counts.reposts > 0 && counted.repost(counts.reposts), counts.likes > 0 && counted.like(counts.likes), liked && done.liked,
    counts.bookmarks > 0 && counted.bookmark(counts.bookmarks), kept && done.bookmarked, counts.views > 0 && counted.view(counts.views),
  ].filter(Boolean).join(between)
  return (
    <div aria-label={summary} role="group" id={`actions-${post.id}`} className="v row actions">
      <Action label={said('reply', counts.replies)} testId="reply" onClick={() => update({ modal: { replyTo: post.id } })}><Face icon="reply" count={counts.replies} /></Action>
      <Action label={said('repost', counts.reposts)} testId="retweet" menu className="green" onClick={(event) => openRepostMenu(event, post)}><Face icon="repost" count={counts.reposts} /></Action>
      <Action label={liked ? `${counted.like(counts.likes)}${glue}${done.liked}` : said('like', counts.likes)} testId={liked ? 'unlike' : 'like'} className={liked ? 'pink on' : 'pink'} onClick={() => toggleLike(post)}><Face icon="like" count={counts.likes} filled={liked} /></Action>
      {counts.views > 0 && !focal && (
        <div className="v action">
          <a href={`/${user.screen_name}/status/${post.id}/analytics`} aria-label={said('view', counts.views)} role="link" className="v hand"><Face icon="view" count={counts.views} /></a>
        </div>
      )}
      <Action label={focal ? said('bookmark', counts.bookmarks) : kept ? done.bookmarked : action.bookmark} testId={kept ? 'removeBookmark' : 'bookmark'} className={kept ? 'on' : ''} onClick={() => toggleBookmark(post)}><Face icon="bookmark" filled={kept} {...(focal ? { count: counts.bookmarks } : {})} /></Action>
      <div className="v" style={{ justifyContent: 'inherit', display: 'inline-grid', transform: 'rotate(0deg) scale(1) translate3d(0px, 0px, 0px)' }}>
        <Action label={words.share} menu><div dir="ltr" className="t quiet flex middle face"><div className="v flex"><div className="v halo" /><Icon name="share" /></div></div></Action>
      </div>
    </div>
  )
}
